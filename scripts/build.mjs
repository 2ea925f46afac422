/** The build: schemas/ from the words in lib, types of specs from schemas/, the compiler, WebAssembly. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildAssembly } from "./assembly.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

function compile() {
  const compiler = join(root, "node_modules/typescript/lib/tsc.js");
  const { status } = spawnSync(process.execPath, [compiler, "-p", root], { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Error(`the compiler ended with code ${status}`);
}

/** Builds all; a word that is new in the code is written into schemas/, and the types follow. Whether there was one. */
export async function build() {
  const { compose, generate } = await import("./types.mjs");
  const changed = await compose();
  await generate();
  compile();
  await buildAssembly();
  return changed;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await build().catch(error => {
    process.stderr.write(`build: ${error.message}\n`);
    process.exitCode = 1;
  });
