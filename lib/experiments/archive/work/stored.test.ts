import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { experimentOf } from "../../check.js";
import { type Unit, unitsOf } from "../../language/units.js";
import type { RunResult } from "../../tasks/task.js";
import { temporary } from "../temporary.js";
import { writeCached } from "./cache.js";
import { currentCode } from "./code-version.js";
import { prepare, unitFolder } from "./prepare.js";
import { projectAt } from "./project.js";
import { storedIn } from "./stored.js";

const flow = {
  task: "flow",
  space: { name: "particles", n: 2, d: 1 },
  initial: { name: "samples", data: { name: "file", path: "points.csv" } },
  energy: { name: "potential", potential: { name: "quadratic", matrix: [[1]] } },
  geometry: { name: "wasserstein" },
  integrator: { name: "rk4" },
  time: { end: 1, steps: 10, records: 2 },
  record: { x: { name: "positions" } },
};

test("the store gives a result for the same task, seed, data and code, and for nothing else", () => {
  const project = projectAt(temporary());
  const file = join(project.experiments, "own.json");
  mkdirSync(project.experiments);
  const points = join(project.experiments, "points.csv");
  writeFileSync(points, "x\n1\n2\n");
  const specOf = (change: object, seed = 1): ReturnType<typeof experimentOf> =>
    experimentOf(
      { seed, runs: { flow: { ...flow, ...change } } },
      { files: () => new TextEncoder().encode("x\n1\n2\n") },
    );
  const spec = specOf({});
  const unitOf = (of: typeof spec): Unit => unitsOf(of)[0];
  const result: RunResult = {
    status: "completed",
    reason: "",
    outputs: {},
    coordinates: {},
    notes: { made: "before" },
  };
  const code = currentCode();
  const keep = (of: string): void => {
    const [{ key }] = prepare(project, "own", file, spec, { ...code, hash: of }).work;
    writeCached(unitFolder(project), key, result);
  };
  keep("other code");
  assert.equal(storedIn(project, file, spec)(unitOf(spec)), undefined);
  keep(code.hash);
  assert.deepEqual(storedIn(project, file, spec)(unitOf(spec)), result);
  for (const other of [specOf({ time: { ...flow.time, steps: 12 } }), specOf({}, 2)])
    assert.equal(storedIn(project, file, other)(unitOf(other)), undefined);
  writeFileSync(points, "x\n1\n3\n");
  assert.equal(storedIn(project, file, spec)(unitOf(spec)), undefined);
});
