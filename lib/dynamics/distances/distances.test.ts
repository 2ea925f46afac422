import assert from "node:assert/strict";
import { test } from "node:test";
import type { Vec } from "../../arithmetic/vec.js";
import type { Space } from "../../systems/spaces/space.js";
import { gaussianKernel, normalisedGaussianKernel } from "../../systems/kernels/gaussian.js";
import { laplaceKernel } from "../../systems/kernels/laplace.js";
import { rieszKernel } from "../../systems/kernels/riesz.js";
import { erf, exp, log, sin, square } from "../../arithmetic/functions.js";
import { sum } from "../../arithmetic/vectors.js";
import { gaussian } from "../../systems/spaces/gaussian.js";
import { grid1d } from "../../systems/spaces/grid1d.js";
import { particles } from "../../systems/spaces/particles.js";
import { distance } from "./distance.js";
import { computeDistance } from "./registry.js";
import type { Method, Metric } from "./metric.js";
import { metricsWith, near, probability, line, value, exact, fixed } from "./fixtures.js";

const dual: Method = { name: "dual" };

const k = laplaceKernel(0.5);

/** Cell masses of N(m, s²) with unit total. */
function cells(space: Space, h: number, m: number, s: number): Vec {
  const x = space.nodes(new Float64Array(space.size));
  const cdf = (y: number): number => erf((y - m) / (s * Math.SQRT2)) / 2;
  const masses = x.map(v => cdf(v + h / 2) - cdf(v - h / 2));
  return masses.map(v => v / sum(masses));
}

test("G-1: W_2² of N(-1, ½²) and N(2, 1.5²) is 3² + 1² = 10; for commuting covariances it is Σ (√λ_i - √μ_i)²", () => {
  const w2: Metric = { name: "wasserstein", order: 2 };
  near(square(value(gaussian(1), Float64Array.of(-1, 0.25), Float64Array.of(2, 2.25), w2, exact)), 10, 1e-13);
  const diagonal = value(gaussian(2), Float64Array.of(0, 0, 4, 0, 0, 9), Float64Array.of(1, 2, 1, 0, 0, 16), w2, exact);
  near(square(diagonal), 1 + 4 + 1 + 1, 1e-12);
  // tr √(S_0 S_1) = √(tr S_0 S_1 + 2 √det S_0 S_1) for 2 × 2
  const general = value(gaussian(2), Float64Array.of(0, 0, 2, 1, 1, 2), Float64Array.of(0, 0, 3, -1, -1, 1), w2, exact);
  near(square(general), 4 + 4 - 2 * Math.sqrt(6 + 2 * Math.sqrt(6)), 1e-12);
});

test("G-1: closed form, quantiles, grid, linear program and Sinkhorn agree on W_2, within their own errors", () => {
  const u = Float64Array.of(-1, 0.25);
  const v = Float64Array.of(2, 2.25);
  const w2: Metric = { name: "wasserstein", order: 2 };
  near(value(gaussian(1), u, v, w2, { name: "quantiles", nodes: 200 }), Math.sqrt(10), 1e-12);
  const h = 15 / 100;
  const grid = grid1d({ n: 100, interval: [-6, 9] });
  const mu = cells(grid, h, -1, 0.5);
  const nu = cells(grid, h, 2, 1.5);
  near(value(grid, mu, nu, w2, { name: "quantiles", nodes: 1 }), Math.sqrt(10), h * h);
  near(value(grid, mu, nu, w2, { name: "linear-program" }), Math.sqrt(10), h * h);
  near(value(grid, mu, nu, w2, { name: "sinkhorn", epsilon: 0.05, debiased: true }), Math.sqrt(10), h * h + 0.01);
});

test("W_1: folded normal mean = quantile quadrature = ∫ |F - G| on a grid", () => {
  const u = Float64Array.of(-1, 0.25);
  const v = Float64Array.of(0.5, 2.25);
  const w1: Metric = { name: "wasserstein", order: 1 };
  const closed = value(gaussian(1), u, v, w1, exact);
  near(value(gaussian(1), u, v, w1, { name: "quantiles", nodes: 4000 }), closed, 1e-5);
  const n = 1500;
  const h = 15 / n;
  const grid = grid1d({ n, interval: [-7, 8] });
  near(
    value(grid, cells(grid, h, -1, 0.5), cells(grid, h, 0.5, 1.5), w1, { name: "quantiles", nodes: 1 }),
    closed,
    h * h,
  );
});

test("He of two Gaussians that nearly agree is a number: the affinity of 1 is not passed by rounding", () => {
  const near1 = Array.from({ length: 50 }, (_, i) => Float64Array.of(1e-9 * i, 0.7 + 1e-10 * i));
  for (const u of near1)
    assert.ok(value(gaussian(1), u, Float64Array.of(0, 0.7), { name: "hellinger" }, exact) <= 1e-7);
});

test("G-2, A-1.1: He ≤ SHe, He = 4 sin(SHe/4) on Gaussians, 1.09250 and 1.10656 for N(0,1), N(1,4); the grid agrees", () => {
  const u = Float64Array.of(0, 1);
  const v = Float64Array.of(1, 4);
  const he = value(gaussian(1), u, v, { name: "hellinger" }, exact);
  const she = value(gaussian(1), u, v, { name: "spherical-hellinger" }, exact);
  near(he, 1.0925, 5e-6);
  near(she, 1.10656, 5e-6);
  near(he, 4 * sin(she / 4), 1e-14);
  const h = 40 / 2000;
  const grid = grid1d({ n: 2000, interval: [-20, 20] });
  const mu = cells(grid, h, 0, 1);
  const nu = cells(grid, h, 1, 2);
  near(value(grid, mu, nu, { name: "hellinger" }, fixed), he, h * h);
  near(value(grid, mu, nu, { name: "spherical-hellinger" }, fixed), she, h * h);
});

test("G-6: MMD² of N(0.3, 0.9²), N(-0.5, 1.4²) under the Gaussian kernel of width 0.8 is 0.117948295402821", () => {
  const m: Metric = { name: "mmd", kernel: gaussianKernel(0.8) };
  near(
    square(value(gaussian(1), Float64Array.of(0.3, 0.81), Float64Array.of(-0.5, 1.96), m, exact)),
    0.117948295402821,
    1e-15,
  );
  const n = 300;
  const h = 20 / n;
  const grid = grid1d({ n, interval: [-10, 10] });
  near(square(value(grid, cells(grid, h, 0.3, 0.9), cells(grid, h, -0.5, 1.4), m, fixed)), 0.117948295402821, h * h);
});

test("G-8: the energy distance 2∫(F - G)² of N(-1, ½²), N(0.5, 1.5²) is MMD² with k = -|x-y|", () => {
  const n = 1000;
  const h = 16 / n;
  const grid = grid1d({ n, interval: [-8, 8] });
  const mu = cells(grid, h, -1, 0.5);
  const nu = cells(grid, h, 0.5, 1.5);
  const mean = (delta: number, s: number): number =>
    s * Math.sqrt(2 / Math.PI) * exp((-0.5 * delta * delta) / (s * s)) + delta * erf(delta / (s * Math.SQRT2));
  const energy = 2 * mean(1.5, Math.sqrt(2.5)) - mean(0, Math.sqrt(0.5)) - mean(0, Math.sqrt(4.5));
  near(square(value(grid, mu, nu, { name: "mmd", kernel: rieszKernel(1) }, fixed)), energy, h);
  near(
    square(
      value(
        gaussian(1),
        Float64Array.of(-1, 0.25),
        Float64Array.of(0.5, 2.25),
        { name: "mmd", kernel: rieszKernel(1) },
        exact,
      ),
    ),
    energy,
    1e-14,
  );
});

test("A-3.2: with the normalised Gaussian kernel of width s, De-Stein² tends to ∫(F - G)² with an error of order s²", () => {
  const n = 400;
  const h = 16 / n;
  const grid = grid1d({ n, interval: [-8, 8] });
  const mu = cells(grid, h, -1, 0.5);
  const nu = cells(grid, h, 0.5, 1.5);
  const half = 0.5 * square(value(grid, mu, nu, { name: "mmd", kernel: rieszKernel(1) }, fixed));
  const gap = (s: number): number =>
    half - square(value(grid, mu, nu, { name: "de-stein", kernel: normalisedGaussianKernel(s, 1) }, fixed));
  const gaps = [0.6, 0.3, 0.15].map(gap);
  const closed: Metric = { name: "de-stein", kernel: normalisedGaussianKernel(0.3, 1) };
  near(
    square(value(gaussian(1), Float64Array.of(-1, 0.25), Float64Array.of(0.5, 2.25), closed, exact)),
    half - gaps[1],
    h * h,
  );
  for (const i of [0, 1]) assert.ok(gaps[i] / gaps[i + 1] > 3 && gaps[i] / gaps[i + 1] < 4.5, `${gaps}`);
});

test("½d² = sup of the dual: the gap of every static dual is rounding", () => {
  const space = line(30);
  const mu = probability("mu", 30);
  const nu = probability("nu", 30);
  const metrics: readonly Metric[] = [
    { name: "mmd", kernel: k },
    { name: "de-stein", kernel: k },
    { name: "hellinger" },
    { name: "kernel-hellinger", kernel: k },
  ];
  for (const metric of metrics) {
    const { value: fromDual, dualValue = NaN, gap = NaN, potential } = computeDistance({ space, mu, nu }, metric, dual);
    const primal = value(space, mu, nu, metric, fixed);
    near(fromDual / primal, 1, 1e-9);
    assert.ok(Math.abs(gap) < 1e-9 * dualValue && potential?.length === 30, `${metric.name}: ${gap}`);
  }
  const w = computeDistance({ space, mu, nu }, { name: "wasserstein", order: 2 }, dual);
  near(
    w.dualValue ?? NaN,
    0.5 * square(value(space, mu, nu, { name: "wasserstein", order: 2 }, { name: "linear-program" })),
    1e-14,
  );
});

test("the dynamic problem has the static value wherever geodesics are known (RK4 with 50 steps: 1e-6)", () => {
  const space = line(6);
  const mu = probability("mu", 6);
  const nu = probability("nu", 6);
  const metrics: readonly Metric[] = [
    { name: "hellinger" },
    { name: "spherical-hellinger" },
    { name: "mmd", kernel: k },
    { name: "de-stein", kernel: k },
    { name: "kernel-hellinger", kernel: k },
  ];
  for (const metric of metrics)
    near(value(space, mu, nu, metric, { name: "dynamic", steps: 50 }) / value(space, mu, nu, metric, fixed), 1, 1e-6);
});

test("De-Stein² = jᵀK_e j with the cumulated flux j (edges of length 1)", () => {
  const n = 12;
  const space = line(n);
  const mu = probability("mu", n);
  const nu = probability("nu", n);
  const j: number[] = [];
  let flux = 0;
  for (let i = 0; i + 1 < n; i++) j.push((flux += mu[i] - nu[i]));
  const at = (e: number): Vec => Float64Array.of((e + 0.5) / n);
  const expected = j.reduce((s, a, e) => s + j.reduce((t, b, f) => t + a * b * k.value(at(e), at(f)), 0), 0);
  near(square(value(space, mu, nu, { name: "de-stein", kernel: k }, fixed)), expected, 1e-13);
});

test("clouds: MMD is the double sum, W_2 the best assignment, HK of two Diracs G-9 by closed form, shooting and Sinkhorn", () => {
  const one = particles({ n: 1, dim: 1 });
  const mu = Float64Array.of(0, 1.3);
  const nu = Float64Array.of(1.1, 0.6);
  const hk: Metric = { name: "hellinger-kantorovich", alpha: 1, beta: 1 };
  const methods = [
    [exact, 5e-9],
    [{ name: "linear-program" }, 5e-9],
    [{ name: "dynamic", steps: 100 }, 1e-8],
    [{ name: "sinkhorn", epsilon: 1e-5 }, 1e-4],
  ] as const;
  for (const [method, tolerance] of methods) near(square(value(one, mu, nu, hk, method)), 1.57656583, tolerance + 5e-9);
  for (const [method] of methods.filter(([{ name }]) => name === "linear-program" || name === "sinkhorn")) {
    const { value: far, dualValue = NaN, gap = NaN } = computeDistance({ space: one, mu, nu }, hk, method);
    near(dualValue + gap, 0.5 * square(far), 1e-14);
    near(dualValue, 0.5 * 1.57656583, 1e-4);
  }
  near(
    square(value(one, mu, nu, { name: "mmd", kernel: k }, fixed)),
    1.69 + 0.36 - 2 * 1.3 * 0.6 * exp(-1.1 / 0.5),
    1e-14,
  );
  const two = particles({ n: 2, dim: 2 });
  const a = Float64Array.of(0, 0, 1, 0, 0.5, 0.5);
  const b = Float64Array.of(1, 1, 0, 1, 0.5, 0.5);
  near(distance({ name: "wasserstein", order: 2 }, two, a, b), 1, 1e-15);
});

test("d = 0 between equal states and d(μ, ν) = d(ν, μ), for the recorded distance of every metric", () => {
  const space = line(8);
  const mu = probability("mu", 8);
  const nu = probability("nu", 8);
  for (const metric of metricsWith(k)) {
    near(distance(metric, space, mu, mu), 0, 1e-7);
    const there = distance(metric, space, mu, nu);
    assert.ok(there > 0);
    near(distance(metric, space, nu, mu) / there, 1, 1e-6);
  }
});

test("G-3: He ≤ SHe ≤ Fisher-Rao of normal laws, √2 arcosh(1 + …) by shooting, √2 |log s| for equal means", () => {
  const fr: Metric = { name: "fisher-rao-gaussian" };
  const u = Float64Array.of(0, 1);
  const v = Float64Array.of(1, 4);
  const bell = gaussian(1);
  near(value(bell, u, v, fr, exact), 1.18938, 5e-6);
  assert.ok(value(bell, u, v, { name: "spherical-hellinger" }, exact) < value(bell, u, v, fr, exact));
  near(value(bell, u, v, fr, { name: "dynamic", steps: 50 }), value(bell, u, v, fr, exact), 1e-6);
  near(value(bell, u, Float64Array.of(0, 9), fr, exact), Math.SQRT2 * log(3), 1e-15);
  near(value(bell, u, Float64Array.of(1e-9, 1), fr, exact), 1e-9, 1e-18);
  // diag: the scales of independent coordinates are geodesic of their own
  const plane = gaussian(2);
  const a = Float64Array.of(0, 0, 1, 0, 0, 1);
  const b = Float64Array.of(0, 0, 4, 0, 0, 9);
  near(
    value(plane, a, b, fr, { name: "dynamic", steps: 50 }),
    Math.SQRT2 * Math.sqrt(square(log(2)) + square(log(3))),
    1e-6,
  );
  assert.throws(() => value(plane, a, b, fr, exact), /take `dynamic`/);
});
