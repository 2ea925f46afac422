import assert from "node:assert/strict";
import { test } from "node:test";
import type { Vec } from "../../arithmetic/vec.js";
import { matmul } from "../../compute/index.js";
import { cos, log, sin } from "../../arithmetic/functions.js";
import { transpose } from "../../numerics/matrices.js";
import { concat } from "../../arithmetic/vectors.js";
import { gaussian } from "../../systems/spaces/gaussian.js";
import { computeDistance } from "./registry.js";
import type { Metric } from "./metric.js";

test("the momentum of a Gaussian is symmetric: turned by 0.5 rad, W_2² = 1.2221 and Fisher–Rao² = 1.8454", () => {
  const [c, s] = [cos(0.5), sin(0.5)];
  const q = Float64Array.of(c, -s, s, c);
  const state = (a: number, b: number): Vec =>
    concat(new Float64Array(2), matmul(matmul(q, Float64Array.of(a, 0, 0, b), 2), transpose(q, 2), 2));
  const pair = { space: gaussian(2), mu: state(2, 0.5), nu: state(1, 3) };
  const squared = (metric: Metric): number => {
    const { value } = computeDistance(pair, metric, { name: "dynamic", steps: 64 });
    return value * value;
  };
  // Σ (√λ - √μ)² and Σ ½ log²(λ/μ) of the axes, which both metrics keep apart; RK4 with 64 steps is off by 2.3e-7
  const axes = (f: (a: number, b: number) => number): number => f(2, 1) + f(0.5, 3);
  const bures = axes((a, b) => (Math.sqrt(a) - Math.sqrt(b)) * (Math.sqrt(a) - Math.sqrt(b)));
  const fisher = axes((a, b) => 0.5 * log(a / b) * log(a / b));
  assert.ok(Math.abs(bures - 1.2221) < 5e-5 && Math.abs(fisher - 1.8454) < 5e-5);
  assert.ok(Math.abs(squared({ name: "wasserstein", order: 2 }) - bures) < 1e-6);
  assert.ok(Math.abs(squared({ name: "fisher-rao-gaussian" }) - fisher) < 1e-6);
});
