import assert from "node:assert/strict";
import test from "node:test";
import type { Vec } from "../arithmetic/vec.js";
import { concat, vec } from "../arithmetic/vectors.js";
import { freeEnergy } from "../systems/energies/free-energy.js";
import { wasserstein } from "../systems/geometries/named.js";
import { particles } from "../systems/spaces/particles.js";
import type { GradientSystem } from "../systems/system.js";
import { certificate } from "./certificate.js";
import { certify } from "./certify.js";
import { flowEvidence } from "./flow-evidence.js";
import { explicitEuler } from "./integrators/explicit/runge-kutta.js";
import { heavyBall } from "./integrators/optimisation/heavy-ball.js";
import { nesterov } from "./integrators/optimisation/nesterov.js";
import { solve } from "./solve.js";

/** ẋ = -x: one particle, V = x²/2 + a constant. */
function lineWith(constant: number): GradientSystem {
  const V = { value: (x: Vec): number => (x[0] * x[0]) / 2 + constant, gradient: (x: Vec): Vec => x.slice() };
  const space = particles({ n: 1, dim: 1 });
  return { space, energy: freeEnergy(space, V, 0), geometry: wasserstein };
}

/** What is found of ẋ = -x by Euler's method with steps of 1.6, from the time `start`. */
function sizes(start: number, constant: number): readonly number[] {
  const system = lineWith(constant);
  const flow = solve({ system, initial: concat(vec(1), vec(1)), start, end: start + 8 }, explicitEuler, { steps: 5 });
  return flowEvidence(system, flow, certificate(system, flow)).map(({ size }) => size);
}

test("no evidence depends on where time begins, or on a constant in F", () => {
  const asIs = sizes(0, 0);
  assert.ok(asIs.some(size => size > 0.01));
  for (const [start, constant] of [
    [100, 0],
    [0, 1000],
  ])
    // rounding of F and of t, of the order 1000 ε
    sizes(start, constant).forEach((size, i) =>
      assert.ok(Math.abs(size - asIs[i]) < 1e-11, `${start} ${constant}: ${size} and ${asIs[i]}`),
    );
});

test("steps of a heavy ball and of Nesterov's method beyond stability are uncertified, stable ones are completed", () => {
  const system = lineWith(0);
  for (const integrator of [heavyBall(0.5), heavyBall(0.95), nesterov])
    for (const [dt, status] of [
      [0.1, "completed"],
      [1, "completed"],
      [200, "uncertified"],
    ] as const) {
      const flow = solve({ system, initial: concat(vec(3), vec(1)), end: 40 * dt }, integrator, { steps: 40 });
      assert.equal(certify(system, flow).status, status, `${integrator.name} ${dt}`);
    }
});
