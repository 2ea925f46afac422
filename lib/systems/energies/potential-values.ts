import type { Vec } from "../../arithmetic/vec.js";
import type { Potential } from "../measures/cloud.js";
import { row, tabulate, zeros } from "../../arithmetic/vectors.js";

/** V at the rows of an n × d array. */
export const potentialValues = (V: Potential, points: Vec, d: number): Vec =>
  V.cloud?.values(points) ?? tabulate(points.length / d, i => V.value(row(points, i, d)));

/** ∇V at the rows, n × d. */
export const potentialGradients = (V: Potential, points: Vec, d: number): Vec =>
  V.cloud?.gradients(points) ?? eachGradient(V, points, d);

function eachGradient(V: Potential, points: Vec, d: number): Vec {
  const out = zeros(points.length);
  for (let i = 0; i < points.length; i += d) out.set(V.gradient(points.subarray(i, i + d)), i);
  return out;
}
