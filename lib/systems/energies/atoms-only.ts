import { dot, scale, sum } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Cloud } from "../measures/cloud.js";
import type { Covector, Space } from "../spaces/space.js";
import type { Source } from "../geometries/carrier.js";
import type { EnergyGround } from "./word.js";
import { lazyCovector } from "./lazy-covector.js";

/** DF of temperature 0 at points; ∇DF only where it moves them. */
export const covectorOn = ({ support }: Space, value: () => Vec, gradient: () => Vec, source?: Source): Covector =>
  support === "atoms" ? lazyCovector(value, gradient, 0, source) : { value: value(), temperature: 0, source };

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
