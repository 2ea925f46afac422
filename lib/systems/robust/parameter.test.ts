import assert from "node:assert/strict";
import { test } from "node:test";
import { normals, stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { dot, maxAbs, subtract, tabulate } from "../../arithmetic/vectors.js";
import { gaussianKernel } from "../kernels/gaussian.js";
import { equalWeights } from "../measures/atoms.js";
import type { Ball } from "./ball.js";
import type { Examples } from "./examples.js";
import { formulaLoss } from "./formula-loss.js";
import { logisticLoss } from "./logistic-loss.js";
import { robustLoss, robustParameter } from "./parameter.js";
import { quantileLoss, type RidgeLoss, squaredLoss } from "./ridge-loss.js";

const [n, d] = [24, 2];
const points = normals(stream(5, "points"), n * d);
const noise = normals(stream(6, "noise"), n);
const labels = noise.map((e, i) => e + points[2 * i] - 2 * points[2 * i + 1]);
const examples: Examples = { points, dim: d, labels, masses: equalWeights(n), intercept: true };
const signs: Examples = { ...examples, labels: labels.map(v => (v > 0 ? 1 : 0)) };

const LOSSES: readonly (readonly [RidgeLoss, Examples])[] = [
  [squaredLoss, examples],
  [quantileLoss(0.7), examples],
  [logisticLoss, signs],
  [formulaLoss(u => Math.abs(u) * u * u), examples],
];
const BALLS: readonly Ball[] = [
  { name: "kl", radius: 0 },
  { name: "kl", radius: 0.2 },
  { name: "chi-square", radius: 0.2 },
  { name: "wasserstein", order: 1, radius: 0.1 },
  { name: "wasserstein", order: 2, radius: 0.1 },
  { name: "mmd", kernel: gaussianKernel(2), radius: 0.05 },
];

for (const [loss, data] of LOSSES)
  test(`saddle point: the robust loss of θ meets min_θ under one measure of the ball to 1e-8; ${loss.name}`, () => {
    for (const ball of BALLS) {
      if (ball.name === "wasserstein" && (loss.name === "formula" || (ball.order === 1 && loss.name === "squared"))) {
        assert.throws(() => robustParameter(loss, data, ball), /^Error: refused: .*take/);
        continue;
      }
      const { theta, value, dualValue, lowerBound } = robustParameter(loss, data, ball);
      const label = `${loss.name} in ${ball.name}`;
      assert.ok(dualValue - lowerBound <= 1e-8 * dualValue, `${label}: ${dualValue - lowerBound}`);
      assert.ok(lowerBound - dualValue <= 1e-12 && Math.abs(value - dualValue) <= 1e-8 * dualValue, label);
      for (let k = 0; k < 4; k++) {
        const near = tabulate(theta.length, c => theta[c] + 0.02 * (c === k ? 1 : k === 3 ? -1 : 0));
        assert.ok(robustLoss(loss, data, ball, near).dualValue >= dualValue - 1e-10, label);
      }
    }
  });

test("sup_t φ(u + t) - t²/4κ: no point of a fine net exceeds it, and it is attained; for κ on both sides of 2", () => {
  for (const [loss] of LOSSES.filter(([{ name }]) => name !== "formula"))
    for (const kappa of [0.1, 1.9, 2.5, 7])
      for (const u of [-6, -2, 0, 0.4, 1, 3, 5, 9]) {
        const { value, t } = loss.supremum(u, kappa);
        if (value === Infinity) continue;
        const at = (s: number): number => loss.value(u + s) - (s * s) / (4 * kappa);
        const label = `${loss.name}, κ = ${kappa}, u = ${u}`;
        assert.ok(Math.abs(at(t) - value) < 1e-12 * (1 + value), label);
        assert.ok(value >= Math.max(...tabulate(8001, i => at((i - 4000) / 100))) - 1e-12 * (1 + value), label);
      }
});

/** Mean square of y - θ·x, and |θ|. */
const parts = (theta: Vec, { masses }: Examples): readonly [number, number] => {
  const squares = labels.map(
    (y, i) => (y - dot(points.subarray(2 * i, 2 * i + 2), theta)) * (y - dot(points.subarray(2 * i, 2 * i + 2), theta)),
  );
  return [dot(masses, squares), Math.sqrt(dot(theta, theta))];
};

test("linear regression in a W_2 ball: (√MSE + r|θ|)², whose stationarity ∇√MSE + rθ/|θ| = 0 the robust parameter solves", () => {
  const plain: Examples = { ...examples, intercept: false };
  const ball: Ball = { name: "wasserstein", order: 2, radius: 0.3 };
  const theta = Float64Array.of(0.3, -1);
  const [mse, size] = parts(theta, plain);
  const expected = (Math.sqrt(mse) + 0.3 * size) * (Math.sqrt(mse) + 0.3 * size);
  const found = robustLoss(squaredLoss, plain, ball, theta);
  assert.ok(Math.abs(found.value - expected) < 1e-13 && Math.abs(found.dualValue - expected) < 1e-13);
  const best = robustParameter(squaredLoss, plain, ball).theta;
  const [least, length] = parts(best, plain);
  const slope = tabulate(d, c => {
    const inner = labels.reduce(
      (s, y, i) => s - (points[2 * i + c] * (y - dot(points.subarray(2 * i, 2 * i + 2), best))) / n,
      0,
    );
    return inner / Math.sqrt(least) + (0.3 * best[c]) / length;
  });
  assert.ok(maxAbs(slope) < 1e-9, `${maxAbs(slope)}`);
});

test("in a W_2 ball around examples that θ fits perfectly, or to rounding, the squared loss is (r|θ|)²", () => {
  const theta = Float64Array.of(0.75, -1.25);
  const inputs = points.map(x => Math.round(8 * x) / 8);
  for (const off of [0, 1e-17, 1e-16, 1e-14, 1e-10]) {
    const fitted = tabulate(n, i => dot(inputs.subarray(2 * i, 2 * i + 2), theta) + (i % 2 === 0 ? off : -off));
    const exact: Examples = { points: inputs, dim: d, labels: fitted, masses: equalWeights(n) };
    for (const radius of [1e-3, 0.4, 7]) {
      const { value, dualValue } = robustLoss(squaredLoss, exact, { name: "wasserstein", order: 2, radius }, theta);
      const expected = radius * radius * dot(theta, theta);
      for (const found of [value, dualValue])
        assert.ok(
          Math.abs(found / expected - 1) < 1e-13 + (4 * off) / radius,
          `${off}, ${radius}: ${found}, ${expected}`,
        );
    }
  }
});

test("W_1 balls: the mean plus r sup|φ'| |θ| for logistic and quantile losses", () => {
  const theta = Float64Array.of(0.3, -1);
  for (const [loss, data, lipschitz] of [
    [logisticLoss, signs, 1],
    [quantileLoss(0.7), examples, 0.7],
  ] as const) {
    const plain = { ...data, intercept: false };
    const at = (radius: number): number =>
      robustLoss(loss, plain, { name: "wasserstein", order: 1, radius }, theta).value;
    assert.ok(Math.abs(at(0.2) - at(0) - 0.2 * lipschitz * Math.sqrt(1.09)) < 1e-14);
  }
});

test("radius 0 is least squares: the normal equations hold to 1e-10, weights count as repetitions", () => {
  const twice: Examples = { ...examples, masses: tabulate(n, i => (i < 3 ? 2 : 1)) };
  const repeated = (x: Vec, width: number): Vec => Float64Array.from([...x, ...x.subarray(0, 3 * width)]);
  const longer: Examples = {
    ...examples,
    points: repeated(points, d),
    labels: repeated(labels, 1),
    masses: equalWeights(n + 3),
  };
  for (const ball of [
    { name: "kl", radius: 0 },
    { name: "wasserstein", order: 2, radius: 0.2 },
  ] as const) {
    const [one, two] = [twice, longer].map(data => robustParameter(squaredLoss, data, ball).theta);
    assert.ok(maxAbs(subtract(one, two)) < 1e-8);
  }
  const { theta } = robustParameter(squaredLoss, examples, { name: "kl", radius: 0 });
  for (let c = 0; c < 3; c++) {
    const z = (i: number): number => (c < d ? points[d * i + c] : 1);
    const residual = (i: number): number =>
      labels[i] - dot(points.subarray(d * i, d * i + d), theta.subarray(0, d)) - theta[2];
    assert.ok(Math.abs(tabulate(n, i => z(i) * residual(i)).reduce((s, v) => s + v, 0)) < 1e-10);
  }
});
