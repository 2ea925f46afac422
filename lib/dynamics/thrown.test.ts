import assert from "node:assert/strict";
import { test } from "node:test";
import { exp } from "../arithmetic/functions.js";
import { normals, stream } from "../arithmetic/random.js";
import { isRefusal } from "../arithmetic/refusal.js";
import type { Vec } from "../arithmetic/vec.js";
import { concat, fill, vec } from "../arithmetic/vectors.js";
import { freeEnergy } from "../systems/energies/free-energy.js";
import { halfMmd2 } from "../systems/energies/half-mmd2.js";
import { spherical, sum } from "../systems/geometries/combinators.js";
import { hellinger, mmd, wasserstein } from "../systems/geometries/named.js";
import { gaussianKernel } from "../systems/kernels/gaussian.js";
import { particles } from "../systems/spaces/particles.js";
import type { GradientSystem } from "../systems/system.js";
import { certify } from "./certify.js";
import type { Integrator } from "./integrator.js";
import { words } from "./integrators/index.js";
import { explicitEuler } from "./integrators/explicit/runge-kutta.js";
import { splitting } from "./integrators/splitting.js";
import { birthDeath } from "./integrators/stochastic/birth-death.js";
import { langevin } from "./integrators/stochastic/langevin.js";
import { noisyEuler } from "./integrators/stochastic/noisy-euler.js";
import { observed } from "./integrators/stochastic/observed.js";
import { publishedIft } from "./integrators/stochastic/published-ift.js";
import { reseeding } from "./integrators/stochastic/reseeding.js";
import { solve } from "./solve.js";

/** Forces that vanish far away, where too long a step throws particles: there nothing is stiff any more. */
const n = 30;
const space = particles({ n, dim: 1 });
const random = stream(4, "thrown");
const initial = concat(normals(random, n), fill(n, 1 / n));
const k = gaussianKernel(1);
const target = { points: normals(random, 20).map(x => x + 0.5), weights: fill(20, 1 / 20) };
const attracted = halfMmd2(space, k, target);
const well = {
  value: (x: Vec): number => -exp((-x[0] * x[0]) / 2),
  gradient: (x: Vec): Vec => vec(x[0] * exp((-x[0] * x[0]) / 2)),
};
const held = freeEnergy(space, well, 0);
const warm = freeEnergy(space, well, 0.01);
const beside = sum(wasserstein, spherical(hellinger));

/** An observation far off in time, so that nothing but the steps of the filter is judged. */
const filter = (of: Integrator): Integrator =>
  observed(of, { rows: { dim: 2, points: vec(1e9, 0) }, variance: 1, resample: true });

/** Methods with noise, jumps, batches and observations; the steps of published IFT are 2/n of a step of the flow. */
const METHODS: Readonly<Record<string, readonly [Integrator, GradientSystem["geometry"], number]>> = {
  "noisy-euler": [noisyEuler(0.1), wasserstein, 1],
  "noisy-euler, everywhere": [noisyEuler(0.1, { everywhere: true }), wasserstein, 1],
  langevin: [langevin, wasserstein, 1],
  "jumps beside explicit steps": [splitting("lie", [explicitEuler, birthDeath()]), beside, 1],
  "jumps beside noisy steps": [splitting("strang", [noisyEuler(0.1), birthDeath()]), beside, 1],
  reseeding: [reseeding(noisyEuler(0.1), { jitter: 0.1 }), wasserstein, 1],
  observed: [filter(noisyEuler(0.1)), wasserstein, 1],
  "published-ift": [publishedIft({ level: 0.1 }), wasserstein, n / 2],
  "published-ift without noise": [publishedIft(), wasserstein, n / 2],
  "published-ift in batches": [publishedIft({ batch: 10 }), wasserstein, n / 2],
};

test("no method with noise throws particles to where no force is left and calls it completed", () => {
  for (const [name, [integrator, geometry, factor]] of Object.entries(METHODS))
    for (const energy of [attracted, held, warm]) {
      const system = { space, energy, geometry };
      if (integrator.admit(system).reasons) continue;
      for (const [size, status] of [
        [0.1, "completed"],
        [50, "uncertified"],
        [500, "uncertified"],
        [5000, "uncertified"],
      ] as const)
        for (const records of [20, 4]) {
          const end = 20 * size * factor;
          const flow = solve({ system, initial, end }, integrator, { steps: 20, records, seed: 2 });
          const what = `${name}, ${energy.name}, steps of ${size}, ${records} records`;
          assert.equal(certify(system, flow).status, status, what);
        }
    }
});

test("every integrator that draws numbers has a drift, by which its steps are judged", () => {
  const drawing = new Set<string>();
  for (const energy of [attracted, held, warm])
    for (const geometry of [wasserstein, beside, spherical(hellinger), sum(wasserstein, spherical(mmd(k)))])
      for (const word of words) {
        const system = { space, energy, geometry };
        try {
          const integrator = word.on(system);
          const steps = { steps: 2, seed: 1 };
          if (!solve({ system, initial, end: 0.1 }, integrator, steps).stochastic || integrator.learned) continue;
          drawing.add(word.name);
          assert.ok(integrator.drift, word.name);
          assert.ok(!solve({ system, initial, end: 0.1 }, integrator.drift, steps).stochastic, word.name);
        } catch (error) {
          if (!isRefusal(error)) throw error;
        }
      }
  for (const name of ["langevin", "noisy-euler", "birth-death", "splitting"]) assert.ok(drawing.has(name), name);
});
