import type { Vec } from "../../arithmetic/vec.js";
import type { Geometry } from "./geometry.js";
import { add, axpy, ones, scale, sum, times, zeros } from "../../arithmetic/vectors.js";
import { divergence, gradient, type GraphSpace } from "../spaces/graph-operators.js";
import { placeOf, spatial } from "../system.js";
import { leaves, type Term } from "./terms.js";

type Operator = (xi: Vec) => Vec;

/** Whether 𝕂 is a diagonal on nodes and edges. */
export const onlyIdentity = (geometry: Geometry): boolean =>
  leaves(geometry).every(({ term }) => term.smoother.form === "identity" && placeOf(term.mechanism) !== "reactions");

function frozenTerm(space: GraphSpace, { mechanism }: Term, u: Vec): Operator {
  const { lattice } = space;
  const [place, measure] = spatial(mechanism);
  const weights = space.carrier(u, space.one(u), place, measure).blocks.map(b => b.weights ?? zeros(0));
  if (place === "nodes") return xi => times(weights[0], xi);
  return xi =>
    divergence(
      lattice,
      lattice.groups.map((edges, g) => times(weights[g], gradient(edges, xi))),
    );
}

/** 𝕂ξ - 𝕂1 <1,𝕂ξ>/<1,𝕂1> */
function frozenProjection(inner: Operator, n: number): Operator {
  const k1 = inner(ones(n));
  const mass = sum(k1);
  return xi => {
    const rate = inner(xi);
    return mass === 0 ? rate : axpy(-sum(rate) / mass, k1, rate);
  };
}

/** ξ -> 𝕂(u)ξ on a graph for identity smoothers, with the mobilities at u computed once. */
export function frozenOnsager(space: GraphSpace, geometry: Geometry, u: Vec): Operator {
  switch (geometry.type) {
    case "term":
      return frozenTerm(space, geometry, u);
    case "scaled": {
      const inner = frozenOnsager(space, geometry.of, u);
      return xi => scale(geometry.factor, inner(xi));
    }
    case "sum": {
      const summands = geometry.of.map(g => frozenOnsager(space, g, u));
      return xi => summands.map(k => k(xi)).reduce(add);
    }
    case "spherical":
      return frozenProjection(frozenOnsager(space, geometry.of, u), space.codim);
  }
}
