/**
 * Compiles lib/compute/assembly to WebAssembly and writes the module, as text, into the build. Skipped when sources and
 * compiler are those of the module that is there; `--check` only says so. SIMD and threads, never relaxed SIMD: its
 * results are not the same everywhere.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "lib/compute/assembly");
const target = join(root, "dist/lib/compute/webassembly/bytes.js");

const OPTIONS = [
  "-O3",
  "--noAssert",
  "--runtime",
  "stub",
  "--use",
  "abort=",
  "--enable",
  "simd",
  "--enable",
  "threads",
  "--importMemory",
  "--sharedMemory",
  "--memoryBase",
  "2048",
  "--initialMemory",
  "16",
  "--maximumMemory",
  "65536",
];

/** Changes with any source, the options, or the compiler. */
function sourceHash() {
  const hash = createHash("sha256").update(JSON.stringify(OPTIONS));
  hash.update(readFileSync(join(root, "node_modules/assemblyscript/package.json")));
  for (const name of readdirSync(folder).sort())
    hash
      .update(name)
      .update("\0")
      .update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}

const header = hash => `// ${hash}\n`;

/** Whether the build has the module of these sources. */
export const assemblyIsFresh = () =>
  existsSync(target) && readFileSync(target, "utf8").startsWith(header(sourceHash()));

async function compiled() {
  const { main, createMemoryStream } = await import("assemblyscript/asc");
  const stderr = createMemoryStream();
  let bytes;
  const { error } = await main([join(folder, "index.ts"), "--outFile", "module.wasm", "--baseDir", root, ...OPTIONS], {
    stderr,
    writeFile: (name, contents) => void (bytes = name.endsWith(".wasm") ? contents : bytes),
  });
  if (error) throw new Error(`lib/compute/assembly does not compile\n${stderr.toString()}`);
  return bytes;
}

/** Returns whether anything was to be done. */
export async function buildAssembly() {
  if (assemblyIsFresh()) return false;
  const hash = sourceHash();
  const bytes = await compiled();
  writeFileSync(target, `${header(hash)}export const bytes = "${Buffer.from(bytes).toString("base64")}";\n`);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await buildAssembly();
