import test from "node:test";
import assert from "node:assert/strict";
import { stream } from "../arithmetic/random.js";
import type { Vec } from "../arithmetic/vec.js";
import { activeSet, optimalityGap, type QuadraticProgram } from "./active-set.js";
import { COVARIANCE, matvec } from "../compute/index.js";
import { dot, fill, scale, subtract, sum, tabulate } from "../arithmetic/vectors.js";

test("activeSet satisfies Karush, Kuhn and Tucker: slope = multiplier on the support, ≥ off it, w ≥ 0", () => {
  const rng = stream(1, "active set");
  for (const n of [1, 2, 5, 20, 90])
    for (const mass of [undefined, 0.7, 3]) {
      const root = tabulate(n * n, () => rng.normal());
      const b = tabulate(n, () => rng.normal());
      const a = tabulate(n * n, ij =>
        root.reduce(
          (s, v, k) => (k % n === ij % n ? s + v * root[Math.floor(k / n) * n + Math.floor(ij / n)] : s),
          Math.floor(ij / n) === ij % n ? 0.1 : 0,
        ),
      );
      const w = activeSet(
        { a, b, subject: COVARIANCE, ...(mass === undefined ? {} : { mass }) },
        fill(n, (mass ?? 1) / n),
      );
      const slope = subtract(matvec(a, w), b);
      const level = mass === undefined ? 0 : Math.min(...slope);
      assert.ok(
        w.every((m, i) => m >= 0 && slope[i] > level - 1e-9 && (m === 0 || Math.abs(slope[i] - level) < 1e-9)),
        `n = ${n}, mass ${mass}`,
      );
      if (mass !== undefined) assert.ok(Math.abs(sum(w) - mass) < 1e-12);
    }
});

test("optimalityGap bounds what any feasible point loses against the minimiser, and is 0 there", () => {
  const value = ({ a, b }: QuadraticProgram, x: Vec): number => 0.5 * dot(x, matvec(a, x)) - dot(b, x);
  const a = Float64Array.of(2, 0.5, 0.3, 0.5, 1, 0.2, 0.3, 0.2, 3);
  for (const b of [Float64Array.of(1, 2, 0.5), Float64Array.of(1, -2, 0.5)])
    for (const mass of [undefined, 0.7]) {
      const program: QuadraticProgram = { a, b, subject: COVARIANCE, ...(mass === undefined ? {} : { mass }) };
      const best = activeSet(program, fill(3, (mass ?? 1) / 3));
      assert.ok(optimalityGap(program, best) < 1e-14);
      const others = mass === undefined ? [0, 0.5, 1.5, 3].map(c => scale(c, best)) : [fill(3, mass / 3)];
      for (const x of [...others, Float64Array.of(mass ?? 1, 0, 0), Float64Array.of(0, 0, mass ?? 1)]) {
        const loss = value(program, x) - value(program, best);
        // a point of larger mass than the minimiser: the bound without a fixed mass speaks of no larger ones
        if (mass !== undefined || sum(x) >= sum(best)) assert.ok(optimalityGap(program, x) >= loss, `${b}, ${x}`);
      }
    }
});
