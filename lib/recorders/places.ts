import { refuse } from "../refusal.js";
import type { Space, Vec } from "../types.js";
import type { Quantity } from "./types.js";

/** Coordinate c (from 0) of the nodes of a grid: the same at all times. */
export const nodeCoordinates = (points: Vec, dim: number, c: number): Quantity => ({
  dims: { node: points.length / dim },
  constant: true,
  at: () => Float64Array.from({ length: points.length / dim }, (_, i) => points[i * dim + c]),
});

/** Coordinates of all particles, anchors included. */
export const positions = ({ massRange: [a, b], dim }: Space): Quantity => ({
  dims: { particle: b - a, coordinate: dim },
  at: ({ space }, { u }) => space.nodes(u).slice(),
});

/** Σ w_i p_i for a geodesic of particles with p_i = ∇ξ(x_i): conserved where the geometry is translation invariant. */
export const totalMomentum = ({ dim }: Space): Quantity => ({
  dims: { coordinate: dim },
  at: ({ space }, { u, momentum }) => {
    const p = momentum?.gradient ?? refuse("momentum is recorded along geodesics of particles"), w = space.masses(u);
    return Float64Array.from({ length: dim }, (_, c) => w.reduce((s, v, i) => s + v * p[i * dim + c], 0));
  },
});
