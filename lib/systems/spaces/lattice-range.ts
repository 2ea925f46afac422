import { finite, positive, whole } from "../../arithmetic/range.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Lattice } from "./graph-operators.js";

/** Refuses a lattice whose numbers are no places, volumes, lengths or nodes. */
export function requireLattice({ name, dim, points, volumes, groups }: Lattice): void {
  const n = volumes.length;
  whole(`the dimension of the points of ${name}`, dim, 0);
  if (points.length !== n * dim)
    refuse(`${points.length} coordinates were given for the ${n} points of ${name}: give n × dim numbers, row by row`);
  for (const x of points) finite(`a coordinate of ${name}`, x);
  for (const volume of volumes) positive(`the volume of a node of ${name}`, volume);
  for (const { from, to, lengths } of groups)
    for (let e = 0; e < from.length; e++) {
      whole("the node at an end of an edge", from[e], 0, n - 1);
      whole("the node at an end of an edge", to[e], 0, n - 1);
      positive("the length of an edge", lengths[e]);
    }
}
