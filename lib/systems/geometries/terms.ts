import { type Geometry, isNetwork, type Mechanism } from "./geometry.js";
import type { Space } from "../spaces/space.js";

export type Term = Extract<Geometry, { type: "term" }>;

/** A term of the tree with the product of the factors above it. */
export interface Leaf {
  readonly factor: number;
  readonly term: Term;
}

/** The terms of a tree in reading order; `spherical` is looked through. */
export function leaves(geometry: Geometry): readonly Leaf[] {
  switch (geometry.type) {
    case "term":
      return [{ factor: 1, term: geometry }];
    case "scaled":
      return leaves(geometry.of).map(({ factor, term }) => ({ factor: geometry.factor * factor, term }));
    case "sum":
      return geometry.of.flatMap(leaves);
    case "spherical":
      return leaves(geometry.of);
  }
}

const STATE_WEIGHTED: ReadonlySet<Mechanism> = new Set(["transport", "growth"]);

/**
 * Whether a term is weighted with the state, so that an empty node has no rate of its own; `inverse` cancels the
 * weight.
 */
export const isWeighted = ({ mechanism, smoother }: Term): boolean =>
  isNetwork(mechanism) || (STATE_WEIGHTED.has(mechanism) && !smoother.weightless);

/** Whether 𝕂 is symmetric: only the Nadaraya-Watson average is not. */
export const isSymmetric = (geometry: Geometry): boolean =>
  leaves(geometry).every(({ term }) => term.smoother.symmetric);

/** Whether 𝕂(u)ξ is linear in ξ on this space: upwind mobilities make transport depend on the sign of the force. */
export const isLinear = (space: Space, geometry: Geometry): boolean =>
  space.linear || leaves(geometry).every(({ term }) => term.mechanism !== "transport");
