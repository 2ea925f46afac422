import assert from "node:assert/strict";
import { test } from "node:test";
import { normals, stream } from "../../arithmetic/random.js";
import { axpy, dot, maxAbs, tabulate } from "../../arithmetic/vectors.js";
import { gaussianKernel } from "../kernels/gaussian.js";
import { equalWeights } from "../measures/atoms.js";
import type { Ball } from "./ball.js";
import type { Examples } from "./examples.js";
import { formulaLoss } from "./formula-loss.js";
import { logisticLoss } from "./logistic-loss.js";
import { robustLoss, robustParameter } from "./parameter.js";
import { quantileLoss, type RidgeLoss, squaredLoss } from "./ridge-loss.js";

/** n examples of R^d, labels y = Σ x_c/√d + e, or their signs. */
function draws(seed: number, n: number, d: number, { margin }: RidgeLoss, intercept: boolean): Examples {
  const points = normals(stream(seed, "points"), n * d);
  const y = normals(stream(seed, "noise"), n).map(
    (e, i) => e + points.subarray(i * d, (i + 1) * d).reduce((s, v) => s + v, 0) / Math.sqrt(d),
  );
  const labels = margin ? y.map(v => (v > 0 ? 1 : 0)) : y;
  return { points, dim: d, labels, masses: equalWeights(n), intercept };
}

const LOSSES: readonly RidgeLoss[] = [
  squaredLoss,
  quantileLoss(0.5),
  quantileLoss(0.7),
  logisticLoss,
  formulaLoss(u => Math.abs(u) * u * u),
];
const balls = (loss: RidgeLoss, radius: number): readonly Ball[] =>
  [
    { name: "kl", radius } as const,
    { name: "chi-square", radius } as const,
    { name: "wasserstein", order: 1, radius } as const,
    { name: "wasserstein", order: 2, radius } as const,
    { name: "mmd", kernel: gaussianKernel(1), radius } as const,
  ].filter(
    ball => ball.name !== "wasserstein" || (ball.order === 1 ? loss.lipschitz < Infinity : loss.name !== "formula"),
  );
const RADII = [0.2, 2];

/** The least of a convex function on an interval, by golden sections. */
function golden(f: (x: number) => number, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [from, to];
  for (let k = 0; k < 90; k++) {
    const [c, d] = [b - ratio * (b - a), a + ratio * (b - a)];
    if (f(c) < f(d)) b = d;
    else a = c;
  }
  return f((a + b) / 2);
}

for (const loss of LOSSES)
  test(`one coordinate: the certified least robust loss is that of a golden-section search; ${loss.name}`, () => {
    for (const radius of RADII)
      for (const ball of balls(loss, radius))
        for (const seed of [1, 2]) {
          const examples = draws(seed, 9, 1, loss, false);
          const { dualValue, lowerBound } = robustParameter(loss, examples, ball);
          const least = golden(t => robustLoss(loss, examples, ball, Float64Array.of(t)).dualValue, -30, 30);
          const label = `${ball.name} ${radius}, seed ${seed}: ${lowerBound}, ${least}, ${dualValue}`;
          assert.ok(dualValue <= least * (1 + 1e-10), label);
          assert.ok(lowerBound <= least * (1 + 1e-12) && lowerBound >= dualValue * (1 - 1e-8), label);
        }
  });

for (const loss of LOSSES)
  test(`more coordinates, few examples, an intercept: the duality gap is below 1e-8; ${loss.name}`, () => {
    for (const radius of RADII)
      for (const ball of balls(loss, radius))
        for (const [n, d, intercept] of [
          [12, 2, true],
          [20, 5, false],
        ] as const) {
          const examples = draws(1, n, d, loss, intercept);
          const { dualValue, lowerBound } = robustParameter(loss, examples, ball);
          const label = `${ball.name} ${radius}, n = ${n}, d = ${d}: ${dualValue - lowerBound} of ${dualValue}`;
          assert.ok(Math.abs(dualValue - lowerBound) <= 1e-8 * dualValue, label);
        }
  });

test("quantile losses: no parameter near the fitted one has a robust loss below the lower bound", () => {
  for (const level of [0.5, 0.7])
    for (const d of [1, 2])
      for (const ball of [
        { name: "wasserstein", order: 1, radius: 0.1 },
        { name: "kl", radius: 0.05 },
      ] as const)
        for (const seed of [1, 2, 3, 4]) {
          const loss = quantileLoss(level);
          const examples = draws(seed, 12, d, loss, true);
          const { theta, lowerBound } = robustParameter(loss, examples, ball);
          const directions = normals(stream(seed, "directions"), 400 * theta.length);
          for (let k = 0; k < 400; k++) {
            const step = directions.subarray(k * theta.length, (k + 1) * theta.length);
            const { dualValue } = robustLoss(loss, examples, ball, axpy(10 ** -(k % 5), step, theta));
            const label = `${level}, ${ball.name}, d = ${d}, seed ${seed}: ${dualValue} below ${lowerBound}`;
            assert.ok(dualValue >= lowerBound * (1 - 1e-10), label);
          }
        }
});

test("W_2: once r ≥ |mean of xy|/√MSE(0) the robust linear regression is 0, and its loss MSE(0); else it is not", () => {
  for (const d of [1, 2, 5])
    for (const seed of [1, 2]) {
      const n = 30;
      const examples = draws(seed, n, d, squaredLoss, false);
      const { points, labels } = examples;
      const means = tabulate(d, c => labels.reduce((s, y, i) => s + (points[i * d + c] * y) / n, 0));
      const mse = dot(labels, labels) / n;
      const edge = Math.sqrt(dot(means, means) / mse);
      for (const part of [0.98, 1.001, 1.1, 2]) {
        const ball: Ball = { name: "wasserstein", order: 2, radius: part * edge };
        const { theta, dualValue, lowerBound } = robustParameter(squaredLoss, examples, ball);
        const label = `d = ${d}, seed ${seed}, ${part} of the edge: ${dualValue - lowerBound}, θ ${maxAbs(theta)}`;
        assert.ok(Math.abs(dualValue - lowerBound) <= 1e-8 * dualValue, label);
        assert.ok(
          part > 1 ? Math.abs(dualValue - mse) < 1e-12 && maxAbs(theta) < 1e-12 : dualValue < mse - 1e-8,
          label,
        );
      }
    }
});
