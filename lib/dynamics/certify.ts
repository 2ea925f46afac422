import type { GradientSystem } from "../systems/system.js";
import { certificate, type Certificate } from "./certificate.js";
import { flaws, sentenceOf } from "./evidence.js";
import { flowEvidence } from "./flow-evidence.js";
import type { Solution } from "./integrator.js";

/** How a solution ended once its certificate has been read. */
export interface Certified {
  /** `uncertified` where the solution reached its end and its own numbers speak against it. */
  readonly status: Solution["status"] | "uncertified";
  /** Names the numbers, how large they may be, and what to do. */
  readonly reason: string;
  readonly certificate: Certificate;
}

/**
 * The certificate of a solution and the verdict on it, by the rule that runs of specs are judged by: the energy and
 * both halves of the dissipation are numbers, the energy falls, F(u_T) - F(u_0) + ∫ R + R* dt = 0 up to its uncertainty
 * and half of the energy that is lost, and where the energy falls too fast for that quadrature a step goes where
 * smaller steps of the same method go, up to half of the way; mass is kept where the geometry keeps it.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.hellinger };
 * const initial = measures.graphState(measures.uniformOn(-4, 4), measures.nodesOf(space));
 * const { status, reason } = certify(system, solve({ system, initial, end: 2 }, integrators.rk4, { steps: 200 }));
 * ```
 */
export function certify(system: GradientSystem, solution: Solution): Certified {
  const { status, reason } = solution;
  const proof = certificate(system, solution);
  const found = status === "completed" || status === "stopped" ? flaws(flowEvidence(system, solution, proof)) : [];
  if (found.length === 0) return { status, reason, certificate: proof };
  return { status: "uncertified", reason: `${reason}, but ${sentenceOf(found)}`, certificate: proof };
}
