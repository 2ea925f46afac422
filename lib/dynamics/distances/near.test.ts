import assert from "node:assert/strict";
import { test } from "node:test";
import { log, pow } from "../../arithmetic/functions.js";
import { normals, stream } from "../../arithmetic/random.js";
import { isRefusal } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { concat, tabulate } from "../../arithmetic/vectors.js";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import { kernels } from "../../systems/kernels/fixtures.js";
import { laplaceKernel } from "../../systems/kernels/laplace.js";
import { gaussian } from "../../systems/spaces/gaussian.js";
import { grid1d } from "../../systems/spaces/grid1d.js";
import { particles } from "../../systems/spaces/particles.js";
import { flaws } from "../evidence.js";
import { sliceDirections } from "../../numerics/transport/sliced.js";
import { distanceEvidence } from "./evidence.js";
import type { Distance, Method, Metric, Pair } from "./metric.js";
import { computeDistance, METRICS, methodsOf } from "./registry.js";

/** μ and a ν at the distance ε, exactly: all numbers are multiples of ε's last bits. */
interface Scene {
  readonly name: string;
  /** Far from 0, where rounding is larger than what some methods need. */
  readonly far?: boolean;
  at(epsilon: number): Pair;
}

/** Points on a lattice of 2^-16, which a shift by 2^-30 does not round. */
const cloud = (n: number): Vec => normals(stream(11, "near"), n).map(v => Math.round(v * 65536) / 65536);

const shifted = (dim: number, away = 0): Scene => ({
  name: `clouds in R^${dim}${away > 0 ? ` at ${away}` : ""} shifted by ε`,
  far: away > 0,
  at: epsilon => {
    const n = 8;
    const w = tabulate(n, () => 1 / n);
    const x = cloud(n * dim).map(v => v + away);
    return {
      space: particles({ n, dim }),
      mu: concat(x, w),
      nu: concat(
        x.map(v => v + epsilon),
        w,
      ),
    };
  },
});

const reweighted: Scene = {
  name: "grid densities that differ by ε relative",
  at: epsilon => {
    const n = 8;
    const sign = (i: number): number => (i < n / 2 ? 1 : -1);
    return {
      space: grid1d({ n, interval: [-2, 2] }),
      mu: tabulate(n, () => 1 / n),
      nu: tabulate(n, i => (1 + sign(i) * epsilon) / n),
    };
  },
};

const COVARIANCES: { readonly [D in 1 | 2]: Vec } = {
  1: Float64Array.of(0.75),
  2: Float64Array.of(1, 0.25, 0.25, 0.5),
};

/** `mean`, `covariance`: which of the two moves. */
const normal = (d: 1 | 2, mean: number, covariance: number, away = 0): Scene => ({
  name:
    `Gaussians in R^${d}${away > 0 ? ` at ${away}` : ""} with ${[mean && "means", covariance && "covariances"].filter(Boolean).join(" and ")} ` +
    "ε apart",
  far: away > 0,
  at: epsilon => {
    const m = tabulate(d, c => away + 0.5 - c);
    const sigma = COVARIANCES[d];
    return {
      space: gaussian(d),
      mu: concat(m, sigma),
      nu: concat(
        m.map(v => v + mean * epsilon),
        sigma.map((v, k) => v + covariance * epsilon * (k === 0 ? 1 : 0.5)),
      ),
    };
  },
});

const SCENES: readonly Scene[] = [
  shifted(1),
  shifted(2),
  shifted(1, 16384),
  shifted(2, 16384),
  reweighted,
  ...([1, 2] as const).flatMap(d => [normal(d, 1, 0), normal(d, 0, 1), normal(d, 1, 1), normal(d, 1, 1, 16384)]),
];

const metricsOf = (dim: number): { readonly [M in Metric["name"]]: readonly Metric[] } => ({
  tv: [{ name: "tv" }],
  hellinger: [{ name: "hellinger" }],
  "spherical-hellinger": [{ name: "spherical-hellinger" }],
  "fisher-rao-gaussian": [{ name: "fisher-rao-gaussian" }],
  wasserstein: [
    { name: "wasserstein", order: 1 },
    { name: "wasserstein", order: 2 },
  ],
  "sliced-wasserstein": ([1, 2] as const).map(order => ({
    name: "sliced-wasserstein",
    order,
    directions: sliceDirections(5, dim, stream(12, "directions")),
  })),
  "unbalanced-wasserstein": [
    { name: "unbalanced-wasserstein", order: 1, weight: 0.7 },
    { name: "unbalanced-wasserstein", order: 2, weight: 0.7 },
  ],
  // |x|^1.7 with its √ of corrections O(h^0.3) has no limit at these h
  mmd: kernels(dim)
    .filter(({ name }) => name !== "riesz(1.7)")
    .map(kernel => ({ name: "mmd", kernel })),
  "de-stein": [{ name: "de-stein", kernel: gaussianKernel(0.8) }],
  "kernel-hellinger": [{ name: "kernel-hellinger", kernel: laplaceKernel(0.8) }],
  "hellinger-kantorovich": [{ name: "hellinger-kantorovich", alpha: 1, beta: 2 }],
});

const METHODS: { readonly [K in Method["name"]]: Method } = {
  exact: { name: "exact" },
  static: { name: "static" },
  dual: { name: "dual" },
  "linear-program": { name: "linear-program" },
  dynamic: { name: "dynamic", steps: 12 },
  samples: { name: "samples", statistic: "v" },
  quantiles: { name: "quantiles", nodes: 400 },
  sinkhorn: { name: "sinkhorn", epsilon: 0.05, debiased: true },
};

const attempt = (pair: Pair, metric: Metric, method: Method): Distance | undefined => {
  try {
    return computeDistance(pair, metric, method);
  } catch (error) {
    assert.ok(isRefusal(error), `${metric.name} by ${method.name}: ${error}`);
    return undefined;
  }
};

const certified = (pair: Pair, metric: Metric, found: Distance): boolean =>
  found.failure === undefined && flaws(distanceEvidence(pair, metric, found)).length === 0;

const label = (metric: Metric): string =>
  "kernel" in metric ? `${metric.name} with ${metric.kernel.name}` : metric.name;

/** ε, and distances at which nothing cancels: d(h) = c h^p (1 + O(h)) gives p and c. */
const EPSILON = pow(2, -30);
const H = pow(2, -8);

/** c ε^p from d(h/2) and d(h/4), with the O(h) of c taken away. */
function predicted(d: (h: number) => number): number {
  const [b, c] = [H / 2, H / 4].map(d);
  const p = Math.round((4 * log(b / c)) / Math.LN2) / 4;
  const constant = (value: number, h: number): number => value / pow(h, p);
  return (2 * constant(c, H / 4) - constant(b, H / 2)) * pow(EPSILON, p);
}

/** Singular systems and stopped sweeps have no differences to be computed in, nor have kernels that are no formula. */
const mustResolve = (metric: Metric, by: Method["name"]): boolean =>
  !["dual", "sinkhorn"].includes(by) && !("kernel" in metric && /stein|wendland|own/.test(metric.kernel.name));

for (const scene of SCENES)
  test(`near measures: d(μ, ν_ε) = c ε^p (1 + O(ε)) at ε = 2^-30, or its resolution is said; ${scene.name}`, () => {
    const wrong: string[] = [];
    const near = scene.at(EPSILON);
    let right = 0;
    for (const name of METRICS)
      for (const metric of metricsOf(near.space.dim)[name])
        for (const by of methodsOf(name)) {
          const far = attempt(scene.at(H), metric, METHODS[by]);
          const found = attempt(near, metric, METHODS[by]);
          assert.equal(found === undefined, far === undefined, `${label(metric)} by ${by}`);
          if (!found) continue;
          if (!certified(near, metric, found)) {
            if (!scene.far && mustResolve(metric, by)) wrong.push(`${label(metric)} by ${by} does not resolve it`);
            continue;
          }
          const expected = predicted(h => attempt(scene.at(h), metric, METHODS[by])?.value ?? NaN);
          if (Math.abs(found.value / expected - 1) < 1e-3) right++;
          else wrong.push(`${label(metric)} by ${by}: ${found.value} instead of ${expected}`);
        }
    assert.deepEqual(wrong, []);
    assert.ok(right > 0);
  });

test("d(μ, μ) = 0 by every closed form, and nothing speaks against it", () => {
  const wrong: string[] = [];
  for (const scene of SCENES) {
    const { space, mu } = scene.at(0);
    for (const name of METRICS)
      for (const metric of metricsOf(space.dim)[name])
        for (const by of ["exact", "static", "linear-program"] as const) {
          const pair = { space, mu, nu: mu.slice() };
          const found = methodsOf(name).includes(by) ? attempt(pair, metric, METHODS[by]) : undefined;
          if (found && !(found.value === 0 && certified(pair, metric, found)))
            wrong.push(`${label(metric)} by ${by}, ${scene.name}: ${found.value}`);
        }
  }
  assert.deepEqual(wrong, []);
});
