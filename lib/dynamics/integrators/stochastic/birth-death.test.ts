import assert from "node:assert/strict";
import { test } from "node:test";
import type { Vec } from "../../../arithmetic/vec.js";
import { concat, vec } from "../../../arithmetic/vectors.js";
import { freeEnergy } from "../../../systems/energies/free-energy.js";
import { spherical } from "../../../systems/geometries/combinators.js";
import { hellinger } from "../../../systems/geometries/named.js";
import { particles } from "../../../systems/spaces/particles.js";
import { solve } from "../../solve.js";
import { birthDeath } from "./birth-death.js";

const V = { value: (x: Vec): number => x[0], gradient: (): Vec => vec(1) };
const space = particles({ n: 3, dim: 1 });
const system = { space, energy: freeEnergy(space, V, 0), geometry: spherical(hellinger) };

/** Where three particles are after one step, in which all clocks ring. */
function after(x: readonly number[], seed: number): Vec {
  const problem = { system, initial: concat(vec(...x), vec(1 / 3, 1 / 3, 1 / 3)), end: 1e9 };
  return solve(problem, birthDeath(), { steps: 1, records: 1, seed }).snapshots[1].slice(0, 3);
}

test("a particle gives way to another one, never to itself: in a step without end that of the highest ξ, called first, is gone", () => {
  const left = new Set<number>();
  for (let seed = 1; seed <= 60; seed++) for (const x of after([2, -2, 0], seed)) left.add(x);
  assert.deepEqual(left, new Set([-2, 0]));
});
