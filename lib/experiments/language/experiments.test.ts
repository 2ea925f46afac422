import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { standards } from "./check/standards.js";
import type { Experiment } from "./types.generated.js";

const folder = new URL("../../../../experiments/", import.meta.url);
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, folder), "utf8")) as T;

const experiments = readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(new URL(`${name}/`, folder)).map(file => read<Experiment>(`${name}/${file}`)));
const statements = new Map(
  read<readonly { readonly id: string; readonly statement?: string }[]>("catalogue.json").map(s => [s.id, s.statement]),
);

test("every experiment of the repository illustrates a statement that the catalogue writes out", () =>
  experiments.forEach(({ id, illustrates }) => {
    assert.ok(illustrates.length > 0, id);
    illustrates.forEach(statement => assert.ok(statements.get(statement), `${id}: ${statement} has no text`));
  }));

test("every experiment has a claim that could have failed, and most have a control that must", () => {
  const claims = experiments.map(spec => Object.values(spec.claims).flatMap(claim => (claim ? [claim] : [])));
  claims.forEach((list, i) =>
    assert.ok(
      list.some(({ claim, control }) => claim !== "ends" && control !== true),
      experiments[i].id,
    ),
  );
  assert.ok(claims.filter(list => list.some(({ control }) => control === true)).length > 0.7 * experiments.length);
});

test("no experiment falls short of the standards: no scale always 1, no limit without rate and control", () =>
  experiments.forEach(spec =>
    assert.deepEqual(
      standards(spec, spec.id).map(({ file, pointer, message }) => `${file} ${pointer} ${message}`),
      [],
    ),
  ));
