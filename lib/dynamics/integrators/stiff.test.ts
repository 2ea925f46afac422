import test from "node:test";
import assert from "node:assert/strict";
import { exp, log } from "../../arithmetic/functions.js";
import { maxAbs, subtract, sum, tabulate, vec } from "../../arithmetic/vectors.js";
import { freeEnergy, potentialEnergy } from "../../systems/energies/free-energy.js";
import { halfMmd2 } from "../../systems/energies/half-mmd2.js";
import { klTo } from "../../systems/energies/phi.js";
import { spherical } from "../../systems/geometries/combinators.js";
import { hellinger, mmd, wasserstein } from "../../systems/geometries/named.js";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import { laplaceKernel } from "../../systems/kernels/laplace.js";
import { finiteSet } from "../../systems/spaces/finite-set.js";
import { grid1d } from "../../systems/spaces/grid1d.js";
import { particles } from "../../systems/spaces/particles.js";
import { certificate } from "../certificate.js";
import { solve } from "../solve.js";
import { adaptive } from "./explicit/adaptive.js";
import { changCooper } from "./implicit/chang-cooper.js";
import { implicitEuler } from "./implicit/implicit-euler.js";
import { jko } from "./minimizing-movement/jko.js";
import { explicitEuler, rk4 } from "./explicit/runge-kutta.js";

const bowl = { value: (x: Float64Array) => 0.5 * x[0] * x[0], gradient: (x: Float64Array) => x, second: () => 1 };

test("A-9: `adaptive` ends as `stiff`, with the rate ~ 4/h², where its budget would not do", () => {
  const n = 200;
  const space = grid1d({ n, interval: [-4, 4] });
  const system = { space, energy: freeEnergy(space, bowl, 1), geometry: wasserstein };
  const raw = space.nodes(new Float64Array(n)).map(x => exp(-0.5 * (x - 1) * (x - 1)));
  const initial = raw.map(v => v / sum(raw));
  const long = solve({ system, initial, end: 1000 }, adaptive(1e-6, 10_000), { steps: 1 });
  assert.equal(long.status, "stiff");
  assert.match(long.reason, /fastest rate, \d+.*implicit-euler/s);
  const rate = Number(/fastest rate, ([\d.]+)/.exec(long.reason)?.[1]);
  const h = 8 / n;
  // the spectrum of Δ_h ends at 4/h²; what is measured is the part that errors excite
  assert.ok(rate > 0.5 * (4 / (h * h)) && rate < 1.5 * (4 / (h * h)), `${rate} of ${4 / (h * h)}`);
  const short = solve({ system, initial, end: 0.05 }, adaptive(1e-6, 10_000), { steps: 1 });
  assert.equal(short.status, "completed");
});

test("A-9: a stiff flow is told after fewer than 1000 trial steps, as (end - t)/h exceeds the more than 9000 that are left", () => {
  const space = grid1d({ n: 200, interval: [-4, 4] });
  const energy = freeEnergy(space, bowl, 1);
  const count = { rates: 0 };
  const counted = { ...energy, differential: (u: Float64Array) => (count.rates++, energy.differential(u)) };
  const system = { space, energy: counted, geometry: wasserstein };
  const initial = tabulate(200, i => exp(-0.5 * (i / 25 - 5) * (i / 25 - 5)) / 63);
  const { status } = solve({ system, initial, end: 1000 }, adaptive(1e-6, 10_000), { steps: 1 });
  assert.equal(status, "stiff");
  // seven rates in a trial step: 15 steps in a row at the bound of stability, and those before them
  assert.ok(count.rates < 7 * 1000, `${count.rates}`);
});

test("A-9: a budget that is spent without stiffness says so", () => {
  const space = particles({ n: 1, dim: 1 });
  const system = { space, energy: potentialEnergy(space, bowl), geometry: wasserstein };
  const run = solve({ system, initial: vec(1, 1), end: 1 }, adaptive(1e-13, 20), { steps: 1 });
  assert.equal(run.status, "not-converged");
  assert.match(run.reason, /budget of 20 steps is spent/);
});

test("the tolerance of `adaptive` is relative to large states: ten thousand times the state takes as many steps", () => {
  const space = particles({ n: 1, dim: 1 });
  const system = { space, energy: potentialEnergy(space, bowl), geometry: wasserstein };
  const run = solve({ system, initial: vec(1e4, 1), end: 1 }, adaptive(1e-8, 25), { steps: 1 });
  assert.equal(run.status, "completed", run.reason);
  // |error| <= 1e-8 (1 + |u|) in each of some ten steps
  assert.ok(Math.abs(run.final[0] - 1e4 * exp(-1)) < 1e-3);
});

test("A-9: `implicit-euler` fills an empty node by transport, as Chang-Cooper does, and keeps it empty under growth", () => {
  const space = grid1d({ n: 12, interval: [-2, 2] });
  const initial = tabulate(12, i => (i < 4 ? 0.25 : 0));
  const system = { space, energy: freeEnergy(space, bowl, 1), geometry: wasserstein };
  const ends = [implicitEuler, changCooper].map(integrator => {
    const run = solve({ system, initial, end: 2 }, integrator, { steps: 400 });
    assert.equal(run.status, "completed", run.reason);
    assert.ok(run.final.every(m => m > 0) && Math.abs(sum(run.final) - 1) < 1e-9);
    return run.final;
  });
  assert.ok(maxAbs(subtract(ends[0], ends[1])) < 0.01);
  const set = finiteSet({ n: 3 });
  const kl = { space: set, energy: klTo(vec(0.2, 0.5, 0.3)), geometry: hellinger };
  const kept = solve({ system: kl, initial: vec(0, 0.6, 0.4), end: 0.5 }, implicitEuler, { steps: 1 });
  // growth keeps the support: of both solutions of u⁺ = -dt u⁺ log(u⁺/π) from 0, which are 0 and π e^{-1/dt}, the flow
  // has 0
  assert.ok(kept.status === "completed" && kept.final[0] === 0, kept.reason);
});

test("A-9: `implicit-euler` on a kink: a particle comes to rest on the atom of a Laplace kernel", () => {
  const space = particles({ n: 1, dim: 1 });
  const energy = halfMmd2(space, laplaceKernel(1), { points: vec(0.3), weights: vec(1) });
  const system = { space, energy, geometry: wasserstein };
  for (const integrator of [implicitEuler, jko]) {
    const { status, reason, final } = solve({ system, initial: vec(0.5, 1), end: 1 }, integrator, { steps: 1 });
    assert.equal(status, "completed", reason);
    assert.ok(Math.abs(final[0] - 0.3) < 1e-7, `${integrator.name}: ${final[0]}`);
  }
});

test("A-9: time that does not run forward is refused: end ≤ start, NaN, infinite", () => {
  const space = particles({ n: 1, dim: 1 });
  const system = { space, energy: potentialEnergy(space, bowl), geometry: wasserstein };
  for (const end of [-1, 0, NaN, Infinity])
    assert.throws(() => solve({ system, initial: vec(1, 1), end }, rk4, { steps: 1 }), /time runs from 0 to/);
});

test("A-12: K^{-1}K(μ - π) needs no solve: on 60 cells, where K is singular, μ_t - π = e^{-t}(μ_0 - π)", () => {
  const space = grid1d({ n: 60, interval: [-1, 1] });
  const k = gaussianKernel(1);
  const uniform = tabulate(60, () => 1 / 60);
  const tilted = tabulate(60, i => (1 + (i - 29.5) / 60) / 60);
  const energy = halfMmd2(space, k, { points: space.nodes(uniform), weights: uniform });
  const expected = uniform.map((p, i) => p + exp(-1) * (tilted[i] - p));
  for (const geometry of [mmd(k), spherical(mmd(k))]) {
    const system = { space, energy, geometry };
    for (const integrator of [rk4, adaptive(1e-9), jko]) {
      const run = solve({ system, initial: tilted, end: 1 }, integrator, { steps: 64 });
      assert.equal(run.status, "completed", run.reason);
      const error = maxAbs(subtract(run.final, expected));
      assert.ok(error < (integrator === jko ? 1e-4 : 1e-8), `${integrator.name}: ${error}`);
      const { series } = certificate(system, run);
      assert.ok(Math.abs(series.dual.data[0] - energy.value(tilted)) < 1e-12, "R* = F in this flow");
    }
  }
});

test("A-12: where every step is refused the reason is that refusal, and not stiffness", () => {
  const space = grid1d({ n: 60, interval: [-1, 1] });
  const uniform = tabulate(60, () => 1 / 60);
  const system = { space, energy: potentialEnergy(space, bowl), geometry: mmd(gaussianKernel(1)) };
  for (const integrator of [adaptive(1e-6), explicitEuler]) {
    const { status, reason } = solve({ system, initial: uniform, end: 1 }, integrator, { steps: 1 });
    assert.equal(status, "diverged");
    assert.match(reason, /pivot|positive definite/);
    assert.doesNotMatch(reason, /stiff/);
  }
});

test("adaptive says where its tolerance, relative to 1 + |u|, controls nothing of a state, and which one does", () => {
  const flow = (unit: number, tolerance: number) => {
    const pi = vec(0.2 * unit, 0.2 * unit, 0.6 * unit);
    const system = { space: finiteSet({ n: 3 }), energy: klTo(pi), geometry: hellinger };
    const initial = vec(0.5 * unit, 0.3 * unit, 0.2 * unit);
    const { final, notes } = solve({ system, initial, end: 5 }, adaptive(tolerance), { steps: 2 });
    // log(u/π) falls like e^{-t}
    const exact = pi.map((p, i) => p * exp(log(initial[i] / p) * exp(-5)));
    return { error: maxAbs(subtract(final, exact)) / unit, note: notes["adaptive"] };
  };
  const [one, small, fine] = [flow(1, 1e-6), flow(1e-8, 1e-6), flow(1e-8, 1e-14)];
  assert.ok(one.error < 1e-6 && one.note === undefined, `${one.error}`);
  assert.ok(small.error > 1e-3);
  assert.match(small.note, /no component above 5e-9: its error is not controlled; take a tolerance of 5\.0e-15, or/);
  assert.ok(fine.error < 1e-6 && fine.note === undefined, `${fine.error}`);
});
