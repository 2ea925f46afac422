import type { NamedArray } from "../../arithmetic/named-arrays.js";
import { counting } from "../../arithmetic/vectors.js";
import type { Setting } from "../language/builders/context.js";
import type { Vec } from "../../arithmetic/vec.js";

/**
 * Labels of all dimensions that occur: the times of a curve, the points of a line for its nodes, and counting numbers.
 */
export function coordinatesOf(
  outputs: Readonly<Record<string, NamedArray>>,
  { nodes }: Setting,
  t?: Vec,
): Record<string, Vec> {
  const lengths = Object.values(outputs).flatMap(({ dims, shape }) => dims.map((dim, i) => [dim, shape[i]] as const));
  const labels = Object.fromEntries(lengths.map(([dim, n]) => [dim, counting(n)]));
  if ("node" in labels && nodes?.dim === 1) labels.node = nodes.points;
  return t ? { ...labels, t } : labels;
}
