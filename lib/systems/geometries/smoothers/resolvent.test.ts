import assert from "node:assert/strict";
import { test } from "node:test";
import { axpy, dot, maxAbs, scale, subtract, tabulate, times } from "../../../arithmetic/vectors.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { gaussianKernel } from "../../kernels/gaussian.js";
import type { Block } from "../carrier.js";
import { inverseSmoother } from "./inverse.js";
import { kernelSmoother } from "./kernel.js";
import { resolventSmoother } from "./resolvent.js";
import { ridgeSmoother } from "./ridge.js";
import type { Smoother } from "./smoother.js";

const k = gaussianKernel(0.6);
const lambda = 0.2;
const resolvent = resolventSmoother(k, lambda);
const points = Float64Array.of(-1.4, -0.6, 0.1, 0.8, 1.7);
const twice = Float64Array.of(-1.4, -0.6, -0.6, 0.8, 1.7);
const weights = Float64Array.of(0.3, 0.1, 0, 0.4, 0.2);
const f = Float64Array.of(1, -2, 0.5, 0.3, -0.7);
const at = (x: Vec, w: Vec = weights): Block => ({ dim: 1, columns: 1, points: x, weights: w, fixed: false });
const field = (s: Smoother, block: Block, values: Vec): Vec => s.field(block, { values, temperature: 0 });

test("resolvent: (𝒦_w + λ) S f = f and λ S = 1 - (𝒦_w + λ)^{-1}𝒦_w to 1e-14, also where w = 0 and where points coincide", () => {
  for (const x of [points, twice]) {
    const s = field(resolvent, at(x), f);
    assert.ok(maxAbs(subtract(axpy(lambda, s, field(kernelSmoother(k), at(x), s)), f)) < 1e-14);
    const rest = subtract(f, field(ridgeSmoother(k, lambda), at(x), f));
    assert.ok(maxAbs(subtract(scale(lambda, s), rest)) < 1e-14);
  }
});

test("resolvent: D_w S f tends to K^{-1} f for λ → 0 and λ D_w S f to w f for λ → ∞, both of order 1", () => {
  const w = weights.map(v => v + 0.1);
  const flux = (s: Smoother): Vec => s.flux(at(points, w), { values: f, temperature: 0 });
  const inverse = flux(inverseSmoother(k));
  const near = [1e-4, 1e-5].map(l => maxAbs(subtract(flux(resolventSmoother(k, l)), inverse)));
  const far = [1e4, 1e5].map(l => maxAbs(subtract(scale(l, flux(resolventSmoother(k, l))), times(w, f))));
  for (const [a, b] of [near, far]) assert.ok(b > 0 && Math.abs(a / b - 10) < 0.1, `${a} ${b}`);
});

test("resolvent: the charges q have -½ Σ q_i q_j ∂k(x_i, x_j) = ∂_x ½<f, D_w S f>", () => {
  const half = (x: Vec): number => 0.5 * dot(f, resolvent.flux(at(x), { values: f, temperature: 0 }));
  const force = { values: f, temperature: 0 };
  const { values: q, factor } = resolvent.charges!(at(points), force, field(resolvent, at(points), f));
  const h = 1e-5;
  for (let i = 0; i < 5; i++) {
    const moved = (sign: number): Vec => tabulate(5, j => points[j] + (i === j ? sign * h : 0));
    const form = (x: Vec): number =>
      0.5 *
      factor *
      dot(
        q,
        kernelSmoother(k).field(
          at(
            x,
            q.map(() => 1),
          ),
          { values: q, temperature: 0 },
        ),
      );
    const difference = (g: (x: Vec) => number): number => (g(moved(1)) - g(moved(-1))) / (2 * h);
    assert.ok(Math.abs(difference(half) - difference(form)) < 1e-8, `${i}`);
  }
});
