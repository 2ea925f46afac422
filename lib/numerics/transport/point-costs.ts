import type { Vec } from "../../arithmetic/vec.js";
import { zeros } from "../../arithmetic/vectors.js";
import { costMatrix, type Order, sourceTransform, targetTransform } from "./cost.js";

/** Costs |x_i - y_j|^p of points in R^dim, of which no matrix needs to be kept. */
export interface PointCosts {
  readonly x: Vec;
  readonly y: Vec;
  readonly dim: number;
  readonly order: Order;
}

/** Costs as a matrix, n × m row-major, or of points. */
export type Costs = Vec | PointCosts;

/** Most costs that are kept: 256 MB, of which the iteration takes a few. */
export const MOST_COSTS: number = 1 << 25;

/** All of them. */
export const matrixOf = ({ x, y, dim, order }: PointCosts): Vec => costMatrix(x, y, dim, order);

/** Costs that are made at once: 8 MB of them. */
const BLOCK = 1 << 20;

/** Calls visit(first, rows) for groups of rows of the cost matrix, count × m. */
export function forCostRows({ x, y, dim, order }: PointCosts, visit: (first: number, rows: Vec) => void): void {
  const n = x.length / dim;
  const count = Math.max(1, Math.floor((BLOCK * dim) / y.length));
  for (let i = 0; i < n; i += count) visit(i, costMatrix(x.subarray(i * dim, (i + count) * dim), y, dim, order));
}

/** Both potentials made as large as f + g ≤ C allows, for a potential of the sources: g = f^c, then f = g^c. */
export function admissible(points: PointCosts, source: Vec): { readonly f: Vec; readonly g: Vec } {
  const f = zeros(source.length);
  const g = new Float64Array(points.y.length / points.dim).fill(Infinity);
  forCostRows(points, (first, rows) => {
    const least = targetTransform(rows, source.subarray(first, first + rows.length / g.length));
    for (let j = 0; j < g.length; j++) if (least[j] < g[j]) g[j] = least[j];
  });
  forCostRows(points, (first, rows) => f.set(sourceTransform(rows, g), first));
  return { f, g };
}
