import { refused, unless } from "../../../arithmetic/admission.js";
import { exp } from "../../../arithmetic/functions.js";
import { nonNegative } from "../../../arithmetic/range.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { axpy, dot, row, scale, zeros } from "../../../arithmetic/vectors.js";
import { logRefusals } from "../../../systems/admissible.js";
import type { Covector, Space } from "../../../systems/spaces/space.js";
import { rate } from "../../../systems/system.js";
import type { Integrator } from "../../integrator.js";
import { movesPositions } from "./by-coordinate.js";
import { NO_SPHERE, tangent, unit } from "./sphere-gradient.js";
import { integratorWord, type IntegratorWord } from "../word.js";

/** y - s x of norm 1, the smaller |s|, for |x| = 1; and s. */
function ontoSphere(x: Vec, y: Vec): { readonly point: Vec; readonly multiplier: number } {
  const [b, c] = [dot(x, y), dot(y, y) - 1];
  if (!(b > 0 && b * b >= c))
    return refuse("a step of `rattle` leaves the neighbourhood of the sphere: take more steps");
  const multiplier = c / (b + Math.sqrt(b * b - c));
  return { point: unit(axpy(-multiplier, x, y)), multiplier };
}

/** The tangential part of p_0 at every moving particle. */
function start({ dim, moving }: Space, u: Vec, momentum: readonly number[]): Vec {
  const given = Float64Array.from(momentum);
  if (given.length !== dim)
    refuse(`the momentum of \`rattle\` has ${given.length} numbers: give ${dim}, one per coordinate`);
  const p = zeros(moving);
  for (let i = 0; i * dim < p.length; i++) p.set(tangent(unit(row(u, i, dim)), given), i * dim);
  return p;
}

/** p as ∇ξ at the particles: 0 where they rest. */
const asCovector = (space: Space, u: Vec, p: Vec): Covector => {
  const gradient = zeros(space.nodes(u).length);
  gradient.set(p);
  return { gradient, temperature: 0 };
};

/**
 * Dissipative RATTLE for ẋ = p, ṗ = v - γp - λx on |x| = 1, v = ẋ of the flow without inertia and constraint (for one
 * point -∇V): friction e^{-γh/2}, half a kick, a drift with the multiplier that ends on the sphere, half a kick
 * projected onto the tangent space, friction. Order 2 for this equation, and conformally symplectic: every area of the
 * phase space shrinks by e^{-γh} in a step of size h. No gradient flow: no energy balance is claimed. França, Barp,
 * Girolami and Jordan, F-4.
 *
 * ```ts
 * const integrator = integrators.rattle(0.4);
 * ```
 */
export function rattle(friction: number, momentum?: readonly number[]): Integrator {
  nonNegative("the friction of `rattle`", friction);
  const first = (space: Space, u: Vec): Vec => start(space, u, momentum ?? [...zeros(space.dim)]);
  return {
    name: "rattle",
    order: 0,
    inertial: true,
    ...(momentum === undefined && { lowers: "energy" }),
    momentum: ({ space }, u) => asCovector(space, u, first(space, u)),
    admit: system => {
      const { space } = system;
      const d = space.dim;
      if (!movesPositions(system) || d < 2) return refused(NO_SPHERE);
      return unless(logRefusals(system), (h, _rng, _note, memory, listener) => {
        const carried = memory.cell<Vec | undefined>(undefined);
        const decay = exp((-friction * h) / 2);
        return u => {
          const kicked = axpy(
            h / 2,
            rate(system, u).subarray(0, space.moving),
            scale(decay, carried.value ?? first(space, u)),
          );
          const next = u.slice();
          const p = kicked.slice();
          for (let i = 0; i * d < p.length; i++) {
            const x = unit(row(u, i, d));
            const { point, multiplier } = ontoSphere(x, axpy(h, row(kicked, i, d), x));
            next.set(point, i * d);
            p.set(axpy(-multiplier / h, x, row(kicked, i, d)), i * d);
          }
          const force = rate(system, next);
          for (let i = 0; i * d < p.length; i++) {
            const free = axpy(h / 2, row(force, i, d), row(p, i, d));
            p.set(scale(decay, tangent(row(next, i, d), free)), i * d);
          }
          carried.value = p;
          listener?.carries(asCovector(space, next, p));
          return next;
        };
      });
    },
  };
}

export const rattleWord: IntegratorWord = integratorWord({
  name: "rattle",
  description:
    "Dissipative RATTLE: a symplectic integrator with friction for particles with inertia on the unit sphere.",
  equation: "x' = p, p' = v - gamma p - lambda x, |x| = 1",
  properties: {
    friction: { description: "gamma >= 0.", type: "number", minimum: 0 },
    momentum: {
      description: "p_0 of every particle, one number per coordinate; its tangential part counts. Default 0.",
      optional: true,
      type: "array",
      items: { type: "number" },
      minItems: 2,
    },
  },
  build: ({ friction, momentum }) => rattle(friction, momentum),
  on: () => rattle(0.4),
});
