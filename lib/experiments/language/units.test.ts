import assert from "node:assert/strict";
import { test } from "node:test";
import { assemble } from "./assemble.js";
import { timed } from "./fixtures/results.js";
import { ANALYTIC, SWEEP } from "./fixtures/experiments.js";
import { countUnits, unitKey, unitsOf } from "./units.js";
import type { RunResult } from "../tasks/task.js";

const units = unitsOf(SWEEP);

test("units are the product of the axes that point into a run, runs in order, points row-major", () => {
  assert.deepEqual(units.map(unitKey).slice(0, 4), [
    "ridge[lambda=0.1,kernel=smooth]",
    "ridge[lambda=0.1,kernel=rough]",
    "ridge[lambda=0.01,kernel=smooth]",
    "ridge[lambda=0.01,kernel=rough]",
  ]);
  assert.equal(units.length, 6 + 1 + 4 + 1);
  assert.equal(countUnits(SWEEP), units.length);
  assert.deepEqual(unitsOf(ANALYTIC), []);
});

test("a point of an axis changes its places and nothing else", () => {
  const geometry = (i: number): unknown => (units[i].task as { geometry: unknown }).geometry;
  assert.deepEqual(geometry(3), { name: "ridge-hellinger", kernel: { name: "laplace", bandwidth: 0.5 }, lambda: 0.01 });
  assert.deepEqual(geometry(6), { name: "hellinger" });
});

test("seeds are the seed of the experiment and the next ones", () => {
  assert.deepEqual(
    units.filter(u => u.run === "cloud").map(u => u.task.seed),
    [7, 8, 9, 10],
  );
});

test("the spec stays as it was", () => {
  const before = JSON.stringify(SWEEP);
  unitsOf(SWEEP);
  assert.equal(JSON.stringify(SWEEP), before);
});

test("archives carry the axes as leading dimensions, in the order of the units, whatever the order of arrival", () => {
  const results = units.map((unit, i): [string, RunResult] => [
    unitKey(unit),
    timed(2, 20, { F: t => 100 * i + t, mean: t => i + t }),
  ]);
  const { ridge, cloud } = assemble(SWEEP, new Map([...results].reverse()));
  assert.deepEqual(ridge.outputs.F.dims, ["lambda", "kernel", "t"]);
  assert.deepEqual(ridge.outputs.F.shape, [3, 2, 21]);
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5].map(i => ridge.outputs.F.data[21 * i]),
    [0, 100, 200, 300, 400, 500],
  );
  assert.deepEqual(cloud.outputs.mean.shape, [4, 21]);
  assert.deepEqual(ridge.coordinates.t.length, 21);
});

test("a point that ended early is filled up with NaN to the planned times", () => {
  const results = units.map((unit, i): [string, RunResult] => [
    unitKey(unit),
    unit.run === "exact" || i === 2 ? timed(0.5, 5, { F: t => t }, "diverged") : timed(2, 20, { F: t => t }),
  ]);
  const { ridge, exact } = assemble(SWEEP, new Map(results));
  assert.deepEqual(exact.outputs.F.shape, [21]);
  assert.deepEqual([...exact.outputs.F.data.subarray(4, 8)], [0.4, 0.5, NaN, NaN]);
  assert.equal(exact.coordinates.t[20], 2);
  assert.equal(ridge.status[2].status, "diverged");
  assert.ok(Number.isNaN(ridge.outputs.F.data[2 * 21 + 6]));
});

test("a missing result is refused by name", () =>
  assert.throws(() => assemble(SWEEP, new Map()), /ridge\[lambda=0.1,kernel=smooth\]/));
