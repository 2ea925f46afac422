import type { GradientSystem, Mechanism, Smoother, Vec } from "../types.js";
import { type Part, parts } from "../geometries/parts.js";

/** The semigroup Φ: u(t + dt) = Φ(u(t), dt). */
export type Flow = (u: Vec, dt: number) => Vec;

/** One family of gradient systems whose flow is known. */
export interface ClosedForm {
  /** Ids of the statements in the catalogue and the reference. */
  readonly source: string;
  /** Geometry, energy and representation, for the refusal that lists what is known. */
  readonly admits: string;
  /** The flow, if the system belongs to this family. */
  flow(system: GradientSystem): Flow | undefined;
}

/** The only part of the geometry, if it is of one of these mechanisms with this smoother. */
export function onlyPart({ geometry }: GradientSystem, mechanisms: readonly Mechanism[], smoother: Smoother["name"]): Part | undefined {
  const [part, ...others] = parts(geometry), { term } = part;
  return others.length === 0 && mechanisms.includes(term.mechanism) && term.smoother.name === smoother ? part : undefined;
}
