import type { Admission } from "../../../arithmetic/admission.js";
import type { Memory } from "../../../arithmetic/memory.js";
import type { Note } from "../../../arithmetic/notes.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { GradientSystem } from "../../../systems/system.js";
import type { Step } from "../../integrator.js";

/** Minimizing movements u -> argmin_v F(v) + d(u, v)²/(2τ) of one system. */
export interface MinimizingMovement {
  step(tau: number, note: Note, memory: Memory): Step;
  /** d²(u, v) in the metric of the whole geometry, its factor included. */
  squaredDistance(u: Vec, v: Vec): number;
  /** The point at time 2 on the geodesic that is at u at time 0 and at v at time 1. */
  extrapolate(u: Vec, v: Vec): Vec;
}

/** Minimizing movements for one geometry and one form of energy. */
export interface Proximal {
  readonly name: string;
  admit(system: GradientSystem): Admission<MinimizingMovement>;
}
