import type { Profile, Term } from "./kernel-form.js";

/** φ' as a multiple of a term. */
export interface Slope {
  readonly term: Term;
  readonly factor: number;
  /** Whether the term is φ itself, so that one evaluation gives both. */
  readonly shared: boolean;
}

/** φ' as a multiple of φ where both are multiples of one exponential. */
export function slopeOf(profile: Profile): Slope {
  const phi = profile(0);
  const slope = profile(1);
  if (phi.name !== "exponential" || slope.name !== "exponential" || phi.rate !== slope.rate)
    return { term: slope, factor: 1, shared: false };
  const factor = slope.factor / phi.factor;
  const shared = Number.isFinite(factor);
  return shared ? { term: phi, factor, shared } : { term: slope, factor: 1, shared };
}
