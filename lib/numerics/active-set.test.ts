import test from "node:test";
import assert from "node:assert/strict";
import { stream } from "../arithmetic/random.js";
import { activeSet } from "./active-set.js";
import { COVARIANCE, matvec } from "../compute/index.js";
import { fill, subtract, sum, tabulate } from "../arithmetic/vectors.js";

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
