import type { Vec } from "../../arithmetic/vec.js";
import type { Covector } from "../../systems/spaces/space.js";

/** A point of a curve: the state, its rate u̇, and for geodesics the momentum ξ with u̇ = 𝕂(u)ξ. */
export interface CurveState {
  readonly t: number;
  readonly u: Vec;
  readonly rate: Vec;
  readonly momentum?: Covector;
}

/** A curve that can be evaluated at any t in [0, 1]. */
export type Curve = (t: number) => CurveState;

/** States at equally spaced times, and how it went. */
export interface SampledCurve {
  readonly status: "completed" | "diverged" | "not-converged";
  readonly reason: string;
  readonly states: readonly CurveState[];
}
