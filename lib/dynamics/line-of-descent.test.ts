import assert from "node:assert/strict";
import test from "node:test";
import { exp, log } from "../arithmetic/functions.js";
import type { Vec } from "../arithmetic/vec.js";
import { concat, vec } from "../arithmetic/vectors.js";
import { freeEnergy } from "../systems/energies/free-energy.js";
import { phiDivergenceTo } from "../systems/energies/phi.js";
import { hellinger, wasserstein } from "../systems/geometries/named.js";
import { finiteSet } from "../systems/spaces/finite-set.js";
import { particles } from "../systems/spaces/particles.js";
import type { GradientSystem } from "../systems/system.js";
import { timeForHalf as timeOfStep } from "./line-of-descent.js";

/** Of a step along the line itself. */
const timeForHalf = (system: GradientSystem, u: Vec, v: Vec): number =>
  timeOfStep(system, { u, v, h: 1, resistance: Infinity });

const lambda = 3;
const V = { value: (x: Vec): number => (lambda / 2) * x[0] * x[0], gradient: (x: Vec): Vec => vec(lambda * x[0]) };
const space = particles({ n: 1, dim: 1 });
const well: GradientSystem = { space, energy: freeEnergy(space, V, 0), geometry: wasserstein };
const at = (x: number): Vec => concat(vec(x), vec(1));

test("ẋ = -λx: half of the way from 1 to y takes log(2/(1 + y))/λ, and beyond y = -1 for ever", () => {
  for (const y of [0.9, 0.5, 0.1, 0, -0.5]) {
    const expected = log(2 / (1 + y)) / lambda;
    // four Gauss points on [½(1 + y), 1], whose ratio is 4 at the most: 1e-3
    assert.ok(Math.abs(timeForHalf(well, at(1), at(y)) - expected) < 1e-3 * expected, `${y}`);
  }
  for (const h of [0.01, 0.3, 1, 10]) assert.ok(timeForHalf(well, at(1), at(exp(-lambda * h))) < h);
  for (const h of [0.1, 0.3, 0.5])
    assert.ok(timeForHalf(well, at(1), at(1 - lambda * h)) < h, "explicit Euler, λh < 2");
  assert.equal(timeForHalf(well, at(1), at(-1.5)), Infinity);
  assert.equal(timeForHalf(well, at(1), at(2)), Infinity);
});

test("u̇ = (π²/u - u)/2: half of the way from ε to v takes log((π² - ε²)/(π² - ¼(ε + v)²)), no less", () => {
  const pi = 0.3;
  const system: GradientSystem = {
    space: finiteSet({ n: 1 }),
    energy: phiDivergenceTo(-1, vec(pi)),
    geometry: hellinger,
  };
  for (const epsilon of [1e-13, 1e-6, 1e-2])
    for (const v of [0.02, 0.1, 0.3]) {
      const half = (epsilon + v) / 2;
      const expected = log((pi * pi - epsilon * epsilon) / (pi * pi - half * half));
      const found = timeForHalf(system, vec(epsilon), vec(v));
      assert.ok(Math.abs(found - expected) < 1e-3 * expected, `${epsilon}, ${v}: ${found} instead of ${expected}`);
    }
  assert.equal(timeForHalf(system, vec(1e-13), vec(2e7)), Infinity);
});

test("a line with R(u_θ, Δ/h) above R(u, u̇) of both ends takes no time, unless the energy rises on it", () => {
  const step = (y: number, resistance: number): number => timeOfStep(well, { u: at(1), v: at(y), h: 0.5, resistance });
  // R(Δ/h) = ½(0.9/0.5)² = 1.62
  assert.equal(step(0.1, 1.61), 0);
  assert.ok(step(0.1, 1.63) > 0.19);
  assert.equal(step(-1.5, 0), Infinity);
});
