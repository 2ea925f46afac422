import type { Vec } from "../../arithmetic/vec.js";
import { norm } from "../../arithmetic/functions.js";
import { ones, tabulate, zeros } from "../../arithmetic/vectors.js";
import { graphSpace } from "./graph.js";
import type { Box, Edges, GraphSpace } from "./graph-operators.js";
import { logMean, type Mobility } from "./mobilities.js";
import { whole } from "../../arithmetic/range.js";

/** A finite set of n points with counting measure; transport needs edges, kernels need coordinates. */
export interface FiniteSet {
  readonly n: number;
  /** Coordinates n × dim; without them kernels are refused. */
  readonly points?: Vec;
  readonly dim?: number;
  /** Undirected edges [i, j]; without them transport is refused. */
  readonly edges?: readonly (readonly [number, number])[];
  readonly mobility?: Mobility;
  /** A box that holds the points; default the smallest. */
  readonly box?: Box;
}

/** The smallest box around n points. */
const around = (points: Vec, dim: number): Box =>
  Array.from({ length: points.length === 0 ? 0 : dim }, (_, c) => {
    const coordinates = points.filter((_v, k) => k % dim === c);
    const least = coordinates.reduce((a, b) => Math.min(a, b));
    return [least, coordinates.reduce((a, b) => Math.max(a, b))] as const;
  });

/** Edges of length 1 (G = ±1), with midpoints and unit directions from the coordinates. */
function unitEdges(pairs: readonly (readonly [number, number])[], points: Vec, dim: number): Edges {
  const m = pairs.length;
  const at = (i: number, c: number): number => points[i * dim + c];
  const difference = ([i, j]: readonly [number, number], c: number): number => at(j, c) - at(i, c);
  const distances = pairs.map(pair => norm(...Array.from({ length: dim }, (_, c) => difference(pair, c))) || 1);
  return {
    from: Int32Array.from(pairs, ([i]) => whole("the node at an end of an edge", i, 0)),
    to: Int32Array.from(pairs, ([, j]) => whole("the node at an end of an edge", j, 0)),
    lengths: ones(m),
    volumes: ones(m),
    midpoints: tabulate(m * dim, k => pairs[Math.floor(k / dim)].reduce((s, i) => s + at(i, k % dim) / 2, 0)),
    directions: tabulate(
      m * dim,
      k => difference(pairs[Math.floor(k / dim)], k % dim) / distances[Math.floor(k / dim)],
    ),
  };
}

/**
 * Finite set with counting measure.
 *
 * ```ts
 * const triangle = spaces.finiteSet({ n: 3, edges: [[0, 1], [1, 2], [2, 0]] });
 * ```
 */
export const finiteSet = ({
  n,
  points = zeros(0),
  dim = points.length / n,
  edges = [],
  mobility = logMean,
  box = around(points, dim),
}: FiniteSet): GraphSpace =>
  graphSpace({
    name: "finite-set",
    dim,
    points,
    volumes: ones(whole("the number of points", n, 1)),
    groups: [unitEdges(edges, points, dim)],
    mobility,
    box,
  });
