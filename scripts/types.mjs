/**
 * Keeps schemas/ and the types of specs true, before the compiler: `compose` writes schemas/ from the words in lib, and
 * says whether something changed; `generate` writes types.generated.ts and schemas.generated.ts from schemas/. As a
 * command: composes and generates; `--check` compares schemas/ only.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root, schemasOfWords, schemasOnDisk } from "./schemas.mjs";

const banner = "/* Generated from schemas/ by `npm run build`: do not edit. */";
const language = "lib/experiments/language";

/**
 * Without what would spoil the types: a description beside a $ref numbers the type once per use, a list of tags makes
 * an intersection.
 */
function bare(value) {
  if (Array.isArray(value)) return value.map(bare);
  if (value === null || typeof value !== "object") return value;
  if (typeof value.$ref === "string") return { $ref: value.$ref };
  const kept = Object.entries(value).filter(([key]) => !(value.discriminator && key === "properties"));
  return Object.fromEntries(kept.map(([key, child]) => [key, bare(child)]));
}

const EXPERIMENT = "experiment.schema.json";

/** What the loader fills in where a spec leaves it out (language/completed.ts): a spec that was loaded has it. */
const FILLED = ["id", "title", "illustrates", "seed", "claims", "figures"];

const loaded = (file, schema) => (file === EXPERIMENT ? { ...schema, required: FILLED } : schema);

async function types(schemas) {
  const { compileFromFile } = await import("json-schema-to-typescript");
  const folder = mkdtempSync(join(tmpdir(), "schemas-"));
  for (const [file, schema] of Object.entries(schemas))
    writeFileSync(join(folder, file), JSON.stringify(bare(loaded(file, schema))));
  const text = await compileFromFile(join(folder, EXPERIMENT), {
    cwd: folder,
    bannerComment: banner,
    format: false,
    strictIndexSignatures: true,
  });
  rmSync(folder, { recursive: true });
  return text;
}

const constant = schemas => `${banner}
import type { Schema } from "./schema.js";

/** File name -> schema: the contract inside the library, which reads no files. */
export const SCHEMAS: Readonly<Record<string, Schema>> = ${JSON.stringify(schemas, null, 1)};
`;

const isStale = (file, text) => !existsSync(join(root, file)) || readFileSync(join(root, file), "utf8") !== text;

/** Writes what differs, so that the compiler looks only at what is new. */
function write(outputs) {
  const stale = Object.entries(outputs).filter(([file, text]) => isStale(file, text));
  for (const [file, text] of stale) writeFileSync(join(root, file), text);
  return stale.length > 0;
}

/** The types of specs, where they are not those of schemas/ already. */
export async function generate() {
  const schemas = schemasOnDisk();
  const text = constant(schemas);
  if (!isStale(`${language}/schemas.generated.ts`, text) && existsSync(join(root, language, "types.generated.ts")))
    return;
  write({ [`${language}/types.generated.ts`]: await types(schemas), [`${language}/schemas.generated.ts`]: text });
}

const formatted = schemas =>
  Object.fromEntries(
    Object.entries(schemas).map(([file, schema]) => [`schemas/${file}`, `${JSON.stringify(schema, null, 2)}\n`]),
  );

/** schemas/ as the words say; whether something changed. */
export const compose = async () => write(formatted(await schemasOfWords()));

/** What of schemas/ is not as the words say. */
export const staleSchemas = async () =>
  Object.entries(formatted(await schemasOfWords()))
    .filter(([file, text]) => isStale(file, text))
    .map(([file]) => file);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes("--check"))
    for (const file of await staleSchemas()) {
      console.error(`${file} is stale: run \`npm run build\``);
      process.exitCode = 1;
    }
  else {
    await compose();
    await generate();
  }
}
