import { whole } from "../../arithmetic/range.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Space } from "../../systems/spaces/space.js";
import type { Recorder } from "./recorder.js";

/**
 * Coordinate c (from 0) of the nodes of a grid: the same at all times.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const record = [recorders.nodeCoordinates(measures.nodesOf(space).points, 1, 0)];
 * ```
 */
export const nodeCoordinates = (points: Vec, dim: number, c: number): Recorder => ({
  name: "coordinates",
  dims: { node: points.length / dim },
  constant: true,
  at: () => Float64Array.from({ length: points.length / dim }, (_, i) => points[i * dim + whole("c", c, 0, dim - 1)]),
});

/** Rows 0, k, 2k, … of n × dim numbers. */
function everyRow(x: Vec, dim: number, k: number): Vec {
  const out = new Float64Array(Math.ceil(x.length / (k * dim)) * dim);
  for (let to = 0, at = 0; to < out.length; to += dim, at += k * dim) out.set(x.subarray(at, at + dim), to);
  return out;
}

/**
 * Coordinates of all particles, anchors included, or of every k-th with the smallest k that leaves at most `most`.
 *
 * ```ts
 * const space = spaces.particles({ n: 100, dim: 2 });
 * const record = [recorders.positions(space, 10)]; // of the first ten
 * ```
 */
export function positions({ massRange: [a, b], dim }: Space, most: number = b - a): Recorder {
  whole("the number of positions", most, 1);
  const k = Math.ceil((b - a) / most);
  return {
    name: "positions",
    dims: { particle: Math.ceil((b - a) / k), coordinate: dim },
    at: ({ space }, { u }) => everyRow(space.nodes(u), dim, k),
  };
}

/**
 * Σ w_i p_i for a geodesic of particles with p_i = ∇ξ(x_i): conserved where the geometry is translation invariant.
 *
 * ```ts
 * const space = spaces.particles({ n: 100, dim: 2 });
 * const record = [recorders.totalMomentum(space)];
 * ```
 */
export const totalMomentum = ({ dim }: Space): Recorder => ({
  name: "momentum",
  dims: { coordinate: dim },
  at: ({ space }, { u, momentum }) => {
    const p = momentum?.gradient ?? refuse("momentum is recorded along geodesics of particles");
    const w = space.masses(u);
    return Float64Array.from({ length: dim }, (_, c) => w.reduce((s, v, i) => s + v * p[i * dim + c], 0));
  },
});
