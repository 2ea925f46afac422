import assert from "node:assert/strict";
import { test } from "node:test";
import { exp } from "../arithmetic/functions.js";
import type { Vec } from "../arithmetic/vec.js";
import { concat, subtract, sumAbs, vec } from "../arithmetic/vectors.js";
import { freeEnergy } from "../systems/energies/free-energy.js";
import { phiDivergenceTo } from "../systems/energies/phi.js";
import { hellinger, wasserstein } from "../systems/geometries/named.js";
import { finiteSet } from "../systems/spaces/finite-set.js";
import { particles } from "../systems/spaces/particles.js";
import type { GradientSystem } from "../systems/system.js";
import { certificate } from "./certificate.js";
import { certify } from "./certify.js";
import type { Integrator } from "./integrator.js";
import { explicitEuler } from "./integrators/explicit/runge-kutta.js";
import { implicitEuler } from "./integrators/implicit/implicit-euler.js";
import { solve } from "./solve.js";
import { missedBySteepSteps } from "./steep-steps.js";

const LIMITS = { part: 0.5, rounding: () => 1e-13 };

/** By how much a single step of size h misses. */
function missed(system: GradientSystem, initial: Vec, integrator: Integrator, h: number): number {
  const solution = solve({ system, initial, end: h }, integrator, { steps: 1 });
  return missedBySteepSteps(system, solution, certificate(system, solution).series, LIMITS);
}

const V = { value: (x: Vec): number => 0.5 * x[0] * x[0], gradient: (x: Vec): Vec => vec(x[0]) };
const space = particles({ n: 1, dim: 1 });
const well: GradientSystem = { space, energy: freeEnergy(space, V, 0), geometry: wasserstein };

test("ẋ = -x: steps are steep from h = 0.62 (implicit) and 1 (explicit) on, and are taken again by h/2^m, h/2^m, …, h/2", () => {
  const [from, none] = [concat(vec(1), vec(1)), 0];
  assert.equal(missed(well, from, implicitEuler, 0.61), none);
  assert.equal(missed(well, from, explicitEuler, 0.99), none);
  // 2R* h = h and loss = ½(1 - v²): the least m for which h/2^m ≤ ¼(1 - v²)
  for (const [h, m] of [
    [0.65, 3],
    [2, 4],
    [8, 6],
  ] as const) {
    const v = 1 / (1 + h);
    const sizes = [h / 2 ** m, ...Array.from({ length: m }, (_, j) => h / 2 ** (m - j))];
    const w = sizes.reduce((x, step) => x / (1 + step), 1);
    const expected = Math.abs(v - w) / (1 - w);
    const found = missed(well, from, implicitEuler, h);
    assert.ok(Math.abs(found - expected) < 1e-6, `${h}: ${found} instead of ${expected}`);
  }
  const v = 1 - 1.5;
  const w = (1 - 0.1875) * (1 - 0.1875) * (1 - 0.375) * (1 - 0.75);
  assert.ok(Math.abs(missed(well, from, explicitEuler, 1.5) - Math.abs(v - w) / (1 - w)) < 1e-12);
});

test("u̇ = (π²/u - u)/2 from ε: an explicit step lands at π²h/2ε, an implicit one misses √(π²h) by less than a half", () => {
  const pi = 0.3;
  const system: GradientSystem = {
    space: finiteSet({ n: 1 }),
    energy: phiDivergenceTo(-1, vec(pi)),
    geometry: hellinger,
  };
  const h = 0.01;
  for (const epsilon of [1e-13, 1e-6, 1e-3]) {
    const truth = Math.sqrt(pi * pi + (epsilon * epsilon - pi * pi) * exp(-h));
    const over = (pi * pi * h) / (2 * epsilon) / truth;
    assert.ok(missed(system, vec(epsilon), explicitEuler, h) > 0.25 * over, `${epsilon}`);
    const implicit = missed(system, vec(epsilon), implicitEuler, h);
    assert.ok(implicit > 0.05 && implicit < 0.5, `${epsilon}: ${implicit}`);
    for (const [integrator, status] of [
      [explicitEuler, "uncertified"],
      [implicitEuler, "completed"],
    ] as const) {
      const solution = solve({ system, initial: vec(epsilon), end: h }, integrator, { steps: 1 });
      assert.equal(certify(system, solution).status, status, `${integrator.name} from ${epsilon}`);
    }
  }
});

test("the first step after a record is taken again, whether its end was recorded or not", () => {
  const pi = 0.3;
  const system: GradientSystem = {
    space: finiteSet({ n: 1 }),
    energy: phiDivergenceTo(-1, vec(pi)),
    geometry: hellinger,
  };
  for (const records of [1, 4]) {
    const solution = solve({ system, initial: vec(1e-8), end: 0.04 }, implicitEuler, { steps: 4, records });
    const { series } = certificate(system, solution);
    assert.ok(missedBySteepSteps(system, solution, series, LIMITS) > 0.05, `${records} records`);
  }
});

test("what a method makes of a recorded state in a step of the run is the next recorded state, bit by bit", () => {
  const initial = concat(vec(1), vec(1));
  for (const integrator of [explicitEuler, implicitEuler]) {
    const { t, snapshots, dt, retake } = solve({ system: well, initial, end: 1 }, integrator, { steps: 4 });
    for (let k = 0; k < 4; k++) assert.equal(sumAbs(subtract(retake(snapshots[k], t[k], [dt])!, snapshots[k + 1])), 0);
    assert.equal(sumAbs(subtract(retake(snapshots[0], 0, [dt, dt, dt, dt])!, snapshots[4])), 0);
  }
});
