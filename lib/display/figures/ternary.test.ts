import assert from "node:assert/strict";
import test from "node:test";
import { klTo } from "../../systems/energies/phi.js";
import { exp, norm } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { between, CORNERS, HEIGHT, levelSet, ternary, type Point2 } from "./ternary.js";

const distance = (a: Point2, b: Point2): number => norm(a[0] - b[0], a[1] - b[1]);

test("states are the corners of an equilateral triangle, and rates of mass 0 its directions", () => {
  for (const [i, corner] of CORNERS.entries())
    assert.ok(distance(ternary([0, 1, 2].map(j => (i === j ? 1 : 0))), corner) < 1e-15);
  assert.ok(distance(ternary([-1, 1, 0]), [1, 0]) < 1e-15);
});

/** Masses of a point of the triangle. */
const massesOf = ([x, y]: Point2): Vec => Float64Array.of(1 - x - y / (2 * HEIGHT), x - y / (2 * HEIGHT), y / HEIGHT);

test("F is the level on its level set, or below it on the edges of the triangle", () => {
  const target = Float64Array.of(0.5, 0.2, 0.3);
  const energy = klTo(target);
  for (const level of [0.01, 0.2, 0.9])
    for (const point of levelSet(energy.value, target, level, 24)) {
      const m = massesOf(point).map(v => Math.max(0, v));
      const value = energy.value(m);
      assert.ok(Math.abs(value - level) < 1e-9 || (value < level && Math.min(...m) < 1e-9), `${value} for ${level}`);
    }
});

test("a path along ẋ = -x is bent by less than h⁴ between its records, with a singular field it is straight", () => {
  const h = 0.2;
  const decay = exp(-h);
  const exact = between([1, 0.5], [decay, 0.5 * decay * decay], [-1, -1], [-decay, -decay * decay], h, 4);
  exact.forEach(([x, y]) => assert.ok(Math.abs(y - 0.5 * x * x) < (h * h * h * h) / 10, `${x} ${y}`));
  const straight = between([0, 0], [1, 1], [NaN, -Infinity], [0, 0], 1, 3);
  straight.forEach(([x, y]) => assert.equal(x, y));
});
