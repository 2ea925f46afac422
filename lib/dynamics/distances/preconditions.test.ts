import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefusal } from "../../arithmetic/refusal.js";
import { concat, fill, vec } from "../../arithmetic/vectors.js";
import type { Vec } from "../../arithmetic/vec.js";
import { laplaceKernel } from "../../systems/kernels/laplace.js";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import { finiteSet } from "../../systems/spaces/finite-set.js";
import { gaussian } from "../../systems/spaces/gaussian.js";
import { grid1d } from "../../systems/spaces/grid1d.js";
import { particles } from "../../systems/spaces/particles.js";
import type { Space } from "../../systems/spaces/space.js";
import { distance } from "./distance.js";
import type { Method, Metric } from "./metric.js";
import { computeDistance } from "./registry.js";
import { metricsWith } from "./fixtures.js";

const kernel = laplaceKernel(1);

const METRICS = metricsWith(kernel);
const METHODS: readonly Method[] = [
  { name: "exact" },
  { name: "static" },
  { name: "dual" },
  { name: "linear-program" },
  { name: "dynamic", steps: 8 },
  { name: "samples", statistic: "v" },
  { name: "samples", statistic: "u" },
  { name: "quantiles", nodes: 10 },
  { name: "sinkhorn", epsilon: 0.05 },
];

const line = grid1d({ n: 3, interval: [0, 3] });
const set = finiteSet({ n: 3, points: vec(0, 1, 2) });
const cloud = particles({ n: 3, dim: 1 });
const onCloud = (masses: Vec): Vec => concat(vec(0, 1, 2), masses);
const SPACES: readonly (readonly [Space, (masses: Vec) => Vec])[] = [
  [line, masses => masses],
  [set, masses => masses],
  [cloud, onCloud],
];

/** Every metric × method × space that is computed for two measures. */
const COMPUTED = METRICS.flatMap(metric =>
  METHODS.flatMap(method =>
    SPACES.flatMap(([space, state]) => {
      const pair = { space, mu: state(vec(0.2, 0.3, 0.5)), nu: state(vec(0.4, 0.4, 0.2)) };
      try {
        computeDistance(pair, metric, method);
        return [{ metric, method, space, state }];
      } catch {
        return [];
      }
    }),
  ),
);

test("masses-that-are-no-measure: (-½, 1, ½) is refused with node and mass by all metrics but the norms TV, MMD, De-Stein", () => {
  assert.ok(COMPUTED.length > 30);
  for (const { metric, method, space, state } of COMPUTED) {
    const signed = state(vec(-0.5, 1, 0.5));
    const other = state(vec(0.4, 0.4, 0.2));
    for (const [mu, nu] of [
      [signed, other],
      [other, signed],
    ]) {
      const label = `${metric.name} by ${method.name} on ${space.name}`;
      const compute = (): unknown => computeDistance({ space, mu, nu }, metric, method);
      if (["mmd", "tv", "de-stein"].includes(metric.name)) assert.doesNotThrow(compute, label);
      else {
        assert.throws(compute, new RegExp(`refused: ${metric.name}: .*not negative.*node 1 has the mass -0.5`), label);
        assert.ok(Number.isNaN(distance(metric, space, mu, nu)));
      }
    }
  }
});

test("masses-that-are-no-measure: no mass on either side is refused, or 0 with gap 0; never NaN", () => {
  for (const { metric, method, space, state } of COMPUTED) {
    const nothing = state(vec(0, 0, 0));
    try {
      const { value, gap = 0 } = computeDistance({ space, mu: nothing, nu: nothing }, metric, method);
      assert.deepEqual([value, gap], [0, 0], `${metric.name} by ${method.name} on ${space.name}`);
    } catch (error) {
      assert.match((error as Error).message, /^refused: /);
    }
  }
});

/** {0, 1} and {0, ¼, 1}, with equal weights in each. */
const two = concat(vec(0, 1), fill(2, 1 / 2));
const three = concat(vec(0, 0.25, 1), fill(3, 1 / 3));

test("samples-of-different-sizes: W₂² of {0, 1} and {0, ¼, 1} is 5/48 by quantiles and plans, MMD 0.0938…, whatever n", () => {
  const ways: readonly (readonly [Metric, Method, number])[] = [
    [{ name: "wasserstein", order: 2 }, { name: "linear-program" }, Math.sqrt(5 / 48)],
    [{ name: "wasserstein", order: 2 }, { name: "dual" }, Math.sqrt(5 / 48)],
    [{ name: "wasserstein", order: 2 }, { name: "quantiles", nodes: 4 }, Math.sqrt(5 / 48)],
    // |Q₀ - Q₁| is ¼ on (⅓, ½) and ¾ on (½, ⅔)
    [{ name: "wasserstein", order: 1 }, { name: "quantiles", nodes: 4 }, 1 / 6],
    [{ name: "wasserstein", order: 1 }, { name: "linear-program" }, 1 / 6],
    [{ name: "mmd", kernel: gaussianKernel(1) }, { name: "static" }, 0.0938038694955034],
    [{ name: "mmd", kernel: gaussianKernel(1) }, { name: "samples", statistic: "v" }, 0.0938038694955034],
  ];
  for (const n of [1, 2, 3, 7])
    for (const [metric, method, expected] of ways) {
      const space = particles({ n, dim: 1 });
      for (const [mu, nu] of [
        [two, three],
        [three, two],
      ]) {
        const { value, plan } = computeDistance({ space, mu, nu }, metric, method);
        assert.ok(Math.abs(value - expected) < 1e-12, `${metric.name} by ${method.name}: ${value}`);
        assert.ok(plan === undefined || plan.matrix().length === 6);
      }
    }
});

test("samples-of-different-sizes: metric × method takes them without NaN, or says what to take", () => {
  for (const { metric, method, space } of COMPUTED)
    if (space === cloud)
      try {
        const { value } = computeDistance({ space, mu: two, nu: three }, metric, method);
        assert.ok(value >= 0, `${metric.name} by ${method.name}: ${value}`);
      } catch (error) {
        assert.match((error as Error).message, /^refused: .*take/);
      }
});

test("a single atom is any number of particles: W₂ by shooting from {0, 1, 2} to δ₃ is √(14/3), for every n of the space", () => {
  const mu = concat(vec(0, 1, 2), fill(3, 1 / 3));
  for (const n of [1, 3, 5]) {
    const pair = { space: particles({ n, dim: 1 }), mu, nu: vec(3, 1) };
    const { value } = computeDistance(pair, { name: "wasserstein", order: 2 }, { name: "dynamic", steps: 4 });
    assert.ok(Math.abs(value - Math.sqrt(14 / 3)) < 1e-12);
  }
});

test("unbiased-statistic-of-one-sample: the U-statistic of one point, or of one with mass, is refused", () => {
  const u: Method = { name: "samples", statistic: "u" };
  for (const mu of [vec(0, 1), concat(vec(0, 1), vec(1, 0))])
    for (const [a, b] of [
      [mu, two],
      [two, mu],
    ])
      assert.throws(
        () => computeDistance({ space: particles({ n: 2, dim: 1 }), mu: a, nu: b }, { name: "mmd", kernel }, u),
        /refused: the U-statistic needs two points in each sample.*take v/,
      );
});

test("every metric refuses states with a number that is none, and normal laws whose covariance is none", () => {
  for (const metric of METRICS)
    for (const [space, state] of SPACES)
      for (const bad of [NaN, Infinity]) {
        const good = state(vec(0.2, 0.3, 0.5));
        const faulty = good.map((v, i) => (i === 1 ? bad : v));
        for (const [mu, nu] of [
          [good, faulty],
          [faulty, good],
        ]) {
          assert.ok(Number.isNaN(distance(metric, space, mu, nu)), `${metric.name} on ${space.name}: ${bad}`);
          for (const method of METHODS)
            assert.throws(() => computeDistance({ space, mu, nu }, metric, method), isRefusal);
        }
      }
  const plane = gaussian(2);
  const normal = vec(0, 0, 1, 0, 0, 1);
  for (const name of ["wasserstein", "hellinger", "fisher-rao-gaussian"] as const)
    for (const [covariance, fault] of [
      [vec(1, 0.5, 0, 1), /symmetric/],
      [vec(1, 2, 2, 1), /eigenvalue/],
    ] as const) {
      const pair = { space: plane, mu: normal, nu: concat(vec(0, 0), covariance) };
      assert.throws(() => computeDistance(pair, { name, order: 2 } as Metric, { name: "exact" }), fault, name);
    }
});
