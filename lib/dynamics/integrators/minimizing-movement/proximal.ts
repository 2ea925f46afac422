import type { Note } from "../../../arithmetic/notes.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { Step } from "../../integrator.js";
import type { GradientSystem } from "../../../systems/system.js";

/** u -> argmin_v F(v) + d(u, v)² / (2 τ) for one geometry and one form of energy. */
export interface Proximal {
  readonly name: string;
  check(system: GradientSystem): string[];
  stepper(system: GradientSystem, tau: number, note: Note): Step;
  /** The point at time 2 on the geodesic that is at u at time 0 and at v at time 1. */
  extrapolate(system: GradientSystem, u: Vec, v: Vec): Vec;
}
