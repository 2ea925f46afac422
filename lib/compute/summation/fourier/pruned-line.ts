import type { Vec } from "../../../arithmetic/vec.js";

/** Real and imaginary parts over the same array. */
export interface Complex {
  readonly re: Vec;
  readonly im: Vec;
}

/**
 * An axis as the transform sees it: length n, of which the first `used` entries may differ from 0, and modes -K … K.
 */
export interface PrunedLine {
  readonly length: number;
  readonly used: number;
  readonly modes: number;
}

/**
 * Entries of an axis of modes: 0 … K, K + 1, -K … -1. The mode K + 1 is kept so that their number is even, and has the
 * coefficient 0.
 */
export const keptModes = ({ modes }: Pick<PrunedLine, "modes">): number => 2 * modes + 2;
