import assert from "node:assert/strict";
import test from "node:test";
import type { Vec } from "../arithmetic/vec.js";
import { concat, tabulate, vec } from "../arithmetic/vectors.js";
import { exp } from "../arithmetic/functions.js";
import { freeEnergy } from "../systems/energies/free-energy.js";
import { wasserstein } from "../systems/geometries/named.js";
import { particles } from "../systems/spaces/particles.js";
import type { GradientSystem } from "../systems/system.js";
import { certificate } from "./certificate.js";
import { flowEvidence } from "./flow-evidence.js";

const space = particles({ n: 1, dim: 1 });

/** ẋ = -x at t = s, s + 2, …: the trapezoids of the first interval say nothing of an energy of ½. */
function sizes(shift: number, constant: number, states: (k: number) => number): readonly number[] {
  const V = { value: (x: Vec): number => (x[0] * x[0]) / 2 + constant, gradient: (x: Vec): Vec => x.slice() };
  const system: GradientSystem = { space, energy: freeEnergy(space, V, 0), geometry: wasserstein };
  const snapshots = Array.from({ length: 8 }, (_, k) => concat(vec(states(k)), vec(1)));
  const flow = { t: tabulate(8, k => shift + 2 * k), snapshots };
  return flowEvidence(system, { ...flow, stochastic: false, inertial: false }, certificate(system, flow)).map(
    ({ size }) => size,
  );
}

test("no evidence depends on where time begins, or on a constant in F; the flow takes log(2/(1 + e^{-2}))/2 for half of a step", () => {
  const flow = (k: number): number => exp(-2 * k);
  const asIs = sizes(0, 0, flow);
  // eight Gauss points or fewer on half of a step, as in the tests of that: 1e-3
  assert.ok(
    asIs.some(size => Math.abs(size - Math.log(2 / (1 + Math.exp(-2))) / 2) < 1e-3),
    `${asIs.join(" ")}`,
  );
  for (const [shift, constant] of [
    [100, 0],
    [0, 1000],
  ])
    // rounding of F and of t, of the order 1000 ε
    sizes(shift, constant, flow).forEach((size, i) =>
      assert.ok(Math.abs(size - asIs[i]) < 1e-11, `${shift} ${constant}: ${size} and ${asIs[i]}`),
    );
});
