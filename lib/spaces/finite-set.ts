import type { Vec } from "../types.js";
import { ones, row, zeros } from "../numerics/vectors.js";
import { type Edge, graphSpace, type GraphSpace } from "./graph.js";
import type { Mobility } from "./mobilities.js";
import { norm } from "../numerics/functions.js";

export interface FiniteSet {
  readonly n: number;
  /** Coordinates n × dim; without them kernels are refused. */
  readonly points?: Vec;
  readonly dim?: number;
  /** Undirected edges [i, j]; without them transport is refused. */
  readonly edges?: readonly (readonly [number, number])[];
  readonly mobility?: Mobility;
}

/** Edge of length 1 between points a and b (empty without coordinates). */
function edge(from: number, to: number, a: readonly number[], b: readonly number[]): Edge {
  const distance = norm(...b.map((v, c) => v - a[c])) || 1;
  const midpoint = a.map((v, c) => (v + b[c]) / 2), direction = a.map((v, c) => (b[c] - v) / distance);
  return { from, to, length: 1, volume: 1, midpoint, direction };
}

/** Finite set with counting measure; G = ±1 (length 1), edge midpoints and directions from the coordinates. */
export function finiteSet({ n, points = zeros(0), dim = points.length / n, edges = [], mobility }: FiniteSet): GraphSpace {
  const at = (i: number): number[] => Array.from(row(points, i, dim));
  const group = edges.map(([i, j]) => edge(i, j, at(i), at(j)));
  return graphSpace({ name: "finite-set", dim, points, volumes: ones(n), groups: [group], mobility });
}
