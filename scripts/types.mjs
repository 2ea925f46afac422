/**
 * Writes lib/spec/types.generated.ts and lib/spec/schemas.generated.ts from schemas/. A description beside a $ref would number the
 * referenced type once per use (Measure1 … Measure27), so those are dropped for the types only. `--check` compares instead of writing.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileFromFile } from "json-schema-to-typescript";

const root = fileURLToPath(new URL("..", import.meta.url));
const banner = "/* Generated from schemas/ by `npm run types`: do not edit. */";

function bare(value) {
  if (Array.isArray(value)) return value.map(bare);
  if (value === null || typeof value !== "object") return value;
  if (typeof value.$ref === "string") return { $ref: value.$ref };
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, bare(child)]));
}

const files = readdirSync(join(root, "schemas")).filter(file => file.endsWith(".schema.json")).sort();
const schemas = Object.fromEntries(files.map(file => [file, JSON.parse(readFileSync(join(root, "schemas", file), "utf8"))]));

async function types() {
  const folder = mkdtempSync(join(tmpdir(), "schemas-"));
  for (const [file, schema] of Object.entries(schemas)) writeFileSync(join(folder, file), JSON.stringify(bare(schema)));
  const text = await compileFromFile(join(folder, "experiment.schema.json"), { cwd: folder, bannerComment: banner, strictIndexSignatures: true });
  rmSync(folder, { recursive: true });
  return text;
}

const constant = () => `${banner}
import type { Schema } from "./schema.js";

/** File name -> schema: the contract inside the library, which reads no files. */
export const SCHEMAS: Readonly<Record<string, Schema>> = ${JSON.stringify(schemas, null, 1)};
`;

const outputs = { "lib/spec/types.generated.ts": await types(), "lib/spec/schemas.generated.ts": constant() };
for (const [file, text] of Object.entries(outputs)) {
  if (!process.argv.includes("--check")) writeFileSync(join(root, file), text);
  else if (readFileSync(join(root, file), "utf8") !== text) {
    console.error(`${file} is stale: run \`npm run types\``);
    process.exitCode = 1;
  }
}
