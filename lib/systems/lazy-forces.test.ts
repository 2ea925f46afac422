import assert from "node:assert/strict";
import { test } from "node:test";
import { concat } from "../arithmetic/vectors.js";
import { primalDissipation } from "./primal-dissipation.js";
import { dualDissipation } from "./dissipation.js";
import { halfMmd2 } from "./energies/half-mmd2.js";
import type { Energy } from "./energies/energy.js";
import { hellinger, wasserstein } from "./geometries/named.js";
import type { Geometry } from "./geometries/geometry.js";
import { gaussianKernel } from "./kernels/gaussian.js";
import { particles } from "./spaces/particles.js";
import { rate } from "./system.js";

const space = particles({ n: 3, dim: 1 });
const state = concat(Float64Array.of(-1, 0.5, 2), Float64Array.of(0.2, 0.3, 0.5));
const energy = halfMmd2(space, gaussianKernel(0.8), {
  points: Float64Array.of(0, 1),
  weights: Float64Array.of(0.4, 0.6),
});

/** The energy, with a list of which parts of its differential somebody asked for. */
function watched(asked: string[]): Energy {
  return {
    ...energy,
    differential: u => {
      const xi = energy.differential(u);
      const seen = <T>(name: string, part: T): T => {
        asked.push(name);
        return part;
      };
      return {
        temperature: xi.temperature,
        get value() {
          return seen("value", xi.value);
        },
        get gradient() {
          return seen("gradient", xi.gradient);
        },
      };
    },
  };
}

/** Sums over all pairs are what flows of particles cost: nobody asks for those that a geometry does not need. */
const cases: readonly (readonly [name: string, geometry: Geometry, needs: string])[] = [
  ["transport takes ∇DF alone", wasserstein, "gradient"],
  ["births and deaths take DF alone", hellinger, "value"],
];

for (const [sentence, geometry, needs] of cases)
  test(`the rate and both halves of the dissipation of particles: ${sentence}`, () => {
    const asked: string[] = [];
    const system = { space, energy: watched(asked), geometry };
    const v = rate(system, state);
    primalDissipation(system, state, v);
    dualDissipation(system, state);
    assert.deepEqual([...new Set(asked)], [needs]);
  });

test("R* of particles asks for DF once: no node of a cloud is empty, and a limit from inside of the cone is not looked for", () => {
  for (const [, geometry] of cases) {
    let asked = 0;
    const differential: Energy["differential"] = u => {
      asked++;
      return energy.differential(u);
    };
    dualDissipation({ space, energy: { ...energy, differential }, geometry }, state);
    assert.equal(asked, 1);
  }
});
