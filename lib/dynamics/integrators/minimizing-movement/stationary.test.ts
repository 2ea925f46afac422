import assert from "node:assert/strict";
import test from "node:test";
import { cosh, sinh } from "../../../arithmetic/functions.js";
import { forgetful } from "../../../arithmetic/memory.js";
import { unheard } from "../../../arithmetic/notes.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { axpy, tabulate, vec } from "../../../arithmetic/vectors.js";
import { freeEnergy } from "../../../systems/energies/free-energy.js";
import { gaussianKl } from "../../../systems/energies/gaussian-kl.js";
import { halfMmd2 } from "../../../systems/energies/half-mmd2.js";
import { phiDivergenceTo } from "../../../systems/energies/phi.js";
import { scaled } from "../../../systems/geometries/combinators.js";
import { hellinger, mmd, wasserstein } from "../../../systems/geometries/named.js";
import { gaussianKernel } from "../../../systems/kernels/gaussian.js";
import { finiteSet } from "../../../systems/spaces/finite-set.js";
import { gaussian } from "../../../systems/spaces/gaussian.js";
import { particles } from "../../../systems/spaces/particles.js";
import type { GradientSystem } from "../../../systems/system.js";
import { failed } from "../outcome.js";
import { PROXIMALS } from "./registry.js";

const P = [-1, 0, 0.25, 0.5, 1, 1.5, 2, 3];
const set = finiteSet({ n: 4, points: vec(0, 0.8, 1.7, 2.1) });
const pi = vec(0.1, 0.4, 0.3, 0.2);
const u0 = vec(0.4, 0.1, 0.2, 0.3);
const unit = (n: number): readonly Vec[] => Array.from({ length: n }, (_, i) => tabulate(n, j => (i === j ? 1 : 0)));

/**
 * Systems of the proximal steps that are no implicit step, with states and feasible directions, τ and factors not 1.
 */
const MOVEMENTS: Readonly<Record<string, readonly (readonly [GradientSystem, Vec, readonly Vec[]])[]>> = {
  "hellinger-phi": P.map(p => [
    { space: set, energy: phiDivergenceTo(p, pi), geometry: scaled(1.3, hellinger) },
    u0,
    unit(4),
  ]),
  mmd: [
    [
      {
        space: set,
        energy: halfMmd2(set, gaussianKernel(0.9), { points: set.nodes(u0), weights: pi }),
        geometry: scaled(1.3, mmd(gaussianKernel(0.9))),
      },
      u0,
      unit(4),
    ],
  ],
  gaussian: [
    [
      { space: gaussian(1), energy: gaussianKl(1, vec(0.3, 1.7)), geometry: scaled(1.3, wasserstein) },
      vec(2, 0.4),
      unit(2),
    ],
    [
      {
        space: gaussian(2),
        energy: gaussianKl(2, vec(0.3, -1, 1.7, 0.4, 0.4, 0.8)),
        geometry: scaled(1.3, wasserstein),
      },
      vec(2, 1, 0.5, -0.2, -0.2, 0.9),
      [
        vec(1, 0, 0, 0, 0, 0),
        vec(0, 1, 0, 0, 0, 0),
        vec(0, 0, 1, 0, 0, 0),
        vec(0, 0, 0, 1, 1, 0),
        vec(0, 0, 0, 0, 0, 1),
      ],
    ],
  ],
  "wasserstein-quantile": [
    [
      {
        space: particles({ n: 2, dim: 1 }),
        energy: freeEnergy(
          particles({ n: 2, dim: 1 }),
          { value: ([x]) => cosh(x), gradient: ([x]) => vec(sinh(x)) },
          0,
        ),
        geometry: scaled(1.3, wasserstein),
      },
      vec(-0.4, 1.1, 0.3, 0.7),
      [vec(1, 0, 0, 0), vec(0, 1, 0, 0)],
    ],
  ],
};

test("every proximal step u⁺ makes F(v) + d²(u, v)/2τ stationary, and is the first to admit", () => {
  for (const proximal of PROXIMALS.filter(({ name }) => name !== "flat"))
    for (const [system, u, directions] of MOVEMENTS[proximal.name]) {
      const tau = 0.45;
      const movement = proximal.admit(system).prepared ?? assert.fail(proximal.name);
      const v = movement.step(tau, unheard, forgetful)(u, 0);
      if (failed(v)) assert.fail(v.reason);
      const of = (w: Vec): number => system.energy.value(w) + movement.squaredDistance(u, w) / (2 * tau);
      for (const e of directions) {
        // third derivatives h²/6 and roundings 1e-16/h, of numbers of order 1
        const slope = (of(axpy(1e-5, e, v)) - of(axpy(-1e-5, e, v))) / 2e-5;
        assert.ok(Math.abs(slope) < 1e-8, `${proximal.name}: ${slope} along ${e}`);
      }
    }
});
