import test from "node:test";
import assert from "node:assert/strict";
import { exp, log, sin, square } from "../../../arithmetic/functions.js";
import { stream } from "../../../arithmetic/random.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { concat, dot, fill, subtract, tabulate, vec } from "../../../arithmetic/vectors.js";
import type { Kernel } from "../../../compute/kernel-form.js";
import { sumEnergy } from "../../../systems/energies/combinations.js";
import type { Energy } from "../../../systems/energies/energy.js";
import { potentialEnergy } from "../../../systems/energies/free-energy.js";
import { halfMmd2 } from "../../../systems/energies/half-mmd2.js";
import { phiDivergenceTo } from "../../../systems/energies/phi.js";
import { scaled } from "../../../systems/geometries/combinators.js";
import type { Geometry } from "../../../systems/geometries/geometry.js";
import { hellinger, kernelHellinger, l2, mmd, wasserstein } from "../../../systems/geometries/named.js";
import { gaussianKernel } from "../../../systems/kernels/gaussian.js";
import { inverseMultiquadricKernel } from "../../../systems/kernels/inverse-multiquadric.js";
import { laplaceKernel } from "../../../systems/kernels/laplace.js";
import { maternKernel } from "../../../systems/kernels/matern.js";
import type { Potential } from "../../../systems/measures/cloud.js";
import { doubleWell } from "../../../systems/measures/potentials.js";
import { finiteSet } from "../../../systems/spaces/finite-set.js";
import { particles } from "../../../systems/spaces/particles.js";
import type { GradientSystem } from "../../../systems/system.js";
import { solve } from "../../solve.js";
import { jko } from "./jko.js";
import { lineMinima, type Penalised } from "./line-minima.js";

const rng = stream(11, "minimising steps");
const between = (a: number, b: number): number => a + (b - a) * rng.uniform();
/** Between a and b, evenly in the logarithm. */
const scaleBetween = (a: number, b: number): number => exp(between(log(a), log(b)));
const choice = <T>(list: readonly T[]): T => list[Math.floor(rng.uniform() * list.length)];

/** A minimising step with one unknown: the states u(s), s in a range, and d²(u(s), start) by hand. */
interface Line {
  readonly label: string;
  readonly system: GradientSystem;
  readonly start: Vec;
  at(s: number): Vec;
  squaredDistance(s: number): number;
  readonly range: readonly [number, number];
}

/** min F + d²/2τ along the line: the best of 2001 points, refined between its neighbours to 13 digits. */
function lowest({ system, at, squaredDistance, range: [a, b] }: Line, tau: number): number {
  const phi = (s: number): number => {
    const value = system.energy.value(at(s)) + squaredDistance(s) / (2 * tau);
    return Number.isNaN(value) ? Infinity : value;
  };
  const search = (from: number, to: number, n: number): number => {
    let [best, least] = [from, phi(from)];
    for (let k = 1; k <= n; k++) {
      const s = from + (k / n) * (to - from);
      const value = phi(s);
      if (value < least) [best, least] = [s, value];
    }
    return best;
  };
  let h = (b - a) / 2000;
  let s = search(a, b, 2000);
  for (; h > 1e-13 * (b - a); h /= 8) s = search(Math.max(a, s - h), Math.min(b, s + h), 16);
  return phi(s);
}

const someKernel = (): Kernel => {
  const l = scaleBetween(0.2, 2);
  return choice([gaussianKernel, laplaceKernel, inverseMultiquadricKernel, (h: number) => maternKernel(h, 1.5)])(l);
};

/** x²/20 + a sin(bx): many wells. */
const wavy = (a: number, b: number): Potential => ({
  value: ([x]) => 0.05 * x * x + a * sin(b * x),
  gradient: ([x]) => vec(0.1 * x + a * b * sin(b * x + Math.PI / 2)),
});

/** One particle of weight w under α·W. */
function particle(): Line {
  const space = particles({ n: 1, dim: 1 });
  const w = choice([1, 0.4]);
  const x = between(-2, 2);
  const factor = choice([1, 0.5]);
  const points = tabulate(choice([1, 2, 3]), () => between(-2, 2));
  const toCloud = (): Energy =>
    halfMmd2(space, someKernel(), { points, weights: fill(points.length, 1 / points.length) });
  const energy = choice([
    () => potentialEnergy(space, doubleWell(scaleBetween(0.1, 2))),
    () => potentialEnergy(space, wavy(between(0.1, 1), between(1, 4))),
    toCloud,
    toCloud,
    () => sumEnergy([toCloud(), potentialEnergy(space, doubleWell(1))]),
  ])();
  return {
    label: `particle of mass ${w} at ${x}, ${energy.name}`,
    system: { space, energy, geometry: scaled(factor, wasserstein) },
    start: vec(x, w),
    at: s => vec(s, w),
    squaredDistance: s => (w * square(s - x)) / factor,
    range: [-16, 16],
  };
}

/** One mass m on one node, under a metric that is flat in √m, log m or m. */
function mass(): Line {
  const space = finiteSet({ n: 1, points: vec(0) });
  const k = choice([laplaceKernel(1), gaussianKernel(0.7)]);
  const m = scaleBetween(0.05, 3);
  const factor = choice([1, 0.5]);
  const V = wavy(between(0.1, 1), between(1, 4));
  const wells: Energy = {
    name: "wells",
    form: { type: "other" },
    value: u => V.value(u),
    differential: u => ({ value: V.gradient(u), temperature: 0 }),
  };
  const metrics: readonly (readonly [string, Geometry, (s: number) => number, number])[] = [
    ["√m", hellinger, s => 4 * square(Math.sqrt(s) - Math.sqrt(m)), 0],
    ["log m", kernelHellinger(k), s => square(log(s / m)), 1e-9],
    ["m", l2, s => square(s - m), -16],
    ["m", mmd(k), s => square(s - m), -16],
  ];
  const [chart, geometry, squared, from] = choice(metrics);
  const energies: readonly (() => Energy)[] = [
    () => wells,
    () => wells,
    () => halfMmd2(space, choice([gaussianKernel(0.5), laplaceKernel(1)]), { points: vec(0.3), weights: vec(1) }),
    ...(from < 0 ? [] : [() => phiDivergenceTo(choice([-1, 0, 0.5, 0.8, 1, 2, 3]), vec(0.7))]),
  ];
  const energy = choice(energies)();
  const bounded = from < 0 && energy.form.type === "half-mmd2" ? 0 : from;
  return {
    label: `mass ${m}, flat in ${chart}, ${energy.name}`,
    system: { space, energy, geometry: scaled(factor, geometry) },
    start: vec(m),
    at: s => vec(s),
    squaredDistance: s => squared(s) / factor,
    range: [bounded, 16],
  };
}

test("A-11: in one unknown a minimising step is min F + d²/2τ, found by exhaustion; 400 of 400", () => {
  for (let trial = 0; trial < 400; trial++) {
    const line = trial % 2 === 0 ? particle() : mass();
    const tau = scaleBetween(0.01, 30);
    const { system, start } = line;
    const { status, reason, final } = solve({ system, initial: start, end: tau }, jko, { steps: 1 });
    const label = `${trial}: ${line.label}, τ = ${tau}`;
    assert.equal(status, "completed", `${label}: ${reason}`);
    const value = system.energy.value(final) + line.squaredDistance(final[0]) / (2 * tau);
    const best = lowest(line, tau);
    assert.ok(value <= best + 1e-9 * Math.max(1, Math.abs(best)), `${label}: ${value}, least is ${best}`);
  }
});

test("A-11: one particle in a double well of depth 1, x₀ = .3, τ = 5, moves: x(x² - 1) + (x - .3)/5 = 0", () => {
  const space = particles({ n: 1, dim: 1 });
  const system = { space, energy: potentialEnergy(space, doubleWell(1)), geometry: wasserstein };
  const { final } = solve({ system, initial: vec(0.3, 1), end: 5 }, jko, { steps: 1 });
  assert.ok(Math.abs(final[0] * (final[0] * final[0] - 1) + (final[0] - 0.3) / 5) < 1e-12 && final[0] > 0.9);
  // from the top of the barrier, where the gradient vanishes, too
  const top = solve({ system, initial: vec(0, 1), end: 5 }, jko, { steps: 1 }).final;
  assert.ok(Math.abs(top[0] * top[0] - 0.8) < 1e-12);
});

test("A-11: a step reaches the minimiser of a well V = -e^{-(x - 1.004)²/2s²}, s = .002, at τ = 1e-5", () => {
  const s = 0.002;
  const bell = (x: number): number => exp((-(x - 1.004) * (x - 1.004)) / (2 * s * s));
  const of: Penalised = {
    top: -bell(1),
    floor: -Infinity,
    energy: ([x]) => -bell(x),
    penalty: ([x]) => ((x - 1) * (x - 1)) / 2e-5,
  };
  const [{ at, spacing }] = lineMinima(of, vec(1), vec(1));
  const value = (x: number): number => of.energy(vec(x)) + of.penalty(vec(x));
  const least = tabulate(6001, k => 1 + 1e-6 * k).reduce((best, x) => (value(x) < value(best) ? x : best), 1);
  assert.ok(
    least > 1.0015 && value(least) < value(1) && Math.abs(at[0] - least) <= spacing + 1e-6,
    `${at[0]}, ${least}`,
  );
});

test("A-11: ½MMD² of a Gaussian kernel of bandwidth .9, atoms ±1.5, x₀ = -.25, τ = 10: F falls by at least d²/2τ", () => {
  const space = particles({ n: 1, dim: 1 });
  const energy = halfMmd2(space, gaussianKernel(0.9), { points: vec(-1.5, 1.5), weights: vec(0.5, 0.5) });
  const system = { space, energy, geometry: wasserstein };
  const u = vec(-0.25, 1);
  const { final } = solve({ system, initial: u, end: 10 }, jko, { steps: 1 });
  assert.ok(energy.value(final) + square(final[0] + 0.25) / 20 < energy.value(u) - 1e-3);
});

test("A-11: with many unknowns a minimising step is below F(u) and its neighbours, or says so", () => {
  for (let trial = 0; trial < 40; trial++) {
    const dim = choice([1, 2]);
    const n = choice([3, 6]);
    const space = particles({ n, dim });
    const some = (length: number): Vec => tabulate(length, () => between(-2, 2));
    const energy = choice([
      () => halfMmd2(space, gaussianKernel(scaleBetween(0.3, 2)), { points: some(3 * dim), weights: fill(3, 1 / 3) }),
      () =>
        potentialEnergy(space, {
          value: x => wavy(1, 3).value(x),
          gradient: x => concat(wavy(1, 3).gradient(x), fill(dim - 1, 0)),
        }),
    ])();
    const system = { space, energy, geometry: wasserstein };
    const u = concat(some(n * dim), fill(n, 1 / n));
    const tau = scaleBetween(0.1, 30);
    const { status, final } = solve({ system, initial: u, end: tau }, jko, { steps: 1 });
    if (status !== "completed") {
      assert.equal(status, "not-converged");
      continue;
    }
    const phi = (v: Vec): number => energy.value(v) + dot(subtract(v, u), subtract(v, u)) / (2 * tau * n);
    assert.ok(phi(final) <= energy.value(u) + 1e-12);
    for (let k = 0; k < 20; k++) {
      const near = final.map((v, i) => v + (i < n * dim ? 1e-3 * rng.normal() : 0));
      assert.ok(phi(final) <= phi(near) + 1e-12, `${trial}: ${energy.name}, τ = ${tau}`);
    }
  }
});

test("A-11: at rest, where F is what rounding leaves of terms of order 1, steps go on", () => {
  const space = particles({ n: 2, dim: 1 });
  const V: Potential = {
    value: ([x]) => 1 - sin(Math.PI / 2 - x) + square(1 + x) - 1 - 2 * x,
    gradient: ([x]) => vec(sin(x) + 2 * x),
  };
  const system = { space, energy: potentialEnergy(space, V), geometry: wasserstein };
  for (let trial = 0; trial < 40; trial++) {
    const [initial, tau] = [vec(between(-1, 1), between(-1, 1), 0.3, 0.7), scaleBetween(0.01, 3)];
    const { status, reason } = solve({ system, initial, end: 60 * tau + 40 }, jko, { steps: 60 });
    assert.equal(status, "completed", `${trial}: ${reason}`);
  }
});

test("A-11: two particles under ½MMD² of a kernel with a kink end lowest of all on a fine net; 16 of 16", () => {
  const space = particles({ n: 2, dim: 1 });
  const net = Array.from({ length: 81 }, (_, i) => -3 + 0.075 * i);
  for (let trial = 0; trial < 16; trial++) {
    const points = tabulate(3, () => between(-2, 2));
    const energy = halfMmd2(space, laplaceKernel(between(0.3, 1.5)), { points, weights: vec(0.2, 0.5, 0.3) });
    const system = { space, energy, geometry: wasserstein };
    const a = between(0.2, 0.8);
    const u = vec(between(-2, 2), between(-2, 2), a, 1 - a);
    const tau = scaleBetween(0.1, 30);
    const { status, final } = solve({ system, initial: u, end: tau }, jko, { steps: 1 });
    if (status === "not-converged") continue;
    const phi = (x: number, y: number): number =>
      energy.value(vec(x, y, a, 1 - a)) + (a * square(x - u[0]) + (1 - a) * square(y - u[1])) / (2 * tau);
    const least = Math.min(...net.flatMap(x => net.map(y => phi(x, y))));
    assert.ok(phi(final[0], final[1]) <= least, `${trial}: ${phi(final[0], final[1])} above ${least}`);
  }
});
