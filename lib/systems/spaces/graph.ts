import type { Vec } from "../../arithmetic/vec.js";
import type { Covector, Space } from "./space.js";
import type { Place } from "../geometries/carrier.js";
import { dot, fill, ones, zeros } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import { carries } from "./components.js";
import { requireLattice } from "./lattice-range.js";
import { cumulatedFlux, isForest } from "./forest.js";
import { edgeCarrier, nodeCarrier } from "./graph-carriers.js";
import type { GraphSpace, Lattice } from "./graph-operators.js";

const valueOf = (xi: Covector): Vec =>
  xi.temperature === 0 && xi.value ? xi.value : refuse("a graph needs node values of ξ with log u folded in");

/** "" or the reason why this lattice refuses. */
function refusalOn(lattice: Lattice, edges: boolean, needsKernel: boolean): string {
  if (edges && lattice.groups.every(({ from }) => from.length === 0))
    return (
      "this finite set has no edges for the mass to move along: " +
      "give it edges, or take a growth or deposit geometry"
    );
  if (needsKernel && lattice.dim === 0) return "this finite set has no coordinates, so no Gram matrix: give its points";
  if (edges && needsKernel && !lattice.mobility.linear)
    return "upwind weights depend on the force before it is smoothed: take the logarithmic or the arithmetic mean";
  return "";
}

/** Masses u_i on the nodes of a weighted graph: finite sets and grids are this space. */
export function graphSpace(lattice: Lattice): GraphSpace {
  requireLattice(lattice);
  const n = lattice.volumes.length;
  const forest = isForest(lattice);
  const joined = (places: ReadonlySet<Place>): readonly Vec[] =>
    lattice.groups.map(({ from }) => fill(from.length, places.has("edges") ? 1 : 0));
  const space: Space = {
    support: "nodes",
    name: lattice.name,
    dim: lattice.dim,
    size: n,
    codim: n,
    massRange: [0, n],
    moving: 0,
    linear: lattice.mobility.linear,
    nodes: () => lattice.points,
    masses: u => u,
    carrier: (u, xi, place, measure) =>
      place === "nodes"
        ? nodeCarrier(lattice, measure, u, valueOf(xi), xi.source)
        : edgeCarrier(lattice, measure, u, valueOf(xi)),
    pair: (_u, xi, rate) => dot(valueOf(xi), rate),
    one: () => ({ value: ones(n), temperature: 0 }),
    covector: (_u, flat) => ({ value: flat, temperature: 0 }),
    liftable: place => place === "nodes" || (place === "edges" && forest),
    reaches: (places, u, rate) =>
      places.has("nodes") || places.has("reactions") || carries(lattice, joined(places), zeros(n), u, rate),
    lift: (u, rate, place) => [place === "nodes" ? rate : cumulatedFlux(lattice, u, rate)],
    refusal: (mechanism, { local }) =>
      refusalOn(lattice, mechanism === "transport" || mechanism === "diffusion", local),
  };
  return { ...space, lattice };
}
