import test from "node:test";
import assert from "node:assert/strict";
import { stream } from "../arithmetic/random.js";
import { bandedSolver } from "./banded.js";
import { gaussLegendre } from "../arithmetic/gauss-legendre.js";
import { atan, exp, pow } from "../arithmetic/functions.js";
import { integrate } from "./integrate.js";
import { maxAbs, subtract, tabulate } from "../arithmetic/vectors.js";
import type { Vec } from "../arithmetic/vec.js";

const rng = stream(4, "transforms");

test("integrate: polynomials, a smooth function and an integrable singularity, to 1e-13 relative", () => {
  assert.ok(Math.abs(integrate(x => pow(x, 9), 0, 2) - 102.4) < 1e-13 * 102.4);
  assert.ok(Math.abs(integrate(x => 1 / (1 + x * x), -3, 5) - atan(3) - atan(5)) < 1e-14);
  assert.ok(Math.abs(integrate(x => exp(-1000 * x), 0, 1) - 1e-3) < 1e-16);
  assert.ok(Math.abs(integrate(Math.sqrt, 0, 1) - 2 / 3) < 1e-13);
});

test("bandedSolver solves A x = b for dominant diagonals, every reach", () => {
  const n = 12;
  for (const reach of [0, 1, 3, 11]) {
    const width = 2 * reach + 1;
    const data = tabulate(n * width, k => (k % width === reach ? 4 * width : rng.normal()));
    const x = tabulate(n, () => rng.normal());
    const inside = (i: number, k: number): boolean => i + k - reach >= 0 && i + k - reach < n;
    const b: Vec = tabulate(n, i =>
      data.subarray(i * width, (i + 1) * width).reduce((s, v, k) => (inside(i, k) ? s + v * x[i + k - reach] : s), 0),
    );
    assert.ok(maxAbs(subtract(bandedSolver({ n, reach, data })(b), x)) < 1e-13);
  }
});

test("gaussLegendre integrates polynomials of degree 2n - 1 exactly", () => {
  for (const n of [2, 5, 64]) {
    const { nodes, weights } = gaussLegendre(n);
    const moment = (p: number): number => nodes.reduce((s, x, i) => s + weights[i] * pow(x, p), 0);
    for (const p of [0, 2, 2 * n - 2]) assert.ok(Math.abs(moment(p) - 2 / (p + 1)) < 1e-14, `${n}, ${p}`);
    assert.ok(Math.abs(moment(2 * n - 1)) < 1e-15);
  }
});
