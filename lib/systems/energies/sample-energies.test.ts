/** Energies against a sample of the target, in closed form or by other means; the property tests differentiate them. */
import assert from "node:assert/strict";
import test from "node:test";
import { exp, log, square } from "../../arithmetic/functions.js";
import { normals, stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { concat, fill, maxAbs, scale, subtract, sum, tabulate, vec } from "../../arithmetic/vectors.js";
import { costMatrix } from "../../numerics/transport/cost.js";
import { optimalTransport } from "../../numerics/transport/exact.js";
import { gaussianKernel } from "../kernels/gaussian.js";
import type { Cloud } from "../measures/cloud.js";
import { gaussian } from "../spaces/gaussian.js";
import { particles } from "../spaces/particles.js";
import { drMmd } from "./dr-mmd.js";
import type { Energy } from "./energy.js";
import { halfMmd2 } from "./half-mmd2.js";
import { kale, mmdRegularised } from "./mmd-regularised.js";
import { sinkhornEnergy } from "./sinkhorn.js";
import { sliceDirections, unitRows } from "../../numerics/transport/sliced.js";
import { slicedWasserstein } from "./sliced-wasserstein.js";

const close = (a: number, b: number, tolerance: number): void =>
  assert.ok(Math.abs(a - b) <= tolerance * (1 + Math.abs(b)), `${a} is not ${b}`);

const kernel = gaussianKernel(1);
const k = (s: number): number => exp(-0.5 * square(s));
const n = 6;
const space = particles({ n, dim: 2 });
const target: Cloud = { points: normals(stream(1, "target"), 10), weights: vec(0.1, 0.3, 0.2, 0.25, 0.15) };
const u = concat(normals(stream(2, "state"), 2 * n), vec(0.3, 0.1, 0.2, 0.05, 0.25, 0.1));
/** Masses on the atoms of the target. */
const onTarget = particles({ n: 5, dim: 2 });
const rho = vec(0.3, 0.1, 0.1, 0.2, 0.3);
const carried = concat(target.points, rho);

test("dr-mmd: λ/(1+λ) F → MMD² for λ → ∞ and F → χ²(u|π) = Σ (u-π)²/π for λ → 0 on the atoms of π", () => {
  const wide = drMmd(space, kernel, 1e6, target).value(u);
  close((wide * 1e6) / (1 + 1e6), 2 * halfMmd2(space, kernel, target).value(u), 1e-5);
  const chi2 = sum(tabulate(5, j => square(rho[j] - target.weights[j]) / target.weights[j]));
  // the bias is of order λ over the smallest eigenvalue of D^{1/2}KD^{1/2}, some 1e-3
  close(drMmd(onTarget, kernel, 1e-8, target).value(carried), chi2, 1e-3);
});

test("dr-mmd to one atom y: (1+λ)/λ (‖m_u - k_y‖² - (m_u(y) - 1)²/(1+λ)) by Sherman-Morrison", () => {
  const y = vec(0.3, -0.4);
  const lambda = 0.7;
  const one: Cloud = { points: y, weights: vec(1) };
  const at = (i: number): number => k(Math.sqrt(square(u[2 * i] - y[0]) + square(u[2 * i + 1] - y[1])));
  const m = sum(tabulate(n, i => u[2 * n + i] * at(i))) - 1;
  const mmd2 = 2 * halfMmd2(space, kernel, one).value(u);
  close(drMmd(space, kernel, lambda, one).value(u), ((1 + lambda) / lambda) * (mmd2 - square(m) / (1 + lambda)), 1e-13);
});

for (const divergence of ["kl", "half-chi2"] as const)
  test(`mmd-regularised ${divergence}: the duality gap is 0 to rounding, and no other ν has a smaller D(ν|π) + MMD²(u,ν)/2λ`, () => {
    for (const lambda of [1e-3, 0.1, 10]) {
      const energy = mmdRegularised(space, divergence, kernel, lambda, target);
      const { value, gap } = energy.evidence(u);
      assert.ok(Math.abs(gap) < 1e-9 * (1 + value), `${gap}`);
      const phi = (s: number): number => (divergence === "kl" ? s * log(s) - s + 1 : 0.5 * square(s - 1));
      const random = stream(3, "rivals");
      for (let trial = 0; trial < 50; trial++) {
        const nu = target.weights.map(b => b * exp(0.3 * random.normal()));
        const rival =
          sum(tabulate(5, j => target.weights[j] * phi(nu[j] / target.weights[j]))) +
          halfMmd2(space, kernel, { points: target.points, weights: nu }).value(u) / lambda;
        assert.ok(rival >= value - 1e-12, `${rival} below ${value}`);
      }
    }
  });

test("mmd-regularised KL tends to KL for λ → 0, to MMD²/2λ for λ → ∞; KALE is (1+λ) times it", () => {
  const kl = sum(tabulate(5, j => rho[j] * log(rho[j] / target.weights[j]) - rho[j] + target.weights[j]));
  const at = (lambda: number): number => mmdRegularised(onTarget, "kl", kernel, lambda, target).value(carried);
  assert.ok(at(1e-2) < at(1e-3) && at(1e-3) < at(1e-6) && at(1e-6) < kl);
  close(at(1e-8), kl, 1e-3);
  const wide = mmdRegularised(space, "kl", kernel, 1e6, target).value(u);
  close(wide * 1e6, halfMmd2(space, kernel, target).value(u), 1e-5);
  close(
    kale(space, kernel, 0.5, target).value(u),
    1.5 * mmdRegularised(space, "kl", kernel, 0.5, target).value(u),
    1e-15,
  );
});

test("mmd-regularised KL of δ_x to δ_y: min_c c log c - c + 1 + (1 - 2ck + c²)/2λ, by bisection of λ log c + c = k(x-y)", () => {
  const [x, y, lambda] = [0.4, -0.3, 0.2];
  let [low, high] = [1e-9, 3];
  for (let i = 0; i < 200; i++) {
    const c = (low + high) / 2;
    if (lambda * log(c) + c < k(x - y)) low = c;
    else high = c;
  }
  const expected = low * log(low) - low + 1 + (1 - 2 * low * k(x - y) + low * low) / (2 * lambda);
  const line = particles({ n: 1, dim: 1 });
  const energy = mmdRegularised(line, "kl", kernel, lambda, { points: vec(y), weights: vec(1) });
  close(energy.value(vec(x, 1)), expected, 1e-12);
});

test("sinkhorn: ½|x-y|² between two atoms for every ε; 0 at u = π; ½|m - m'|² for ε → ∞; ½W₂² for ε → 0", () => {
  const atom = particles({ n: 1, dim: 2 });
  for (const epsilon of [0.01, 1, 100]) {
    const energy = sinkhornEnergy(atom, epsilon, { points: vec(1, -1), weights: vec(1) });
    close(energy.value(vec(2, 1, 1)), 2.5, 1e-12);
    const gradient = energy.differential(vec(2, 1, 1)).gradient ?? vec();
    assert.ok(maxAbs(subtract(gradient, vec(1, 2))) < 1e-12);
  }
  const own = sinkhornEnergy(onTarget, 0.3, target);
  const home = concat(target.points, target.weights);
  assert.ok(Math.abs(own.value(home)) < 1e-9);
  assert.ok(maxAbs(own.differential(home).gradient ?? vec(NaN)) < 1e-8);
  const mean = (x: Vec, w: Vec, c: number): number => sum(tabulate(w.length, i => w[i] * x[2 * i + c]));
  const gap = sum(vec(0, 1).map(c => square(mean(u, u.subarray(2 * n), c) - mean(target.points, target.weights, c))));
  close(sinkhornEnergy(space, 1e5, target).value(u), 0.5 * gap, 1e-3);
  const x = u.slice(0, 2 * n);
  const w2 = optimalTransport(u.slice(2 * n), target.weights, costMatrix(x, target.points, 2, 2)).value;
  // the bias that is left is of order ε²
  close(sinkhornEnergy(space, 0.05, target).value(u), 0.5 * w2, 2e-2);
});

test("sliced Wasserstein on the line is ½W₂² of the linear program; along e₁, e₂ the mean of both; directions are normalised", () => {
  const line = particles({ n, dim: 1 });
  const flat: Cloud = { points: target.points.slice(0, 5), weights: target.weights };
  const v = concat(u.slice(0, n), u.slice(2 * n));
  const w2 = (x: Vec, y: Vec): number => optimalTransport(u.slice(2 * n), target.weights, costMatrix(x, y, 1, 2)).value;
  close(slicedWasserstein(line, vec(1), flat).value(v), 0.5 * w2(u.slice(0, n), flat.points), 1e-13);
  const every = (x: Vec, c: number): Vec => tabulate(x.length / 2, i => x[2 * i + c]);
  const axes = [0, 1].map(c => w2(every(u.slice(0, 2 * n), c), every(target.points, c)));
  const along = vec(3, 0, 0, -0.1);
  close(slicedWasserstein(space, along, target).value(u), 0.25 * (axes[0] + axes[1]), 1e-13);
});

test("sliced Wasserstein under a shift of u = π by a: ½ mean_θ (θ·a)², ∇DF = mean_θ (θ·a) θ everywhere", () => {
  const a = vec(0.7, -0.2);
  const thetas = unitRows(sliceDirections(9, 2, stream(4, "directions")), 2);
  const shifted = concat(
    tabulate(10, i => target.points[i] + a[i % 2]),
    target.weights,
  );
  const energy = slicedWasserstein(onTarget, thetas, target);
  const along = (l: number): number => thetas[2 * l] * a[0] + thetas[2 * l + 1] * a[1];
  const mean = (f: (l: number) => number): number => sum(tabulate(9, f)) / 9;
  close(energy.value(shifted), 0.5 * mean(l => square(along(l))), 1e-13);
  const gradient = energy.differential(shifted).gradient ?? vec();
  gradient.forEach((g, i) =>
    close(
      g,
      mean(l => along(l) * thetas[2 * l + (i % 2)]),
      1e-12,
    ),
  );
});

test("an energy of a sample keeps its value when masses are scaled where it transports, and refuses Gaussians", () => {
  const double = concat(u.subarray(0, 2 * n), scale(2, u.subarray(2 * n)));
  for (const energy of [
    sinkhornEnergy(space, 0.5, target),
    slicedWasserstein(space, sliceDirections(3, 2, stream(1, "directions")), target),
  ])
    close(energy.value(double), energy.value(u), 1e-9);
  const plane = gaussian(2);
  const makers: readonly (() => Energy)[] = [
    () => drMmd(plane, kernel, 1, target),
    () => kale(plane, kernel, 1, target),
    () => sinkhornEnergy(plane, 1, target),
    () => slicedWasserstein(plane, fill(2, 1), target),
  ];
  for (const make of makers) assert.throws(make, /needs points with masses/);
});
