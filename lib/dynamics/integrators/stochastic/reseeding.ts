import { admitted, refused } from "../../../arithmetic/admission.js";
import type { Rng } from "../../../arithmetic/random.js";
import { nonNegative } from "../../../arithmetic/range.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { sum, tabulate } from "../../../arithmetic/vectors.js";
import type { Space } from "../../../systems/spaces/space.js";
import type { Integrator } from "../../integrator.js";
import { failed } from "../outcome.js";
import { publishedIft } from "./published-ift.js";
import { explicitEuler } from "../explicit/runge-kutta.js";
import { integratorWord, type IntegratorWord } from "../word.js";

/** Which particles are massless, and how far from its parent one is set. */
export interface Reseeding {
  /** Standard deviation of the jitter, in units of length. */
  readonly jitter: number;
  /** Particles below this fraction of the mean weight are set anew; default 1e-9. */
  readonly below?: number;
}

/** Parents of m children by systematic resampling: one in each m-th part of the mass, at (k + r)/m with one r. */
export function systematic(weights: Vec, m: number, r: number): Int32Array {
  const mass = sum(weights);
  let at = 0;
  let passed = weights[0];
  return Int32Array.from({ length: m }, (_, k) => {
    while (at + 1 < weights.length && passed <= ((k + r) / m) * mass) passed += weights[++at];
    return at;
  });
}

/** The state with its massless particles set beside parents, whose mass they share. */
function reseeded(space: Space, u: Vec, { jitter, below = 1e-9 }: Reseeding, rng: Rng): Vec {
  const { dim } = space;
  const w = space.masses(u);
  const least = (below * sum(w)) / w.length;
  const movable = space.moving / dim;
  const empty = Array.from(w.keys()).filter(i => i < movable && w[i] < least);
  if (empty.length === 0 || empty.length === w.length) return u;
  const [from] = space.massRange;
  const out = u.slice();
  const donors = tabulate(w.length, i => (w[i] < least ? 0 : w[i]));
  const parents = systematic(donors, empty.length, rng.uniform());
  const heirs = new Float64Array(w.length).fill(1);
  parents.forEach(p => heirs[p]++);
  empty.forEach((child, k) => {
    const parent = parents[k];
    for (let c = 0; c < dim; c++) out[child * dim + c] = u[parent * dim + c] + (jitter > 0 ? jitter * rng.normal() : 0);
    out[from + child] = w[child] + w[parent] / heirs[parent];
  });
  for (let i = 0; i < w.length; i++) if (heirs[i] > 1) out[from + i] = w[i] / heirs[i];
  return out;
}

/**
 * Any integrator, and after each of its steps the massless particles are set beside heavy ones: parents by systematic
 * resampling of the weights, whose mass parent and children share, at a distance jitter·N. Without jitter the measure
 * stays what it is (but for the masses below the threshold), so that the particles are of use again.
 *
 * ```ts
 * const integrator = integrators.reseeding(integrators.publishedIft(), { jitter: 0.1 });
 * ```
 */
export function reseeding(of: Integrator, options: Reseeding): Integrator {
  nonNegative("the jitter of `reseeding`", options.jitter);
  if (options.below !== undefined) nonNegative("`below`, the threshold of `reseeding`,", options.below);
  return {
    name: "reseeding",
    order: 0,
    inertial: true,
    ...(of.learned ? { learned: true } : { drift: of.drift ?? of }),
    admit: system => {
      const { prepared, reasons } = of.admit(system);
      if (system.space.support !== "atoms") return refused("sets particles anew: take particles");
      if (!prepared) return refused(...reasons.map(reason => `${of.name}: ${reason}`));
      return admitted((dt, rng, ...rest) => {
        const step = prepared(dt, rng, ...rest);
        return (u, t) => {
          const v = step(u, t);
          return failed(v) ? v : reseeded(system.space, v, options, rng);
        };
      });
    },
  };
}

export const reseedingWord: IntegratorWord = integratorWord({
  name: "reseeding",
  description:
    "Any integrator, after whose steps massless particles are set beside heavy ones by systematic resampling, " +
    "with jitter; parent and children share the mass. No energy balance is claimed.",
  properties: {
    of: { description: "The integrator.", $ref: "integrator.schema.json" },
    jitter: { description: "Standard deviation of the jitter, in units of length.", type: "number", minimum: 0 },
    below: {
      description: "Particles below this fraction of the mean weight are massless; default 1e-9.",
      optional: true,
      type: "number",
      minimum: 0,
    },
  },
  build: ({ of, ...options }, { integrator }) => reseeding(integrator(of), options),
  on: system => reseeding(publishedIft().admit(system).prepared ? publishedIft() : explicitEuler, { jitter: 0.1 }),
});
