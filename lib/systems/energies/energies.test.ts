import test from "node:test";
import assert from "node:assert/strict";
import type { Vec } from "../../arithmetic/vec.js";
import type { Normal, Potential } from "../measures/cloud.js";
import { gaussianKernel, normalisedGaussianKernel } from "../kernels/gaussian.js";
import { laplaceKernel } from "../kernels/laplace.js";
import { exp, log, square } from "../../arithmetic/functions.js";
import { axpy, concat, dot, fill, maxAbs, scale, subtract, sum, tabulate, vec } from "../../arithmetic/vectors.js";
import { finiteSet } from "../spaces/finite-set.js";
import { gaussian } from "../spaces/gaussian.js";
import { grid1d } from "../spaces/grid1d.js";
import { particles } from "../spaces/particles.js";
import { scaledEnergy, sumEnergy, temperatureOf } from "./combinations.js";
import { entropy, freeEnergy, potentialEnergy } from "./free-energy.js";
import { gaussianInclusiveKl, gaussianKl } from "./gaussian-kl.js";
import { ginzburgLandau } from "./ginzburg-landau.js";
import { halfMmd2, interaction } from "./half-mmd2.js";
import { halfChi2To, inclusiveKlTo, klTo, phi, phiDivergenceTo, phiPrime } from "./phi.js";

const close = (a: number, b: number, tolerance: number): void =>
  assert.ok(Math.abs(a - b) <= tolerance * (1 + Math.abs(b)), `${a} is not ${b}`);
const pi = vec(0.1, 0.4, 0.3, 0.2);
const mu = vec(0.3, 0.1, 0.4, 0.25);
const quadratic: Potential = { value: x => 0.5 * dot(x, x), gradient: x => x.slice(), second: () => 1 };

test("φ_p: the table of 0.3, φ_p(1) = φ_p'(1) = 0, φ_p(0) = 1/p, and D_{φ_p}(μ|π) = D_{φ_{1-p}}(π|μ)", () => {
  for (const s of [1e-3, 0.2, 0.95, 1, 1.04, 3, 1e3]) {
    close(phi(2, s), 0.5 * square(s - 1), 1e-14);
    close(phi(0.5, s), 2 * square(1 - Math.sqrt(s)), 1e-14);
    close(phi(-1, s), square(s - 1) / (2 * s), 1e-14);
    close(phi(1, s), s * log(s) - s + 1, 1e-14);
    close(phi(0, s), s - 1 - log(s), 1e-14);
    close(phiPrime(0, s), 1 - 1 / s, 1e-14);
  }
  for (const p of [-1, 0, 0.25, 0.5, 1, 1.5, 2, 3]) {
    assert.equal(phi(p, 1), 0);
    assert.equal(phiPrime(p, 1), 0);
    assert.equal(phi(p, 0), p > 0 ? 1 / p : Infinity);
    close(phiDivergenceTo(p, pi).value(mu), phiDivergenceTo(1 - p, mu).value(pi), 1e-14);
  }
});

test("φ_p near s = 1 and p near 0 and 1 is accurate: ½r²(1 + (p-2)r/3) to O(r²), continuity in p", () => {
  for (const p of [-1, 0, 1e-9, 0.5, 1 - 1e-9, 1, 1 + 1e-9, 2.5])
    for (const r of [1e-9, -1e-6, 1e-4])
      assert.ok(Math.abs(phi(p, 1 + r) / (0.5 * square(1 + r - 1) * (1 + ((p - 2) * r) / 3)) - 1) < 2 * r * r + 1e-15);
  for (const s of [0.3, 0.89, 0.91, 1.09, 1.11, 4])
    for (const [p, limit] of [
      [1e-9, 0],
      [1 + 1e-9, 1],
    ])
      assert.ok(Math.abs(phi(p, s) / phi(limit, s) - 1) < 1e-8);
  // across the switch from the series to the closed form
  for (const p of [-2, 0.3, 1.7]) assert.ok(Math.abs(phi(p, 1.1 + 1e-12) / phi(p, 1.1 - 1e-12) - 1) < 1e-9);
  assert.equal(phi(2, -0.5), 1.125);
});

test("KL, inclusive KL and ½χ² are members of the family, on any masses", () => {
  close(
    klTo(pi).value(mu),
    mu.reduce((s, m, i) => s + m * log(m / pi[i]) - m + pi[i], 0),
    1e-14,
  );
  close(
    inclusiveKlTo(pi).value(mu),
    mu.reduce((s, m, i) => s + pi[i] * log(pi[i] / m) - pi[i] + m, 0),
    1e-14,
  );
  close(
    halfChi2To(pi).value(mu),
    mu.reduce((s, m, i) => s + 0.5 * square(m / pi[i] - 1) * pi[i], 0),
    1e-14,
  );
  assert.deepEqual(
    [klTo(pi).name, inclusiveKlTo(pi).name, halfChi2To(pi).name, phiDivergenceTo(0.5, pi).name],
    ["kl", "inclusive-kl", "half-chi2", "phi(0.5)"],
  );
  assert.throws(() => klTo(vec(0.5, 0)), /mass 0 at node 1.*take a smaller grid/);
});

test("KL on a grid is ∫ V du + τ entropy up to a constant, V = -log π; entropy is τ∫u log u", () => {
  const grid = grid1d({ n: 20, interval: [-4, 4] });
  const { points: x, volumes } = grid.lattice;
  const u = scale(1 / 20, fill(20, 1));
  const target = x.map((v, i) => exp((-v * v) / 2) * volumes[i]);
  const free = freeEnergy(grid, quadratic, 1);
  close(klTo(target).value(u) - free.value(u), sum(target), 1e-13);
  assert.ok(maxAbs(subtract(klTo(target).differential(u).value ?? u, free.differential(u).value ?? u)) < 1e-13);
  close(entropy(grid, 0.7).value(u), 0.7 * log(1 / 20 / volumes[0]), 1e-13);
});

test("MMD² of N(0.3, 0.81) and N(-0.5, 1.96) for ℓ = 0.8 is 0.117948295402821 (G-6), both ways", () => {
  const k = gaussianKernel(0.8);
  const q: Normal = { weight: 1, mean: vec(-0.5), covariance: vec(1.96) };
  close(2 * halfMmd2(gaussian(1), k, [q]).value(vec(0.3, 0.81)), 0.117948295402821, 1e-14);
  const n = 400;
  const space = particles({ n, dim: 1 });
  const x = tabulate(n, i => -6 + (12 * (i + 0.5)) / n);
  const w = x.map(v => ((12 / n) * exp(-square(v - 0.3) / 1.62)) / Math.sqrt(2 * Math.PI * 0.81));
  close(2 * halfMmd2(space, k, [q]).value(concat(x, w)), 0.117948295402821, 1e-11);
});

test("exact embeddings agree with clouds of Gauss weights: value, DF and ∇DF, mixtures, scaled kernels", () => {
  const k = normalisedGaussianKernel(0.9, 2);
  const space = particles({ n: 2, dim: 2 });
  const u = vec(0.1, -0.4, 1, 0.7, 0.6, 0.5);
  const mixture: readonly Normal[] = [
    { weight: 0.3, mean: vec(0, 1), covariance: vec(0.5, 0.2, 0.2, 0.4) },
    { weight: 0.7, mean: vec(-1, 0), covariance: vec(0.3, 0, 0, 0.6) },
  ];
  const h = 0.1;
  const side = 100;
  const points = tabulate(
    2 * side * side,
    i => -5 + h * ((i & 1) === 0 ? Math.floor((i >> 1) / side) : (i >> 1) % side),
  );
  const density = ({ weight, mean, covariance: [a, b, , d] }: Normal, x: number, y: number): number => {
    const [p, q] = [x - mean[0], y - mean[1]];
    const det = a * d - b * b;
    return (weight * exp(-0.5 * ((d * p * p - 2 * b * p * q + a * q * q) / det))) / (2 * Math.PI * Math.sqrt(det));
  };
  const weights = tabulate(
    side * side,
    i => h * h * mixture.reduce((s, part) => s + density(part, points[2 * i], points[2 * i + 1]), 0),
  );
  const exact = halfMmd2(space, k, mixture);
  const summed = halfMmd2(space, k, { points, weights });
  const [a, b] = [exact.differential(u), summed.differential(u)];
  close(exact.value(u), summed.value(u), 1e-8);
  assert.ok(
    maxAbs(subtract(a.value ?? u, b.value ?? u)) < 1e-8 && maxAbs(subtract(a.gradient ?? u, b.gradient ?? u)) < 1e-8,
  );
  assert.throws(() => halfMmd2(space, laplaceKernel(1), mixture), /not known in closed form: sample the target/);
});

test("½MMD² is accurate near π on the nodes or anchors: F(π + ε(u-π)) = ε² F(u) down to ε = 1e-12", () => {
  const set = finiteSet({ n: 4, points: vec(0, 0.8, 1.7, 2.1) });
  const k = laplaceKernel(1);
  const cloud = { points: set.lattice.points, weights: pi };
  const near = (e: number, u: Vec): Vec => u.map((m, i) => pi[i] + e * (m - pi[i]));
  const f = halfMmd2(set, k, cloud);
  assert.ok(Math.abs(f.value(near(2 ** -20, mu)) / (2 ** -40 * f.value(mu)) - 1) < 1e-9);
  const anchored = particles({ n: 5, dim: 1, anchors: 4 });
  const g = halfMmd2(anchored, k, cloud);
  assert.ok(
    Math.abs(g.value(concat(vec(9), set.lattice.points, vec(0), near(2 ** -20, mu))) / (2 ** -40 * f.value(mu)) - 1) <
      1e-9,
  );
});

test("the interaction energy is ½MMD² to the empty measure", () => {
  const set = finiteSet({ n: 4, points: vec(0, 0.8, 1.7, 2.1) });
  const k = gaussianKernel(1);
  const full = mu.reduce(
    (s, a, i) =>
      s +
      mu.reduce(
        (t, b, j) =>
          t + 0.5 * a * b * k.value(set.lattice.points.subarray(i, i + 1), set.lattice.points.subarray(j, j + 1)),
        0,
      ),
    0,
  );
  close(interaction(set, k).value(mu), full, 1e-15);
  close(interaction(gaussian(1), k).value(vec(3, 0.7)), 0.5 / Math.sqrt(1 + 1.4), 1e-15);
});

test("KL of Gaussians (G-3b): exclusive in closed form and by quadrature, inclusive, d = 1, 2, 3", () => {
  for (const d of [1, 2, 3]) {
    const unit = (a: number): Vec => tabulate(d * d, i => (i % (d + 1) === 0 ? a : 0.1));
    const target = concat(fill(d, 0.3), unit(1));
    const u = concat(fill(d, -0.5), unit(1.7));
    const exclusive = gaussianKl(d, target);
    close(gaussianInclusiveKl(d, u).value(target), exclusive.value(u), 1e-14);
    const standard = gaussianKl(
      d,
      concat(
        fill(d, 0),
        tabulate(d * d, i => (i % (d + 1) === 0 ? 1 : 0)),
      ),
    );
    const free = freeEnergy(gaussian(d), quadratic, 1);
    close(free.value(u) - standard.value(u), -(d / 2) * log(2 * Math.PI) - 1, 1e-12);
    assert.ok(maxAbs(subtract(free.differential(u).value ?? u, standard.differential(u).value ?? u)) < 1e-12);
  }
  assert.throws(() => freeEnergy(gaussian(4), quadratic, 1), /take d ≤ 3/);
});

test("DF of KL of Gaussians, exclusive and inclusive, is the slope of F: means and tilted covariances apart", () => {
  const h = 1e-5;
  for (const d of [1, 2, 3]) {
    const tilted = (a: number, b: number): Vec => tabulate(d * d, i => (i % (d + 1) === 0 ? a + i / 10 : b));
    const target = concat(fill(d, 0.3), tilted(1, 0.2));
    const u = concat(fill(d, -0.5), tilted(1.7, -0.3));
    for (const energy of [gaussianKl(d, target), gaussianInclusiveKl(d, target)]) {
      const slope = energy.differential(u);
      for (let k = 0; k < d; k++)
        for (let l = k; l < d; l++) {
          // one entry of the mean, and the same entry of the covariance with its mirror
          const way = u.map((_, i) => (i === k ? 0.7 : i === d + d * k + l || i === d + d * l + k ? 1 : 0));
          const change = energy.value(axpy(h, way, u)) - energy.value(axpy(-h, way, u));
          close(change / (2 * h), gaussian(d).pair(u, slope, way), 1e-8);
        }
    }
  }
});

test("a sum of free energies is one: its form sums potentials and temperatures; scaling scales both", () => {
  const space = particles({ n: 2, dim: 1 });
  const total = sumEnergy([potentialEnergy(space, quadratic), scaledEnergy(2, entropy(space, 0.25))]);
  assert.equal(total.form.type, "free-energy");
  assert.equal(temperatureOf(total.form), 0.5);
  assert.equal(total.differential(vec(1, 2, 0.5, 0.5)).temperature, 0.5);
  assert.deepEqual(total.differential(vec(1, 2, 0.5, 0.5)).gradient, vec(1, 2));
  assert.match(total.absent ?? "", /entropy of a point cloud/);
  const mixed = sumEnergy([potentialEnergy(space, quadratic), interaction(space, gaussianKernel(1))]);
  assert.deepEqual([mixed.form.type, temperatureOf(mixed.form), mixed.absent], ["sum", 0, undefined]);
});

test("one interface of the Ginzburg-Landau energy costs (2√2/3) ε to O(h²) (G-12)", () => {
  const n = 400;
  const space = grid1d({ n, interval: [-2, 2] });
  const epsilon = 0.1;
  const tanh = (x: number): number => 1 - 2 / (exp(2 * x) + 1);
  const profile = space.lattice.points.map(x => (4 / n) * tanh(x / (Math.SQRT2 * epsilon)));
  assert.ok(Math.abs(ginzburgLandau(space, epsilon).value(profile) / (((2 * Math.SQRT2) / 3) * epsilon) - 1) < 1e-3);
});

test("a sum of no energies is refused", () =>
  assert.throws(() => sumEnergy([]), /refused: a sum of energies needs one/));
