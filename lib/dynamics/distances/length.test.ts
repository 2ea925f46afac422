import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefusal } from "../../arithmetic/refusal.js";
import { concat } from "../../arithmetic/vectors.js";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import { gaussian } from "../../systems/spaces/gaussian.js";
import { particles } from "../../systems/spaces/particles.js";
import { flaws } from "../evidence.js";
import { distanceEvidence } from "./evidence.js";
import { gaussianIn, lengthOf } from "./length.js";
import type { Method, Metric, Pair } from "./metric.js";
import { computeDistance, METRICS, methodsOf } from "./registry.js";

const cloud = (unit: number): Pair => {
  const state = (x: readonly number[], w: readonly number[]): Float64Array =>
    concat(
      Float64Array.from(x, v => unit * v),
      Float64Array.from(w),
    );
  return {
    space: particles({ n: 2, dim: 1 }),
    mu: state([0, 1], [0.25, 0.75]),
    nu: state([0.5, 2], [0.5, 0.5]),
  };
};

const law = (unit: number): Pair => ({
  space: gaussian(1),
  mu: Float64Array.of(0, unit * unit),
  nu: Float64Array.of(3 * unit, 4 * unit * unit),
});

/** Powers of 10 whose squares are no doubles, and those next to them. */
const UNITS = [1e-300, 1e-200, 1e-160, 1e-101, 1e141, 1e160, 1e200, 1e300] as const;

test("ℓ is a power of 2 with 1e-100 ≤ max|x|/ℓ ≤ 1e140 (ℓ = 1 in between), so that x/ℓ has no rounding and (x/ℓ)² is a double", () => {
  for (const unit of UNITS) {
    const length = lengthOf(cloud(unit));
    const largest = (2 * unit) / length;
    assert.equal((largest * length) / 2, unit, "nothing is rounded");
    assert.ok(length !== 1 && largest >= 1 && largest <= 2.01e140, `${unit}: ${length}`);
  }
  for (const unit of [1e-99, 1, 1e139]) assert.equal(lengthOf(cloud(unit)), 1);
  assert.equal(lengthOf(cloud(0)), 1);
  assert.ok(lengthOf(law(1e-120)) < 1e-119, "the deviation is a length, not the covariance");
  assert.deepEqual(gaussianIn(2, Float64Array.of(4, 16), 1), Float64Array.of(2, 4));
});

const CLOUD_METRICS: { readonly [M in Metric["name"]]?: Metric } = {
  wasserstein: { name: "wasserstein", order: 2 },
  "sliced-wasserstein": { name: "sliced-wasserstein", order: 2, directions: Float64Array.of(1) },
  "unbalanced-wasserstein": { name: "unbalanced-wasserstein", order: 2, weight: 1 },
  "hellinger-kantorovich": { name: "hellinger-kantorovich", alpha: 1, beta: 1 },
  mmd: { name: "mmd", kernel: gaussianKernel(1) },
};
const METHODS: { readonly [K in Method["name"]]: Method } = {
  exact: { name: "exact" },
  static: { name: "static" },
  dual: { name: "dual" },
  "linear-program": { name: "linear-program" },
  dynamic: { name: "dynamic", steps: 8 },
  samples: { name: "samples", statistic: "v" },
  quantiles: { name: "quantiles", nodes: 16 },
  sinkhorn: { name: "sinkhorn", epsilon: 0.1 },
};

/** Whether nothing speaks against a distance; undefined where it is refused. */
function certified(pair: Pair, metric: Metric, method: Method): number | undefined {
  try {
    const found = computeDistance(pair, metric, method);
    return found.failure === undefined && flaws(distanceEvidence(pair, metric, found)).length === 0
      ? found.value
      : undefined;
  } catch (error) {
    assert.ok(isRefusal(error), String(error));
    return undefined;
  }
}

test("A4: no distance of different measures is 0 where squares underflow: ℓ d, or refused", () => {
  const wrong: string[] = [];
  let right = 0;
  for (const unit of UNITS)
    for (const name of METRICS)
      for (const by of methodsOf(name))
        for (const order of [1, 2] as const) {
          const metric = CLOUD_METRICS[name];
          if (!metric || !["wasserstein", "unbalanced-wasserstein", "hellinger-kantorovich"].includes(name)) continue;
          const of = ("order" in metric ? { ...metric, order } : metric) as Metric;
          const value = certified(cloud(unit), of, METHODS[by]);
          if (value === undefined) continue;
          if (value > 0) right++;
          else wrong.push(`${name} of order ${order} by ${by} at ${unit}: ${value}`);
        }
  assert.deepEqual(wrong, []);
  assert.ok(right > 20, `${right}`);
});

test("A4: W_p(ℓ μ, ℓ ν) = ℓ W_p(μ, ν) to 1e-12 for ℓ from 1e-300 to 1e300, by quantiles, by the linear program, and sliced", () => {
  for (const unit of UNITS)
    for (const order of [1, 2] as const)
      for (const [name, by] of [
        ["wasserstein", "quantiles"],
        ["wasserstein", "linear-program"],
        ["sliced-wasserstein", "quantiles"],
      ] as const) {
        const metric = { ...CLOUD_METRICS[name], order } as Metric;
        const at = (ell: number): number => computeDistance(cloud(ell), metric, METHODS[by]).value;
        assert.ok(Math.abs(at(unit) / unit / at(1) - 1) < 1e-12, `${name} ${order} by ${by} at ${unit}`);
      }
});

test("A4: W_2 of N(0, ℓ²) and N(3ℓ, 4ℓ²) is √10 ℓ as long as ℓ² is a double", () => {
  for (const unit of [1e-150, 1e-120, 1e120, 1e150])
    for (const by of ["exact", "quantiles"] as const) {
      const { value } = computeDistance(law(unit), { name: "wasserstein", order: 2 }, METHODS[by]);
      // 16 nodes of the midpoint rule on [-8, 8] integrate x² φ(x) to 1e-7
      assert.ok(Math.abs(value / unit / Math.sqrt(10) - 1) < (by === "exact" ? 1e-12 : 1e-6), `${by} at ${unit}`);
    }
});

test("A4: what is left out for want of doubles names the unit of length; an entropic plan names the exact one", () => {
  for (const unit of UNITS)
    for (const order of [1, 2] as const) {
      const { notes } = computeDistance(cloud(unit), { name: "wasserstein", order }, METHODS["linear-program"]);
      assert.ok(notes?.certificate?.endsWith(`in the unit of length ${lengthOf(cloud(unit)).toPrecision(2)}`));
    }
  const far: Pair = { ...cloud(1), mu: Float64Array.of(0, 100, 1, 1), nu: Float64Array.of(0.2, 103, 1, 3) };
  const { failure } = computeDistance(
    far,
    { name: "unbalanced-wasserstein", order: 2, weight: 1e4 },
    { name: "sinkhorn", epsilon: 1e-3 },
  );
  assert.match(failure ?? "", /take a larger epsilon, or `linear-program`|take epsilon ≥ .*, or `linear-program`/);
});
