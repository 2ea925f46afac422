import type { Vec } from "../arithmetic/vec.js";

/** Relative deviation of a grid under which it counts as equally spaced: the rounding of k (end - start)/n. */
const ROUNDING = 1e-9;

function equallySpaced(x: Vec): boolean {
  const n = x.length - 1;
  const h = (x[n] - x[0]) / n;
  return x.every((v, i) => Math.abs(v - x[0] - i * h) <= ROUNDING * Math.abs(h));
}

/** Whether Simpson's rule applies: an even number of equal intervals. */
export const fitsSimpson = (x: Vec): boolean => x.length > 2 && x.length % 2 === 1 && equallySpaced(x);

/** h/3 (y_0 + 4 y_1 + 2 y_2 + 4 y_3 + … + y_n) */
function simpson(x: Vec, y: Vec): number {
  const n = x.length - 1;
  let total = y[0] + y[n];
  for (let i = 1; i < n; i++) total += (i % 2 === 1 ? 4 : 2) * y[i];
  return ((x[n] - x[0]) / n / 3) * total;
}

function trapezoid(x: Vec, y: Vec): number {
  let total = 0;
  for (let i = 1; i < x.length; i++) total += ((x[i] - x[i - 1]) * (y[i] + y[i - 1])) / 2;
  return total;
}

/** ∫ y dx from samples: Simpson's rule (order 4) where it applies, else the trapezoidal rule (order 2). */
export const sampledIntegral = (x: Vec, y: Vec): number => (fitsSimpson(x) ? simpson : trapezoid)(x, y);
