/**
 * Writes lib/spec/types.generated.ts from schemas/. A description beside a $ref would number the referenced type once per use
 * (Measure1 … Measure27), so those are dropped for the types only. `--check` compares instead of writing.
 */
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileFromFile } from "json-schema-to-typescript";

const root = new URL("..", import.meta.url).pathname;
const output = join(root, "lib/spec/types.generated.ts");

function bare(value) {
  if (Array.isArray(value)) return value.map(bare);
  if (value === null || typeof value !== "object") return value;
  if (typeof value.$ref === "string") return { $ref: value.$ref };
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, bare(child)]));
}

const folder = mkdtempSync(join(tmpdir(), "schemas-"));
for (const file of readdirSync(join(root, "schemas")))
  writeFileSync(join(folder, file), JSON.stringify(bare(JSON.parse(readFileSync(join(root, "schemas", file), "utf8")))));
const types = await compileFromFile(join(folder, "experiment.schema.json"), {
  cwd: folder,
  bannerComment: "/* Generated from schemas/ by `npm run types`: do not edit. */",
  strictIndexSignatures: true,
});

if (!process.argv.includes("--check")) writeFileSync(output, types);
else if (readFileSync(output, "utf8") !== types) {
  console.error("lib/spec/types.generated.ts is stale: run `npm run types`");
  process.exit(1);
}
