import type { Potential } from "./cloud.js";
import { square } from "../../arithmetic/functions.js";
import { scale } from "../../arithmetic/vectors.js";
import { conditionalOutside } from "./box-mass.js";
import type { Subject } from "../../compute/index.js";
import { inverseSpd } from "../../numerics/spd.js";
import type { Vec } from "../../arithmetic/vec.js";
import { gaussian } from "./gaussian.js";
import { tabulate } from "./tabulated.js";
import type { Density } from "./measure.js";

/**
 * p ∝ e^{-V} on R^d.
 *
 * ```ts
 * const law = measures.gibbs({ value: ([x]) => x * x * x * x, gradient: ([x]) => Float64Array.of(4 * x * x * x) }, 1);
 * ```
 */
export function gibbs(V: Potential, dim: number): Density {
  const second = V.second;
  return {
    kind: "density",
    dim,
    mass: 1,
    logDensity: x => -V.value(x),
    score: x => scale(-1, V.gradient(x)),
    hessian: second && dim === 1 ? ([x]) => Float64Array.of(-second(x)) : undefined,
  };
}

/**
 * p ∝ e^{-V} on the line, with distribution function, moments and draws from a quadrature of e^{-V} over [a, b].
 *
 * ```ts
 * const law = measures.gibbsOnLine(measures.doubleWell(0.2), [-3, 3]);
 * ```
 */
export const gibbsOnLine = (V: Potential, [a, b]: readonly [number, number]): Density => tabulate(gibbs(V, 1), a, b);

/**
 * p ∝ e^{-V} of V = (x²-1)²/(4θ), tabulated where it is above e^{-60} of its maximum: (x²-1)²/(4θ) ≤ 60.
 *
 * ```ts
 * const target = measures.doubleWellDensity(measures.doubleWell(0.2), 0.2);
 * ```
 */
export function doubleWellDensity(V: Potential, theta: number): Density {
  const reach = Math.sqrt(1 + Math.sqrt(240 * theta));
  return gibbsOnLine(V, [-reach, reach]);
}

/**
 * p ∝ e^{-V} of V = a sin(kx) + ½c x², tabulated where it is above e^{-60} of its maximum: ½c x² ≤ 60 + 2|a|.
 *
 * ```ts
 * const target = measures.rippledDensity(measures.rippled(0.3, 6, 0.5), 0.3, 0.5);
 * ```
 */
export function rippledDensity(V: Potential, amplitude: number, curvature: number): Density {
  const reach = Math.sqrt((2 * (60 + 2 * Math.abs(amplitude))) / curvature);
  return gibbsOnLine(V, [-reach, reach]);
}

const QUADRATIC: Subject = {
  name: "the matrix of a quadratic potential",
  advice: "give a symmetric matrix of positive eigenvalues, or e^{-V} has no finite mass",
};

/**
 * p ∝ e^{-V} of V = ½(x-b)ᵀA(x-b): N(b, A⁻¹). Refused unless A is symmetric positive definite.
 *
 * ```ts
 * const target = measures.quadraticDensity(Float64Array.of(2, 0, 0, 1), Float64Array.of(1, 0));
 * ```
 */
export const quadraticDensity = (matrix: Vec, centre: Vec): Density =>
  gaussian(centre, inverseSpd(matrix, centre.length, QUADRATIC));

/**
 * p ∝ e^{-V} of the banana: x = s z₁, y = b x² + z₂ is an exact draw, and the moments follow from E x² = s², E x⁴ =
 * 3s⁴.
 *
 * ```ts
 * const law = measures.bananaDensity(measures.banana(1, 0.5), 1, 0.5);
 * ```
 */
export const bananaDensity = (V: Potential, curvature: number, width: number): Density => ({
  ...gibbs(V, 2),
  moments: {
    mean: Float64Array.of(0, curvature * square(width)),
    covariance: Float64Array.of(square(width), 0, 0, 1 + 2 * square(curvature * square(width))),
  },
  outside: box =>
    conditionalOutside(box, { mean: 0, deviation: width }, { mean: x => curvature * square(x), deviation: 1 }),
  sample: random => {
    const x = width * random.normal();
    return Float64Array.of(x, curvature * x * x + random.normal());
  },
});
