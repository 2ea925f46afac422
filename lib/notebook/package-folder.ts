import { statSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../experiments/archive/package-root.js";

const VARIABLE = "GRADIENT_FLOWS_NOTEBOOK_FOLDER";

/**
 * Remembers the folder of the notebook: the kernel itself works in the folder of the package, where imports are found.
 */
export function enterPackage(): void {
  process.env[VARIABLE] = process.cwd();
  process.chdir(packageRoot);
}

/** Changes with every build of this package: what the compiler writes last. A package that came built has none. */
export const buildMark = (): number | undefined =>
  statSync(join(packageRoot, "dist", ".tsbuildinfo"), { throwIfNoEntry: false })?.mtimeMs;

/** Where data files of a notebook's specs are looked for. */
export const notebookFolder = (): string => process.env[VARIABLE] ?? process.cwd();
