/** The process that a front end starts: `node main.js <connection file>`. */
import { createRequire } from "node:module";
import { enterPackage } from "../place.js";
import { readConnection } from "../protocol/connection.js";
import { kernelInfo } from "./requests.js";
import { serve } from "./server.js";
import { languageVersion } from "./tslab.js";

const { version } = createRequire(import.meta.url)("../../../../package.json") as { readonly version: string };

async function main(file: string): Promise<void> {
  const connection = readConnection(file);
  enterPackage();
  process.env["NO_COLOR"] = "1";
  process.on("uncaughtException", error => console.error(error));
  process.on("unhandledRejection", error => console.error(error));
  await serve(connection, kernelInfo(version, languageVersion()));
}

main(process.argv[2]).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
