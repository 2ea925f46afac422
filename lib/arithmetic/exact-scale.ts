import type { Vec } from "./vec.js";

/** The largest power of two whose products with doubles below 1 are finite. */
const LARGEST = 4.49423283715579e307;

/**
 * The power of two s with ½ ≤ s·max|x| < 1 (1 where x = 0): multiplication by it is exact, and squares of s·x neither
 * overflow nor vanish beside the largest.
 */
export function exactScale(x: Vec): number {
  let largest = 0;
  for (let i = 0; i < x.length; i++) largest = Math.max(largest, Math.abs(x[i]));
  if (largest === 0) return 1;
  let scale = 1;
  while (largest * scale >= 1) scale /= 2;
  while (largest * scale < 0.5 && scale < LARGEST) scale *= 2;
  return scale;
}
