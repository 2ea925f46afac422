import assert from "node:assert/strict";
import { test } from "node:test";
import type { Vec } from "../arithmetic/vec.js";
import { tabulate, vec } from "../arithmetic/vectors.js";
import { freeEnergy } from "../systems/energies/free-energy.js";
import { scaled } from "../systems/geometries/combinators.js";
import { wasserstein } from "../systems/geometries/named.js";
import { particles } from "../systems/spaces/particles.js";
import { certify } from "./certify.js";
import { langevin } from "./integrators/stochastic/langevin.js";
import { solve } from "./solve.js";

const n = 50;
const space = particles({ n, dim: 2 });
const initial = tabulate(3 * n, i => (i < 2 * n ? 1 : 1 / n));

test("Langevin steps of V = (x² + λy²)/2 are uncertified beyond λdt = 2, where y grows by |1 - λdt| in each", () => {
  for (const lambda of [1, 40])
    for (const factor of [1, 3])
      for (const [size, status] of [
        [0.1, "completed"],
        [1, "completed"],
        [1.9, "completed"],
        [2.2, "uncertified"],
        [5, "uncertified"],
      ] as const) {
        const V = {
          value: (x: Vec): number => (x[0] * x[0] + lambda * x[1] * x[1]) / 2,
          gradient: (x: Vec): Vec => vec(x[0], lambda * x[1]),
        };
        const system = { space, energy: freeEnergy(space, V, 1), geometry: scaled(factor, wasserstein) };
        const end = (60 * size) / (lambda * factor);
        const ended = certify(system, solve({ system, initial, end }, langevin, { steps: 60, records: 1, seed: 3 }));
        assert.equal(ended.status, status, `λ = ${lambda}, α = ${factor}, λα dt = ${size}: ${ended.reason}`);
        if (status === "uncertified")
          assert.match(ended.reason, /size of a step times the curvature .*; take more steps/);
      }
});
