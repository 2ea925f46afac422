import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";
import { SWEEP } from "./fixtures/experiments.js";
import { heldOver, marginOf } from "./margins.js";
import { reseed } from "./reseed.js";
import type { ClaimResult } from "./result.js";
import type { Experiment } from "./types.generated.js";
import { unitsOf } from "./units.js";

const spec = {
  ...SWEEP,
  runs: {
    still: { task: "rate", state: { name: "random", seed: 3 }, force: { name: "random", seed: 4 } },
    other: { task: "same-as", run: "still", but: { "/state/seed": 5, "/force": { name: "random", seed: 3 } } },
  },
  axes: {
    draw: { axis: "values", values: [1, 2], set: ["/runs/still/state/seed"] },
    repetition: { axis: "seeds", count: 4, set: ["/runs/other/seed"] },
    p: { axis: "values", values: [1, 2], set: ["/runs/other/energy/p"] },
  },
  quantities: { one: "still.dual[draw=1] + other.dual[p=1]" },
} as unknown as Experiment;

const other = reseed(spec, 2) as unknown as {
  readonly seed: number;
  readonly runs: Record<string, Record<string, unknown>>;
  readonly axes: Record<string, { readonly values?: unknown }>;
  readonly quantities: unknown;
};

test("reseed changes every seed: of the experiment, of states, forces, `same-as`, axes and selections; nothing else", () => {
  assert.equal(other.seed, 200_007);
  assert.deepEqual(other.runs.still, {
    task: "rate",
    state: { name: "random", seed: 200_003 },
    force: { name: "random", seed: 200_004 },
  });
  assert.deepEqual(other.runs.other.but, { "/state/seed": 200_005, "/force": { name: "random", seed: 200_003 } });
  assert.deepEqual(
    [other.axes.draw.values, other.axes.p.values],
    [
      [200_001, 200_002],
      [1, 2],
    ],
  );
  assert.deepEqual(other.quantities, { one: "still.dual[draw=200001] + other.dual[p=1]" });
  assert.deepEqual(reseed(spec, 0), spec);
});

test("no seed of an archived experiment is left behind: no unit of repetition 1 has a seed of the experiment", () => {
  const seedsIn = (value: unknown, key = ""): readonly number[] =>
    value !== null && typeof value === "object"
      ? Object.entries(value).flatMap(([name, each]) => seedsIn(each, name))
      : key === "seed"
        ? [Number(value)]
        : [];
  const path = new URL("../../../../experiments/paper/mmd-flows.json", import.meta.url);
  const own = JSON.parse(readFileSync(path, "utf8")) as Experiment;
  const before = unitsOf(own).flatMap(({ task }) => seedsIn(task));
  const after = unitsOf(reseed(own, 1)).flatMap(({ task }) => seedsIn(task));
  assert.ok(before.length > 10);
  assert.deepEqual(
    after,
    before.map(seed => seed + 100_000),
  );
});

const result = (claim: ClaimResult["claim"], measured: number, expected: number, tolerance: number): ClaimResult => {
  const deviation = claim === "equal" ? Math.abs(measured - expected) : measured - expected - tolerance;
  const satisfied = claim === "equal" ? deviation <= tolerance : deviation <= 0;
  const rest = { for: [], control: false, because: "", at: {} };
  return { name: "c", claim, measured, expected, tolerance, deviation, satisfied, holds: satisfied, ...rest };
};

test("a margin is relative to the tolerance or to the size of the bound, and below 0 where a claim fails", () => {
  assert.equal(marginOf(result("equal", 1.25, 1, 0.5)), 0.5);
  assert.equal(marginOf(result("equal", 2, 1, 0.5)), -1);
  assert.equal(marginOf(result("at-most", 3, 4, 0)), 0.25);
  assert.equal(marginOf({ ...result("equal", 2, 1, 0.5), control: true, holds: true }), 1);
  assert.equal(marginOf(result("equal", 1, 1, 0)), 0);
  assert.equal(marginOf({ ...result("equal", NaN, 1, 1), measured: "undefined" }), -Infinity);
});

test("over repetitions a claim has the number of those that hold, the least margin and where it is", () => {
  const [held] = heldOver([
    [result("equal", 1.25, 1, 0.5)],
    [result("equal", 2, 1, 0.5)],
    [result("equal", 1, 1, 0.5)],
  ]);
  assert.deepEqual(held, { name: "c", control: false, held: 2, of: 3, margin: -1, worst: 2, same: false });
  assert.equal(heldOver([[result("equal", 1, 1, 1)], [result("equal", 1, 1, 1)]])[0].same, true);
});
