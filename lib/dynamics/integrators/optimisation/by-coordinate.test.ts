import assert from "node:assert/strict";
import test from "node:test";
import { normals, stream } from "../../../arithmetic/random.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { concat, fill } from "../../../arithmetic/vectors.js";
import { constant, mean, minimise, scaled, times } from "../../../numerics/networks/index.js";
import { potentialEnergy } from "../../../systems/energies/free-energy.js";
import { halfMmd2 } from "../../../systems/energies/half-mmd2.js";
import { hellinger, hellingerKantorovich, wasserstein } from "../../../systems/geometries/named.js";
import { gaussianKernel } from "../../../systems/kernels/gaussian.js";
import { particles } from "../../../systems/spaces/particles.js";
import { type GradientSystem, rate } from "../../../systems/system.js";
import type { Integrator } from "../../integrator.js";
import { solve } from "../../solve.js";
import { adagrad } from "./adagrad.js";
import { adam } from "./adam.js";
import { heavyBall } from "./heavy-ball.js";

const n = 6;
const space = particles({ n, dim: 2 });
const data = { points: normals(stream(1, "data"), 14), weights: fill(7, 1 / 7) };
const system: GradientSystem = { space, energy: halfMmd2(space, gaussianKernel(1), data), geometry: wasserstein };
const initial = concat(normals(stream(2, "start"), 2 * n), fill(n, 1 / n));
const STEPS = 30;
const DT = 0.1;

const run = (integrator: Integrator): Vec =>
  solve({ system, initial, end: STEPS * DT }, integrator, { steps: STEPS }).final;

/** x_k by a loop over coordinates: `step(g, k, memory)` is what is subtracted, g = -u̇. */
function byHand(step: (g: number, k: number, memory: number[]) => number): Vec {
  const u = initial.slice();
  const memory = Array.from(u, () => [0, 0]);
  for (let k = 1; k <= STEPS; k++) {
    const g = rate(system, u);
    for (let i = 0; i < 2 * n; i++) u[i] -= step(-g[i], k, memory[i]);
  }
  return u;
}

/** Thirty steps of a few roundings each, on numbers of size 1. */
const ROUNDING = 1e-12;
const same = (a: Vec, b: Vec): void => a.forEach((v, i) => assert.ok(Math.abs(v - b[i]) < ROUNDING, `${v} ${b[i]}`));

test("adam: x ← x - dt m̂/(√v̂ + 1e-8) with m̂ = m/(1-0.9ᵏ), v̂ = v/(1-0.999ᵏ) of the gradients, by a loop", () =>
  same(
    run(adam()),
    byHand((g, k, memory) => {
      memory[0] = 0.9 * memory[0] + 0.1 * g;
      memory[1] = 0.999 * memory[1] + 0.001 * g * g;
      return (DT * (memory[0] / (1 - 0.9 ** k))) / (Math.sqrt(memory[1] / (1 - 0.999 ** k)) + 1e-8);
    }),
  ));

test("adam of particles in a potential V is `minimise` of a network with parameters x and loss Σ V(x_i)", () => {
  const V = { value: (x: Vec) => 0.3 * (x[0] * x[0] + x[1] * x[1]), gradient: (x: Vec) => x.map(v => 0.6 * v) };
  const potential: GradientSystem = { space, energy: potentialEnergy(space, V), geometry: wasserstein };
  const { final } = solve({ system: potential, initial, end: STEPS * DT }, adam({ momentum: 0.8 }), { steps: STEPS });
  const { parameters } = minimise(
    ([x]) => scaled(0.3 * 2 * n, mean(times(x, x))),
    [constant(initial.subarray(0, 2 * n), 1)],
    { steps: STEPS, rate: DT, momentum: 0.8 },
  );
  same(parameters[0].values, final);
});

test("adagrad: x ← x - dt g/(√Σg² + 1e-6), by a loop", () =>
  same(
    run(adagrad()),
    byHand((g, _, memory) => {
      memory[0] += g * g;
      return (DT * g) / (Math.sqrt(memory[0]) + 1e-6);
    }),
  ));

test("adagrad with decay 0.9 is the step of the first SVGD code: the mean starts from the first square", () =>
  same(
    run(adagrad({ decay: 0.9 })),
    byHand((g, k, memory) => {
      memory[0] = k === 1 ? g * g : 0.9 * memory[0] + 0.1 * g * g;
      return (DT * g) / (Math.sqrt(memory[0]) + 1e-6);
    }),
  ));

test("heavy-ball is momentum v ← βv + g, x ← x - (1-β) dt v", () =>
  same(
    run(heavyBall(0.7)),
    byHand((g, _, memory) => {
      memory[0] = 0.7 * memory[0] + g;
      return 0.3 * DT * memory[0];
    }),
  ));

for (const integrator of [adagrad(), adagrad({ decay: 0.5 }), adam(), heavyBall(0.5)])
  test(`${integrator.name} keeps its memory to one run, and claims no energy balance`, () => {
    assert.deepEqual(run(integrator), run(integrator));
    assert.ok(integrator.inertial);
  });

for (const integrator of [adagrad(), adam()])
  test(`${integrator.name} leaves masses alone: it refuses every geometry that moves mass`, () => {
    for (const geometry of [hellinger, hellingerKantorovich(1, 1)])
      assert.match(integrator.admit({ ...system, geometry }).reasons?.join() ?? "", /take transport/);
  });

test("decay 1, momentum 1 and ε = 0 are refused", () => {
  for (const of of [{ decay: 1 }, { momentum: 1 }, { epsilon: 0 }]) assert.throws(() => adam(of), /must be/);
  assert.throws(() => adagrad({ decay: 1 }), /must be/);
  assert.throws(() => adagrad({ epsilon: 0 }), /must be/);
});
