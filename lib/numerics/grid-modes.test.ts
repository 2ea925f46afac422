import assert from "node:assert/strict";
import test from "node:test";
import { stream } from "../arithmetic/random.js";
import type { Vec } from "../arithmetic/vec.js";
import { dot, maxAbs, subtract, tabulate } from "../arithmetic/vectors.js";
import { gridModes } from "./grid-modes.js";

const rng = stream(7, "grid modes");

/** -Δ_h x on cells in row-major order, by differences between neighbours. */
function laplacian(x: Vec, shape: readonly number[], spacing: readonly number[], periodic: boolean): Vec {
  const out = new Float64Array(x.length);
  let stride = x.length;
  shape.forEach((length, c) => {
    stride /= length;
    for (let i = 0; i < x.length; i++) {
      const at = Math.floor(i / stride) % length;
      const [before, after] = [-1, 1].map(step => {
        const to = at + step;
        if (!periodic && (to < 0 || to >= length)) return x[i];
        return x[i + (((to + length) % length) - at) * stride];
      });
      out[i] += (2 * x[i] - before - after) / (spacing[c] * spacing[c]);
    }
  });
  return out;
}

// lengths with a fast transform (powers of 2) and without one
const SHAPES = [[1], [2], [3], [5], [8], [37], [64], [97], [8, 8], [4, 6], [7, 16], [5, 3]];

test("-Δ_h φ_k = λ_k φ_k, orthonormal: Σ c_k λ_k φ_k is -Δ_h Σ c_k φ_k, and |c| = |x|, every length", () => {
  for (const shape of SHAPES)
    for (const periodic of [false, true]) {
      const spacing = [0.3, 0.7].slice(0, shape.length);
      const n = shape.reduce((a, b) => a * b, 1);
      const { eigenvalues, forward, inverse } = gridModes(shape, spacing, periodic);
      const x = tabulate(n, () => rng.normal());
      const c = forward(x);
      const size = Math.max(...eigenvalues, 1) * maxAbs(x);
      const differences = laplacian(x, shape, spacing, periodic);
      const what = `${shape.join(" × ")}, ${periodic ? "circle" : "interval"}`;
      assert.ok(maxAbs(subtract(inverse(c), x)) < 1e-13 * n * maxAbs(x), what);
      assert.ok(Math.abs(dot(c, c) / dot(x, x) - 1) < 1e-13 * n, what);
      const bySpectrum = inverse(c.map((v, k) => v * eigenvalues[k]));
      assert.ok(maxAbs(subtract(bySpectrum, differences)) < 1e-13 * n * size, what);
    }
});
