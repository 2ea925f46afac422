/** No word of the language is without mathematics: each stands in a run of an experiment of which a claim reads. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { claimsOf } from "./claims.js";
import { mentionedRuns } from "./formula/mentions.js";
import { SCHEMAS } from "./schemas.generated.js";
import type { Schema } from "./schema.js";
import type { Experiment } from "./types.generated.js";
import { unitsOf } from "./units.js";

const folder = new URL("../../../../experiments/", import.meta.url);
const experiments = readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(new URL(`${name}/`, folder)).map(file => new URL(`${name}/${file}`, folder)))
  .map(file => JSON.parse(readFileSync(file, "utf8")) as Experiment);

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** Whether a value takes a branch of a tagged union: whether it has its constants. */
const takes = (value: Fields, { properties = {} }: Schema): boolean =>
  Object.entries(properties).every(([key, { const: constant }]) => constant === undefined || value[key] === constant);

/** The words in a value that a part of the schema of a file describes, as `file word`. */
function* wordsIn(value: unknown, part: Schema, file: string): Generator<string> {
  if (!isFields(value)) return;
  if (Array.isArray(value)) {
    for (const entry of value) yield* wordsIn(entry, (part.items ?? {}) as Schema, file);
    return;
  }
  const { $ref = "", $defs = {}, properties = {}, additionalProperties } = part;
  const other = SCHEMAS[String($ref)] as Schema | undefined;
  if (other) yield* wordsIn(value, other, String($ref));
  for (const choice of (part.oneOf ?? []) as readonly Schema[])
    if (String(choice.$ref) in SCHEMAS) yield* wordsIn(value, choice, file);
  for (const [word, branch] of Object.entries($defs)) {
    if (!takes(value, branch)) continue;
    yield `${file} ${word}`;
    yield* wordsIn(value, branch, file);
  }
  for (const [key, child] of Object.entries(value))
    yield* wordsIn(child, properties[key] ?? ((additionalProperties ?? {}) as Schema), file);
}

const spoken = new Set(
  experiments.flatMap(spec => {
    const read = new Set(Object.values(claimsOf(spec)).flatMap(claim => mentionedRuns(claim, spec)));
    return unitsOf(spec)
      .filter(({ run }) => read.has(run))
      .flatMap(({ task }) => [...wordsIn(task, SCHEMAS["task.schema.json"], "task.schema.json")]);
  }),
);

/** Of a spec, not of what it computes; `same-as` is another run with changes. */
const NO_MATHEMATICS = ["claim", "figure", "axis", "data", "experiment"].map(name => `${name}.schema.json`);
const words = Object.entries(SCHEMAS)
  .filter(([file]) => !NO_MATHEMATICS.includes(file))
  .flatMap(([file, { $defs = {} }]) => Object.keys($defs).map(word => `${file} ${word}`))
  .filter(word => word !== "task.schema.json same-as");

test("every word of the language is in a run that a claim reads", () => {
  assert.ok(words.length > 150, String(words.length));
  assert.deepEqual(
    words.filter(word => !spoken.has(word)),
    [],
  );
});
