import type { Vec } from "../../arithmetic/vec.js";
import { log, pow } from "../../arithmetic/functions.js";
import { maxAbs, tabulate } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Pair } from "./metric.js";

/** Lengths whose squares, and the squares of their 10^-50th parts, are doubles of full precision. */
const LARGEST = 1e140;
const SMALLEST = 1e-100;

/** The power of 2 next below x. */
const powerOfTwo = (x: number): number => pow(2, Math.floor(log(x) / Math.LN2));

/**
 * A unit of length in which squares neither over- nor underflow: 1, unless all coordinates are tiny or one is huge. It
 * is a power of 2, so that nothing is rounded.
 */
export function lengthOf({ space, mu, nu }: Pair): number {
  const deviation = (u: Vec): number => (space.support === "density" ? Math.sqrt(maxAbs(u.subarray(space.dim))) : 0);
  const largest = Math.max(...[mu, nu].map(u => Math.max(maxAbs(space.nodes(u)), deviation(u))));
  if (largest > LARGEST) return powerOfTwo(largest / LARGEST);
  return largest > 0 && largest < SMALLEST ? powerOfTwo(largest) : 1;
}

/** N(m, Σ) in another unit of length: [m/ℓ | Σ/ℓ²]. */
export const gaussianIn = (length: number, u: Vec, d: number): Vec =>
  tabulate(u.length, k => (k < d ? u[k] / length : u[k] / length / length));

/**
 * Refuses points so near to 0 that their squared distances underflow, for problems that have a length of their own
 * (√α, √ρ) and therefore no unit in which to compute.
 */
export function requireSquares(pair: Pair, what: string): void {
  const length = lengthOf(pair);
  if (length < 1)
    refuse(
      `${what}: all points lie within ${(2 * length).toPrecision(2)} of 0, ` +
        "and squares of such lengths are no doubles: take a smaller unit of length",
    );
}
