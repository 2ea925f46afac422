import assert from "node:assert/strict";
import test from "node:test";
import type { Vec } from "../arithmetic/vec.js";
import { concat, vec } from "../arithmetic/vectors.js";
import { freeEnergy } from "../systems/energies/free-energy.js";
import { wasserstein } from "../systems/geometries/named.js";
import { particles } from "../systems/spaces/particles.js";
import { certificate } from "./certificate.js";
import { flowEvidence } from "./flow-evidence.js";
import { explicitEuler } from "./integrators/explicit/runge-kutta.js";
import { solve } from "./solve.js";

/** What is found of ẋ = -x by Euler's method with steps of 1.6, from the time `start`, with V = x²/2 + a constant. */
function sizes(start: number, constant: number): readonly number[] {
  const V = { value: (x: Vec): number => (x[0] * x[0]) / 2 + constant, gradient: (x: Vec): Vec => x.slice() };
  const space = particles({ n: 1, dim: 1 });
  const system = { space, energy: freeEnergy(space, V, 0), geometry: wasserstein };
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
