import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefusal } from "../arithmetic/refusal.js";
import type { Vec } from "../arithmetic/vec.js";
import { concat, fill, maxAbs, subtract, tabulate, vec } from "../arithmetic/vectors.js";
import { dualDissipation } from "../systems/dissipation.js";
import { kl } from "../systems/energies/divergences.js";
import { freeEnergy } from "../systems/energies/free-energy.js";
import { term } from "../systems/geometries/combinators.js";
import { stein, wasserstein } from "../systems/geometries/named.js";
import { nadarayaWatson } from "../systems/geometries/smoothers/nadaraya-watson.js";
import { gaussianKernel } from "../systems/kernels/gaussian.js";
import { gaussian } from "../systems/measures/gaussian.js";
import { diagonalQuadratic } from "../systems/measures/potentials.js";
import { particles } from "../systems/spaces/particles.js";
import type { GradientSystem } from "../systems/system.js";
import { certify } from "./certify.js";
import { missedByWholeSteps, UNSTABLE } from "./halved-steps.js";
import type { Integrator } from "./integrator.js";
import { words } from "./integrators/index.js";
import { explicitEuler } from "./integrators/explicit/runge-kutta.js";
import { solve } from "./solve.js";

const line = particles({ n: 10, dim: 1 });
const normal = kl(line, gaussian(vec(0), vec(1)));
const k = gaussianKernel(1);
/** Flows that have no energy, or one that need not fall. */
const unbalanced: Readonly<Record<string, GradientSystem>> = {
  "KL of particles under Stein": { space: line, energy: normal, geometry: stein(k) },
  "KL of particles, averaged": { space: line, energy: normal, geometry: term("transport", nadarayaWatson(k)) },
};
const row = concat(
  tabulate(10, i => 2 + i / 5),
  fill(10, 0.1),
);

const well = diagonalQuadratic(vec(2, 0.5));
const plane = particles({ n: 1, dim: 2 });
const falling: GradientSystem = { space: plane, energy: freeEnergy(plane, well, 0), geometry: wasserstein };

test("ẋ = -x: an Euler step misses its halves by a quarter of its size and, where that is much, the flow by nearly all", () => {
  const space = particles({ n: 1, dim: 1 });
  const V = { value: (x: Vec): number => 0.5 * x[0] * x[0], gradient: (x: Vec): Vec => vec(x[0]) };
  const system: GradientSystem = { space, energy: freeEnergy(space, V, 0), geometry: wasserstein };
  const missed = (h: number): number =>
    missedByWholeSteps(space, solve({ system, initial: vec(1, 1), end: 4 * h }, explicitEuler, { steps: 4 }));
  assert.ok(Math.abs(missed(0.8) - 0.2) < 1e-5);
  for (const z of [1.5, 2, 3, 10]) assert.ok(Math.abs(missed(z) - (z - 1 + (1 - z / 16) ** 16) / z) < 1e-5, `${z}`);
  assert.ok(missed(1.9) < UNSTABLE && missed(2.2) > UNSTABLE);
});

test("a flow without a balance is judged by halves of its steps: stable ones are completed, others never", () => {
  for (const [name, system] of Object.entries(unbalanced))
    for (const [dt, status] of [
      [0.1, "completed"],
      [1, "completed"],
      [3, "uncertified"],
      [1000, "uncertified"],
    ] as const)
      for (const records of [20, 1]) {
        const flow = solve({ system, initial: row, end: 20 * dt }, explicitEuler, { steps: 20, records });
        assert.equal(certify(system, flow).status, status, `${name}, ${dt}, ${records} records`);
      }
});

test("at rest nothing is missed", () => {
  const still = concat(vec(0), vec(1));
  const space = particles({ n: 1, dim: 1 });
  const system = { space, energy: kl(space, gaussian(vec(0), vec(1))), geometry: stein(k) };
  const flow = solve({ system, initial: still, end: 1 }, explicitEuler, { steps: 4 });
  assert.equal(certify(system, flow).status, "completed");
});

/** How a method without noise ends in the well after 40 steps of one size, if it does. */
function ended(integrator: Integrator, dt: number): { status: string; up: number; steeper: number } | undefined {
  const initial = vec(0.6, 0.8, 1);
  try {
    const flow = solve({ system: falling, initial, end: 40 * dt }, integrator, { steps: 40, seed: 1 });
    if (flow.status !== "completed" || flow.stochastic) return undefined;
    const { value } = falling.energy;
    const { status } = certify(falling, flow);
    const slope = (u: Vec): number => dualDissipation(falling, u);
    return { status, up: value(flow.final) - value(initial), steeper: slope(flow.final) - slope(initial) };
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

test("no method without noise climbs out of a well and calls it completed, in steps of any size", () => {
  // `jko` and `adaptive` cannot, and are slow in steps as large as these
  const others = words.filter(({ name }) => !["jko", "adaptive"].includes(name));
  const tried = others.flatMap(word => {
    const integrator = word.on(falling);
    return [0.1, 3, 1e4].map(dt => ({ name: word.name, dt, ...ended(integrator, dt) }));
  });
  const completed = tried.filter(({ status }) => status === "completed");
  assert.ok(new Set(completed.map(({ name }) => name)).size > 12);
  for (const { name, dt, up, steeper } of completed)
    assert.ok(up! <= 1e-12 || steeper! <= 1e-12, `${name} in steps of ${dt} rises by ${up}`);
  for (const name of ["adam", "signed-gradient", "rescaled-gradient", "newton-flow", "heavy-ball"])
    for (const [dt, status] of [
      [0.1, "completed"],
      [1e4, "uncertified"],
    ] as const)
      assert.equal(tried.find(t => t.name === name && t.dt === dt)?.status, status, `${name} ${dt}`);
});

test("what begins on the sphere is judged from there: descent and RATTLE from far outside of it are completed", () => {
  for (const name of ["sphere-gradient", "rattle"]) {
    const integrator = words.find(word => word.name === name)!.on(falling);
    const flow = solve({ system: falling, initial: vec(0.03, 0.01, 1), end: 2 }, integrator, { steps: 40 });
    assert.ok(falling.energy.value(flow.final) > falling.energy.value(flow.snapshots[0]));
    assert.equal(certify(falling, flow).status, "completed", name);
    assert.ok(maxAbs(subtract(flow.final, flow.snapshots[0])) > 0.1);
  }
});
