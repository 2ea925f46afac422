import type { Potential, Vec } from "../types.js";
import { concat, row, tabulate } from "../numerics/vectors.js";

/** V at the rows of an n × d array. */
export const potentialValues = (V: Potential, points: Vec, d: number): Vec => tabulate(points.length / d, i => V.value(row(points, i, d)));

/** ∇V at the rows, n × d. */
export const potentialGradients = (V: Potential, points: Vec, d: number): Vec =>
  concat(...Array.from({ length: points.length / d }, (_, i) => V.gradient(row(points, i, d))));
