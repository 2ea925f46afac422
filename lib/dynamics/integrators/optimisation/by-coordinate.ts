import { refused, unless } from "../../../arithmetic/admission.js";
import type { Memory } from "../../../arithmetic/memory.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { axpy } from "../../../arithmetic/vectors.js";
import { logRefusals } from "../../../systems/admissible.js";
import { parts } from "../../../systems/geometries/parts.js";
import { type GradientSystem, rate } from "../../../systems/system.js";
import type { Integrator } from "../../integrator.js";

/** Whether positions of particles move, and no mass. */
export const movesPositions = ({ space, geometry }: GradientSystem): boolean =>
  space.support === "atoms" && parts(geometry).every(({ term }) => term.mechanism === "transport");

/** u̇ -> the direction of the step; made once for a run, since it remembers the steps before. */
export type Direction = (velocity: Vec) => Vec;

/**
 * u⁺ = u + dt d(u̇), where d scales every coordinate of every particle by itself: a method of optimisation. The time of
 * such a run is the step size times the number of steps, and for dt → 0 it is not the flow.
 */
export const byCoordinate = (name: string, remembering: (size: number, memory: Memory) => Direction): Integrator => ({
  name,
  order: 0,
  inertial: true,
  lowers: "energy",
  admit: system =>
    movesPositions(system)
      ? unless(logRefusals(system), (dt, _rng, _note, memory) => {
          const direction = remembering(system.space.size, memory);
          return u => axpy(dt, direction(rate(system, u)), u);
        })
      : refused("scales coordinates one by one, which positions of particles bear and masses do not: take transport"),
});
