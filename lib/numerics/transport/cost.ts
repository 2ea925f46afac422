import type { Vec } from "../../arithmetic/vec.js";
import { countOf } from "../../arithmetic/range.js";
import { zeros } from "../../arithmetic/vectors.js";

/** Order p of W_p. */
export type Order = 1 | 2;

/**
 * |x_i - y_j|^p for points in R^dim, n × m row-major.
 *
 * ```ts
 * const cost = transport.costMatrix(Float64Array.of(0, 1), Float64Array.of(0, 0.25, 1), 1, 2); // |x - y|², 2 × 3
 * ```
 */
export function costMatrix(x: Vec, y: Vec, dim: number, order: Order): Vec {
  const [n, m] = [x, y].map(points => countOf("points", points, dim));
  const cost = zeros(n * m);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      let s = 0;
      for (let c = 0; c < dim; c++) s += (x[i * dim + c] - y[j * dim + c]) * (x[i * dim + c] - y[j * dim + c]);
      cost[i * m + j] = order === 2 ? s : Math.sqrt(s);
    }
  return cost;
}

/** g = f^c, g_j = min_i C_ij - f_i: the largest g with f_i + g_j ≤ C_ij; where C_ij = ∞ nothing is asked. */
export function targetTransform(cost: Vec, f: Vec): Vec {
  const m = cost.length / f.length;
  const g = new Float64Array(m).fill(Infinity);
  for (let i = 0; i < f.length; i++)
    for (let j = 0; j < m; j++) {
      const room = cost[i * m + j] - f[i];
      if (room < g[j]) g[j] = room;
    }
  return g;
}

/** f = g^c, f_i = min_j C_ij - g_j: the largest f with f_i + g_j ≤ C_ij; where C_ij = ∞ nothing is asked. */
export function sourceTransform(cost: Vec, g: Vec): Vec {
  const m = g.length;
  const f = new Float64Array(cost.length / m).fill(Infinity);
  for (let i = 0; i < f.length; i++)
    for (let j = 0; j < m; j++) {
      const room = cost[i * m + j] - g[j];
      if (room < f[i]) f[i] = room;
    }
  return f;
}
