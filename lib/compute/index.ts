import type { Kernel, Vec } from "../types.js";
import { row, zeros } from "../numerics/vectors.js";

/**
 * The one door for everything that costs O(n m d) kernel evaluations. Points are flat and row-major, n × dim; sums run over the sources
 * in index order, so that no split of the targets changes a bit.
 */

/** K_ij = k(x_i, y_j), row-major n × m. */
export function gram(kernel: Kernel, x: Vec, y: Vec, dim: number): Vec {
  const n = x.length / dim, m = y.length / dim, out = zeros(n * m);
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) out[i * m + j] = kernel.value(row(x, i, dim), row(y, j, dim));
  return out;
}

/** Σ_j k(x_i, y_j) w_j for w with `columns` columns (m × columns): n × columns. */
export function kernelSum(kernel: Kernel, x: Vec, y: Vec, dim: number, w: Vec, columns = 1): Vec {
  const n = x.length / dim, m = y.length / dim, out = zeros(n * columns);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      const k = kernel.value(row(x, i, dim), row(y, j, dim));
      for (let c = 0; c < columns; c++) out[i * columns + c] += k * w[j * columns + c];
    }
  return out;
}

/** Σ_j w_j ∇_1 k(x_i, y_j): n × dim. */
export function kernelGradientSum(kernel: Kernel, x: Vec, y: Vec, dim: number, w: Vec): Vec {
  const n = x.length / dim, m = y.length / dim, out = zeros(n * dim);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      const g = kernel.gradient1(row(x, i, dim), row(y, j, dim));
      for (let c = 0; c < dim; c++) out[i * dim + c] += w[j] * g[c];
    }
  return out;
}

/** Σ_j w_j ∇_2 k(x_i, x_j) = -𝒦_w ∇log u (x_i), by parts (Stein): n × dim. */
export function steinSum(kernel: Kernel, x: Vec, dim: number, w: Vec): Vec {
  const n = x.length / dim, out = zeros(n * dim);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const g = kernel.gradient1(row(x, j, dim), row(x, i, dim));
      for (let c = 0; c < dim; c++) out[i * dim + c] += w[j] * g[c];
    }
  return out;
}

/** Σ_ij w_i w_j tr ∇_1∇_2 k(x_i, x_j). */
export function mixedTraceSum(kernel: Kernel, x: Vec, dim: number, w: Vec): number {
  let total = 0;
  for (let i = 0; i < w.length; i++)
    for (let j = 0; j < w.length; j++) total += w[i] * w[j] * kernel.mixedTrace(row(x, i, dim), row(x, j, dim));
  return total;
}
