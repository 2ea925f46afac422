import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { run } from "../run.js";
import { specsIn } from "./specs-in.js";
import { temporary } from "./temporary.js";

const flow = {
  task: "flow",
  space: { name: "particles", n: 2, d: 1 },
  initial: { name: "samples", data: { name: "file", path: "data/points.csv" } },
  energy: {
    name: "half-mmd2",
    kernel: { name: "gaussian", bandwidth: 1 },
    target: { name: "uniform", interval: [0, 1] },
  },
  geometry: { name: "wasserstein" },
  integrator: { name: "rk4" },
  time: { end: 1, steps: 10, records: 2 },
  record: { x: { name: "positions" } },
};

const misspelt = { ...flow, initial: { name: "uniform", interval: [0, 1] }, task: "flwo" };

/** A folder with a spec that reads a file, one in a folder below with a mistake, one that is no JSON. */
function folder(): string {
  const root = temporary();
  for (const name of ["data", "below"]) mkdirSync(join(root, name));
  writeFileSync(join(root, "data/points.csv"), "x\n0.25\n0.5\n");
  writeFileSync(
    join(root, "decay.json"),
    JSON.stringify({ runs: { flow }, profiles: { late: { because: "longer", but: { "/runs/flow/time/end": 2 } } } }),
  );
  writeFileSync(join(root, "below/wrong.json"), JSON.stringify({ runs: { flow: misspelt } }));
  writeFileSync(join(root, "broken.json"), "{");
  return root;
}

test("specsIn(folder): every spec is checked and run in memory, and one with mistakes costs no other", () => {
  const [wrong, broken, decay, ...others] = specsIn(folder());
  assert.deepEqual(others, []);
  assert.deepEqual(
    [wrong, broken, decay].map(({ path }) => path),
    ["below/wrong", "broken", "decay"],
  );
  assert.deepEqual(
    wrong.check().map(({ pointer }) => pointer),
    ["/runs/flow/task"],
  );
  assert.match(broken.check()[0].message, /no JSON/);
  assert.throws(() => wrong.run(), /refused: the spec has mistakes:\n {2}\/runs\/flow\/task/);
  assert.deepEqual(decay.check(), []);
  const { claims, spec } = decay.run();
  assert.deepEqual([spec.id, claims.map(({ name, holds }) => [name, holds])], ["decay", [["flowEnds", true]]]);
});

test("specsIn(folder): a run has the bits of experiments.run(spec) with the same files, in a profile too", () => {
  const decay = specsIn(folder()).at(-1)!;
  const draft = (end: number): object => ({ id: "decay", runs: { flow: { ...flow, time: { ...flow.time, end } } } });
  const files = (): Uint8Array => new TextEncoder().encode("x\n0.25\n0.5\n");
  for (const [profile, end] of [
    [undefined, 1],
    ["late", 2],
  ] as const)
    assert.deepEqual(decay.run({ profile }).runs, run(draft(end), { files }).runs);
  assert.notDeepEqual(decay.run().runs, decay.run({ profile: "late" }).runs);
  assert.throws(() => decay.run({ profile: "lat" }), /refused: no profile "lat" in decay, .*late/);
});

test("specsIn refuses what is no folder", () => {
  assert.throws(() => specsIn(join(temporary(), "nowhere")), /refused: there is no folder .*nowhere/);
});
