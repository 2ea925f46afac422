import type { Vec } from "../../arithmetic/vec.js";
import type { Potential } from "./cloud.js";
import { square } from "../../arithmetic/functions.js";
import { matvec } from "../../compute/index.js";
import { dot, subtract } from "../../arithmetic/vectors.js";
import { positive } from "../../arithmetic/range.js";

/**
 * V = ½(x-b)ᵀA(x-b), A symmetric.
 *
 * ```ts
 * const V = measures.quadratic(Float64Array.of(2, 0, 0, 1), Float64Array.of(0, 0));
 * ```
 */
export const quadratic = (matrix: Vec, centre: Vec): Potential => ({
  value: x => 0.5 * dot(subtract(x, centre), matvec(matrix, subtract(x, centre))),
  gradient: x => matvec(matrix, subtract(x, centre)),
  second: () => matrix[0],
});

/**
 * V = (x²-1)²/(4θ) on the line: wells at ±1, barrier 1/(4θ).
 *
 * ```ts
 * const V = measures.doubleWell(0.5);
 * ```
 */
export function doubleWell(theta: number): Potential {
  positive("θ, the depth of a double well,", theta);
  return {
    value: x => square(x[0] * x[0] - 1) / (4 * theta),
    gradient: ([x]) => Float64Array.of((x * (x * x - 1)) / theta),
    second: x => (3 * x * x - 1) / theta,
  };
}

/**
 * V = x²/(2s²) + ½(y - b x²)² in the plane: x ~ N(0, s²), y | x ~ N(b x², 1).
 *
 * ```ts
 * const V = measures.banana(1, 0.5);
 * ```
 */
export function banana(curvature: number, width: number): Potential {
  positive("the curvature of a banana", curvature);
  positive("the width of a banana", width);
  return {
    value: ([x, y]) => 0.5 * square(x / width) + 0.5 * square(y - curvature * x * x),
    gradient: ([x, y]) => {
      const r = y - curvature * x * x;
      return Float64Array.of(x / square(width) - 2 * curvature * x * r, r);
    },
  };
}
