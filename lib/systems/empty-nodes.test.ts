import assert from "node:assert/strict";
import test from "node:test";
import { vec } from "../arithmetic/vectors.js";
import { filledWith, limitFromInside, partFor } from "./empty-nodes.js";
import { hellinger } from "./geometries/named.js";
import { reactions } from "./geometries/reactions.js";

test("empty nodes are filled with ε times the mean mass, in whatever unit masses are counted", () => {
  for (const unit of [1, 1e-9, 4e7])
    assert.deepEqual(
      filledWith(1e-3, vec(0, 3 * unit, 5 * unit, 0)),
      vec(2e-3 * unit, 3 * unit, 5 * unit, 2e-3 * unit),
    );
});

test("where nothing but 1e-6 and 1e-12 of the mean mass gives numbers, the limit is ∞ if q doubles between them, else unknown", () => {
  const limit = (q: (mass: number) => number): number =>
    limitFromInside(hellinger, vec(0, 2), ([mass]) => (mass < 1e-60 ? NaN : q(mass)));
  assert.equal(
    limit(mass => 5 / mass),
    Infinity,
  );
  for (const constant of [0.1, 5, 300]) assert.ok(Number.isNaN(limit(() => constant)), `${constant}`);
});

test("ε is the part for masses that move by themselves, ε^{1/(m + 1)} for reactions of up to m molecules", () => {
  assert.equal(partFor(hellinger, 1e-12), 1e-12);
  const water = reactions([{ from: [2, 0, 0], to: [0, 2, 1], rate: 0.7 }], [0.5, 0.8, 0.4]);
  // (1e-12)^{1/4}, a power by exp and log
  assert.ok(Math.abs(partFor(water, 1e-12) / 1e-3 - 1) < 1e-13);
});
