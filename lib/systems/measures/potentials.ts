import type { Vec } from "../../arithmetic/vec.js";
import type { Potential } from "./cloud.js";
import { cos, exp, log, sin, square } from "../../arithmetic/functions.js";
import { matvec } from "../../compute/index.js";
import { dot, maxAbs, row, scale, subtract, sum, tabulate, times } from "../../arithmetic/vectors.js";
import { matrix as matrixOf } from "../../numerics/matrices.js";
import { finite, positive } from "../../arithmetic/range.js";

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
  hessian: () => matrix,
});

/**
 * V = ½ Σ a_i x_i²
 *
 * ```ts
 * const V = measures.diagonalQuadratic(Float64Array.of(0, 0.1, 1));
 * ```
 */
export const diagonalQuadratic = (curvatures: Vec): Potential => ({
  value: x => 0.5 * dot(times(curvatures, x), x),
  gradient: x => times(curvatures, x),
  second: () => curvatures[0],
  hessian: () => matrixOf(curvatures.length, curvatures.length, (i, j) => (i === j ? curvatures[i] : 0)),
});

/**
 * Rosenbrock's function V = (1-x)² + b(y - x²)² in the plane: a bent valley, minimum 0 at (1, 1).
 *
 * ```ts
 * const V = measures.rosenbrock(100);
 * ```
 */
export function rosenbrock(b: number): Potential {
  positive("the factor of Rosenbrock's function", b);
  return {
    value: ([x, y]) => square(1 - x) + b * square(y - x * x),
    gradient: ([x, y]) => Float64Array.of(-2 * (1 - x) - 4 * b * x * (y - x * x), 2 * b * (y - x * x)),
    hessian: ([x, y]) => Float64Array.of(2 - 4 * b * (y - 3 * x * x), -4 * b * x, -4 * b * x, 2 * b),
  };
}

/**
 * V = log Σ_i cosh(a_i·x) - log n with rows a_i: convex, minimum 0 at 0, far away like max |a_i·x|.
 *
 * ```ts
 * const V = measures.logSumExp(Float64Array.of(1, 0, 0, 1), 2);
 * ```
 */
export function logSumExp(rows: Vec, dim: number): Potential {
  const n = rows.length / dim;
  const at = (x: Vec): Vec => tabulate(n, i => dot(row(rows, i, dim), x));
  /** max |s_i|, and e^{s_i - max}, e^{-s_i - max} */
  const parts = (x: Vec): { readonly top: number; readonly up: Vec; readonly down: Vec } => {
    const s = at(x);
    const top = maxAbs(s);
    return { top, up: s.map(v => exp(v - top)), down: s.map(v => exp(-v - top)) };
  };
  /** Σ_i c_i a_i */
  const combined = (c: Vec): Vec => tabulate(dim, j => c.reduce((total, v, i) => total + v * rows[i * dim + j], 0));
  const slopes = ({ up, down }: ReturnType<typeof parts>): Vec => scale(1 / (sum(up) + sum(down)), subtract(up, down));
  return {
    value: x => {
      const { top, up, down } = parts(x);
      return top + log((sum(up) + sum(down)) / (2 * n));
    },
    gradient: x => combined(slopes(parts(x))),
    hessian: x => {
      const all = parts(x);
      const total = sum(all.up) + sum(all.down);
      const g = combined(slopes(all));
      return tabulate(dim * dim, k => {
        const [a, b] = [Math.floor(k / dim), k % dim];
        const second = all.up.reduce((s, u, i) => s + (u + all.down[i]) * rows[i * dim + a] * rows[i * dim + b], 0);
        return second / total - g[a] * g[b];
      });
    },
  };
}

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

/**
 * V = a sin(kx) + ½c x² on the line: a parabola with ripples, c > 0.
 *
 * ```ts
 * const V = measures.rippled(1 / Math.PI, 2 * Math.PI, 0.5); // sin(2πx)/π + x²/4
 * ```
 */
export function rippled(amplitude: number, wavenumber: number, curvature: number): Potential {
  finite("the amplitude of ripples", amplitude);
  finite("the wave number of ripples", wavenumber);
  positive("the curvature of a rippled potential", curvature);
  const value = (x: number): number => amplitude * sin(wavenumber * x) + 0.5 * curvature * x * x;
  const slope = (x: number): number => amplitude * wavenumber * cos(wavenumber * x) + curvature * x;
  return {
    value: ([x]) => value(x),
    gradient: ([x]) => Float64Array.of(slope(x)),
    second: x => curvature - amplitude * square(wavenumber) * sin(wavenumber * x),
    cloud: { values: points => points.map(value), gradients: points => points.map(slope) },
  };
}
