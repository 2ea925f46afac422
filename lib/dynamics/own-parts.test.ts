/** Parts that a user writes, through the public names in a few lines each, flow as the same parts of the library. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { exp, log } from "../arithmetic/functions.js";
import { type Energy, energies, geometries, integrators, kernels, measures, normals } from "../index.js";
import { type Geometry, smoothers, solve, type Space, spaces, stream, type Vec } from "../index.js";
import { closeTo } from "../experiments/tasks/fixtures.js";

const plane = spaces.particles({ n: 12, dim: 2 });
const points = normals(stream(1, "own"), 24);
const cloud = Float64Array.of(...points, ...measures.equalWeights(12));
const data = { points: normals(stream(1, "data"), 16), weights: measures.equalWeights(8) };

function ended(space: Space, energy: Energy, geometry: Geometry, initial: Vec): Vec {
  const { status, final } = solve({ system: { space, energy, geometry }, initial, end: 1 }, integrators.rk4, {
    steps: 100,
  });
  assert.equal(status, "completed");
  return final;
}

test("an own kernel e^{-s/2}, by its derivatives or pair by pair, flows as the Gaussian one", () => {
  const radial = kernels.ownRadial([s => exp(-s / 2), s => -exp(-s / 2) / 2], {
    name: "mine",
    definiteness: "definite",
  });
  const k = (x: Vec, y: Vec): number => exp(-((x[0] - y[0]) * (x[0] - y[0]) + (x[1] - y[1]) * (x[1] - y[1])) / 2);
  const pairs = kernels.own({ value: k, gradient1: (x, y) => x.map((v, i) => (y[i] - v) * k(x, y)) }, { name: "ours" });
  const flow = (kernel: Parameters<typeof energies.halfMmd2>[1]): Vec =>
    ended(plane, energies.halfMmd2(plane, kernel, data), geometries.wasserstein, cloud);
  for (const own of [radial, pairs]) closeTo(flow(own), flow(kernels.gaussian(1)), 1e-13);
});

test("an own Σ u log(u/π) - u + π flows as KL, and one of particles by its gradient alone", () => {
  const set = spaces.finiteSet({ n: 3 });
  const [u, pi] = [Float64Array.of(0.7, 0.2, 0.1), Float64Array.of(0.2, 0.3, 0.5)];
  const own = energies.own({
    name: "mine",
    value: m => m.reduce((F, mass, i) => F + mass * log(mass / pi[i]) - mass + pi[i], 0),
    differential: m => ({ value: m.map((mass, i) => log(mass / pi[i])) }),
  });
  const flow = (energy: Energy): Vec => ended(set, energy, geometries.hellinger, u);
  closeTo(flow(own), flow(energies.kl(set, measures.masses(pi))), 1e-14);
  // F = ½ Σ w|x|²: x_t = e^{-t} x_0
  const spring = energies.own({
    name: "spring",
    value: state => state.subarray(0, 24).reduce((F, x) => F + (x * x) / 24, 0),
    differential: state => ({ gradient: state.slice(0, 24) }),
  });
  closeTo(
    ended(plane, spring, geometries.wasserstein, cloud).subarray(0, 24),
    points.map(x => exp(-1) * x),
    1e-9,
  );
});

test("an own smoother φ(s) = s flows as the kernel smoother, that of Stein", () => {
  const kernel = kernels.gaussian(1);
  const own = geometries.term("transport", smoothers.own({ name: "mine", kernel, phi: s => s }));
  const energy = energies.halfMmd2(plane, kernel, data);
  closeTo(ended(plane, energy, own, cloud), ended(plane, energy, geometries.stein(kernel), cloud), 1e-12);
});

test("an own potential |x|⁴/4 flows as |x_t|² = |x_0|²/(1 + 2t|x_0|²)", () => {
  const square = (x: Vec): number => x.reduce((s, v) => s + v * v, 0);
  const quartic = { value: (x: Vec) => (square(x) * square(x)) / 4, gradient: (x: Vec) => x.map(v => v * square(x)) };
  const end = ended(plane, energies.potential(plane, quartic), geometries.wasserstein, cloud);
  const squares = (x: Vec): readonly number[] =>
    Array.from({ length: 12 }, (_, i) => square(x.subarray(2 * i, 2 * i + 2)));
  closeTo(
    squares(end),
    squares(points).map(s => s / (1 + 2 * s)),
    1e-7,
  );
});
