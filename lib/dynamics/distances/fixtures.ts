import assert from "node:assert/strict";
import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../../compute/kernel-form.js";
import type { Space } from "../../systems/spaces/space.js";
import type { Method, Metric } from "./metric.js";
import { computeDistance } from "./registry.js";

export { line, probability } from "../geodesics/fixtures.js";

export const near = (a: number, b: number, tolerance: number): void =>
  assert.ok(Math.abs(a - b) <= tolerance, `${a} is not ${b}: ${a - b}`);

export const value = (space: Space, mu: Vec, nu: Vec, metric: Metric, method: Method): number =>
  computeDistance({ space, mu, nu }, metric, method).value;

export const exact: Method = { name: "exact" };

export const fixed: Method = { name: "static" };

/** Every metric that compares measures on the same nodes or clouds, those of kernels with this one. */
export const metricsWith = (kernel: Kernel): readonly Metric[] => [
  { name: "tv" },
  { name: "hellinger" },
  { name: "spherical-hellinger" },
  { name: "wasserstein", order: 1 },
  { name: "wasserstein", order: 2 },
  { name: "sliced-wasserstein", order: 2, directions: Float64Array.of(1) },
  { name: "unbalanced-wasserstein", order: 1, weight: 0.7 },
  { name: "unbalanced-wasserstein", order: 2, weight: 0.7 },
  { name: "mmd", kernel },
  { name: "de-stein", kernel },
  { name: "kernel-hellinger", kernel },
  { name: "hellinger-kantorovich", alpha: 1, beta: 1 },
];
