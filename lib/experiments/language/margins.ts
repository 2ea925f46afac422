/** How far claims are from failing, over repetitions with other random numbers. */
import type { ClaimResult } from "./result.js";

/** One claim over several repetitions. */
export interface Held {
  readonly name: string;
  readonly control: boolean;
  /** In how many of the repetitions it holds. */
  readonly held: number;
  readonly of: number;
  /** Smallest margin, and the repetition (from 1) that has it. */
  readonly margin: number;
  readonly worst: number;
  /** Whether all repetitions have the same numbers: nothing random touches the claim. */
  readonly same: boolean;
}

/**
 * How much room a claim has left, in units of what it is measured by: (tolerance − deviation)/tolerance of an `equal`
 * claim, 1 where both sides are the same and 0 at the edge; of the others the distance from the bound, divided by the
 * larger of both sides. Of a control, how far beyond the edge it fails. Negative where the claim does not hold; −∞
 * where it has no number.
 */
export function marginOf({ claim, control, holds, measured, expected, tolerance, deviation }: ClaimResult): number {
  if (claim === "ends") return holds ? Infinity : -Infinity;
  if (typeof measured !== "number" || typeof expected !== "number" || !Number.isFinite(deviation)) return -Infinity;
  const [room, scale] =
    claim === "equal"
      ? [tolerance - deviation, tolerance]
      : [-deviation, Math.max(Math.abs(measured), Math.abs(expected))];
  const signed = control ? -room : room;
  return scale > 0 ? signed / scale : signed === 0 ? 0 : signed * Infinity;
}

/** Every claim over the repetitions, in the order of the first. */
export const heldOver = (repetitions: readonly (readonly ClaimResult[])[]): readonly Held[] =>
  repetitions[0].map(({ name, control, measured }, i) => {
    const results = repetitions.map(claims => claims[i]);
    const margins = results.map(marginOf);
    const margin = Math.min(...margins);
    return {
      name,
      control,
      held: results.filter(({ holds }) => holds).length,
      of: results.length,
      margin,
      worst: margins.indexOf(margin) + 1,
      same: results.length > 1 && results.every(result => Object.is(result.measured, measured)),
    };
  });
