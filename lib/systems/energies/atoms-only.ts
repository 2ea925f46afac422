import { dot, scale, sum } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Cloud } from "../measures/cloud.js";
import type { Covector, Space } from "../spaces/space.js";
import type { EnergyGround } from "./word.js";
import { lazyCovector } from "./lazy-covector.js";

/** Refuses a space without atoms, for energies of points with masses. */
export const requireAtoms = (name: string, { kind }: Space): void => {
  if (kind === "gaussian") refuse(`${name} compares points with masses: take particles, a grid or a finite set`);
};

/** DF on nodes, of temperature 0; ∇DF only where it moves them. */
export const covectorOn = ({ kind }: Space, value: () => Vec, gradient: () => Vec): Covector =>
  kind === "particles" ? lazyCovector(value, gradient, 0) : { value: value(), temperature: 0 };

/** The target of a sample as atoms: its cloud, or one atom at the mean of its normal law. */
export const cloudOf = ({ space, cloud, target = new Float64Array(0) }: EnergyGround): Cloud =>
  cloud ?? { points: target.subarray(0, space.dim), weights: Float64Array.of(1) };

/**
 * A functional of measures of one mass for all measures of positive mass: that of u · mass/|u|. Its differential has
 * mean 0 under u, and is scaled as the masses are.
 */
export interface OfMass {
  /** The masses of u, scaled. */
  readonly masses: Vec;
  readonly factor: number;
  /** factor (f - ∫ f dν), f as it is at the scaled measure ν of this mass. */
  centred(f: Vec): Vec;
}

export function scaledTo(mass: number, masses: Vec, name: string): OfMass {
  const total = sum(masses);
  if (!(total > 0 && masses.every(m => m >= 0)))
    refuse(`${name} transports mass, and there is none or a negative one: take a measure`);
  const factor = mass / total;
  return {
    masses: scale(factor, masses),
    factor,
    centred: f => {
      const mean = dot(masses, f) / total;
      return f.map(v => factor * (v - mean));
    },
  };
}
