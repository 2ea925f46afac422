import { fileURLToPath } from "node:url";

/** The folder of this package: of the clone, or where it is installed. */
export const packageRoot: string = fileURLToPath(new URL("../../../../", import.meta.url)).replace(/[/\\]$/, "");
