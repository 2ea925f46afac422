/**
 * Completes schemas/ and writes lib/experiments/language/types.generated.ts and lib/experiments/language/schemas.generated.ts from them; `--check`
 * compares instead.
 * Completed is what an editor needs to offer all names of a tagged union: the list of its tags, each with its
 * description.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileFromFile } from "json-schema-to-typescript";

const root = fileURLToPath(new URL("..", import.meta.url));
const banner = "/* Generated from schemas/ by `npm run types`: do not edit. */";

/** `name`, `task`, `claim` or `axis`: the word by which the branches of a union are told apart. */
const tagOf = schema => schema.discriminator.propertyName;

const said = ({ description, equation }) => (equation ? `${description} ${equation}` : description);

/** A tagged union with its tags listed: editors choose a branch by its required keys and would offer few of them. */
function completed(schema) {
  if (!schema.discriminator) return schema;
  const tag = tagOf(schema);
  const names = schema.oneOf.map(({ $ref }) => $ref.split("/").pop());
  const described = (name, branch) => [
    name,
    names.includes(name)
      ? { ...branch, properties: { ...branch.properties, [tag]: { description: said(branch), const: name } } }
      : branch,
  ];
  const { type, required, discriminator, oneOf, properties: _, $defs, ...head } = schema;
  const list = { description: "Which one.", enum: names, enumDescriptions: names.map(name => said($defs[name])) };
  const defs = Object.fromEntries(Object.entries($defs).map(([name, branch]) => described(name, branch)));
  return { ...head, type, required, properties: { [tag]: list }, discriminator, oneOf, $defs: defs };
}

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

const files = readdirSync(join(root, "schemas"))
  .filter(file => file.endsWith(".schema.json"))
  .sort();
const schemas = Object.fromEntries(
  files.map(file => [file, completed(JSON.parse(readFileSync(join(root, "schemas", file), "utf8")))]),
);

async function types() {
  const folder = mkdtempSync(join(tmpdir(), "schemas-"));
  for (const [file, schema] of Object.entries(schemas)) writeFileSync(join(folder, file), JSON.stringify(bare(schema)));
  const text = await compileFromFile(join(folder, "experiment.schema.json"), {
    cwd: folder,
    bannerComment: banner,
    strictIndexSignatures: true,
  });
  rmSync(folder, { recursive: true });
  return text;
}

const constant = () => `${banner}
import type { Schema } from "./schema.js";

/** File name -> schema: the contract inside the library, which reads no files. */
export const SCHEMAS: Readonly<Record<string, Schema>> = ${JSON.stringify(schemas, null, 1)};
`;

const formatted = Object.entries(schemas).map(([file, schema]) => [
  `schemas/${file}`,
  `${JSON.stringify(schema, null, 2)}\n`,
]);
const outputs = {
  ...Object.fromEntries(formatted),
  "lib/experiments/language/types.generated.ts": await types(),
  "lib/experiments/language/schemas.generated.ts": constant(),
};
for (const [file, text] of Object.entries(outputs)) {
  if (!process.argv.includes("--check")) writeFileSync(join(root, file), text);
  else if (readFileSync(join(root, file), "utf8") !== text) {
    console.error(`${file} is stale: run \`npm run types\``);
    process.exitCode = 1;
  }
}
