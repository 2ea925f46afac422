import { once } from "../arithmetic/once.js";
import type { Vec } from "../arithmetic/vec.js";
import { add, axpy, dot, tabulate, zeros } from "../arithmetic/vectors.js";
import { MOST_ENTRIES } from "../compute/index.js";
import { conjugateGradients } from "../numerics/conjugate-gradients.js";
import { semidefiniteForm } from "../numerics/semidefinite.js";
import { basisCovector, onsagerMatrix } from "./dissipation.js";
import { needsUnknownLog } from "./admissible.js";
import type { Place } from "./geometries/carrier.js";
import { conservesMass } from "./geometries/conserves.js";
import { frozenOnsager, onlyIdentity } from "./geometries/frozen.js";
import type { Geometry } from "./geometries/geometry.js";
import { isLinear, isSymmetric, type Leaf, leaves } from "./geometries/terms.js";
import { carries, vanishing } from "./spaces/components.js";
import { forestForm } from "./spaces/forest.js";
import { edgeDiagonal, type GraphSpace, isGraph } from "./spaces/graph-operators.js";
import type { Space } from "./spaces/space.js";
import { carrierOf, type GradientSystem, type Kinetics, placeOf, spatial } from "./system.js";

/** Largest dimension of the cotangent space for which 𝕂 is formed as a matrix. */
const DENSE_LIMIT = 512;
/** Up to this dimension the matrix is as fast as conjugate gradients on a sparse 𝕂. */
const SMALL = 64;

const placeOfLeaf = ({ term }: Leaf): Place => placeOf(term.mechanism);

const active = (geometry: Geometry): readonly Leaf[] => leaves(geometry).filter(({ factor }) => factor !== 0);

/** A quadratic form on rates: R(u, ·) at a state, or a part of it. */
type RateForm = (rate: Vec) => number;

/** Whether the places of the terms can make a rate, and whether it keeps the mass where 𝕂* 1 = 0. */
function reachable({ space, geometry }: Kinetics, u: Vec): (rate: Vec) => boolean {
  const one = conservesMass(geometry) ? space.one(u) : undefined;
  const places = new Set(active(geometry).map(placeOfLeaf));
  return rate => {
    const total = one ? space.pair(u, one, rate) : 0;
    const kept = total === 0 || vanishing(space.masses(rate), space.masses(u))(total);
    return kept && space.reaches(places, u, rate);
  };
}

/**
 * The terms if u̇ determines what each of them does: on graphs a single term, on particles one that moves and one that
 * reweighs.
 * A projection to fixed mass restricts the metric, so R of a rate of total 0 is R without it.
 */
function separable({ space, geometry }: Kinetics): readonly Leaf[] | undefined {
  const all = active(geometry);
  const places = all.map(placeOfLeaf);
  if (!places.every(place => space.liftable(place)) || new Set(places).size < places.length) return undefined;
  return all.length <= 1 || space.support === "atoms" ? all : undefined;
}

/** R of one term from the parts j that u̇ determines. */
function ofLeaf(space: Space, { term, factor }: Leaf, u: Vec): RateForm {
  const { blocks, unit } = carrierOf(space, term.mechanism, u, space.one(u));
  const place = placeOf(term.mechanism);
  return rate => {
    const parts = space.lift(u, rate, place);
    return blocks.reduce((s, b, i) => s + term.smoother.primal(b, parts[i], unit), 0) / factor;
  };
}

/**
 * ½<ξ, v> with 𝕂ξ = v by pivoted Cholesky, O(codim³): knows no carriers, and is what the other ways are tested against.
 */
export function densePrimal({ space, geometry }: Kinetics, u: Vec): RateForm {
  const form = semidefiniteForm(onsagerMatrix(space, geometry, u));
  const basis = Array.from({ length: space.codim }, (_, i) => basisCovector(space, u, i));
  return rate => 0.5 * form(tabulate(space.codim, i => space.pair(u, basis[i], rate)));
}

/**
 * The weights of 𝕂 = Gᵀ diag(edges) G + diag(nodes), for identity smoothers and projections left out; edges per group.
 */
interface Weights {
  readonly edges: readonly Vec[];
  readonly nodes: Vec;
}

function weightsAt({ lattice, one, carrier }: GraphSpace, geometry: Geometry, u: Vec): Weights {
  const start: Weights = { edges: lattice.groups.map(({ from }) => zeros(from.length)), nodes: zeros(u.length) };
  return leaves(geometry).reduce((total, { factor, term }) => {
    const [place, measure] = spatial(term.mechanism);
    const blocks = carrier(u, one(u), place, measure).blocks.map(b => b.weights ?? zeros(0));
    if (place === "nodes") return { ...total, nodes: axpy(factor, blocks[0], total.nodes) };
    return { ...total, edges: total.edges.map((w, g) => axpy(factor, blocks[g], w)) };
  }, start);
}

/** Number of projections to fixed mass in a tree. */
function projections(geometry: Geometry): number {
  if (geometry.type === "term") return 0;
  if (geometry.type === "sum") return geometry.of.reduce((n, g) => n + projections(g), 0);
  return projections(geometry.of) + (geometry.type === "spherical" ? 1 : 0);
}

/**
 * Whether R of the rates of 𝕂 is R without projections: there are none, or one of all that changes mass, which
 * restricts the metric.
 */
const unprojected = (geometry: Geometry): boolean =>
  projections(geometry) === 0 || (projections(geometry) === 1 && conservesMass(geometry));

/** By elimination on a forest, exactly; NaN if a weight is negative, since then 𝕂 is not ≥ 0. */
function forestPrimal({ lattice }: GraphSpace, { edges, nodes }: Weights, rate: Vec): number {
  return [...edges, nodes].every(w => w.every(v => v >= 0)) ? 0.5 * forestForm(lattice, edges[0], nodes, rate) : NaN;
}

/** By conjugate gradients; NaN if they find a negative curvature or do not converge. */
function iterativePrimal(space: GraphSpace, geometry: Geometry, { edges, nodes }: Weights, u: Vec, rate: Vec): number {
  const inverse = add(nodes, edgeDiagonal(space.lattice, edges)).map(v => (v > 0 ? 1 / v : 0));
  const xi = conjugateGradients(frozenOnsager(space, geometry, u), inverse, rate, 1e-9);
  return xi ? 0.5 * dot(xi, rate) : NaN;
}

/** R for identity smoothers on a graph, without forming 𝕂; NaN where that fails. */
function sparsePrimal(space: GraphSpace, geometry: Geometry, u: Vec): RateForm {
  const weights = weightsAt(space, geometry, u);
  return rate => {
    if (!carries(space.lattice, weights.edges, weights.nodes, u, rate)) return Infinity;
    if (space.liftable("edges") && unprojected(geometry)) return forestPrimal(space, weights, rate);
    return space.codim > SMALL ? iterativePrimal(space, geometry, weights, u, rate) : NaN;
  };
}

/** R by solving 𝕂ξ = v. */
function solvedPrimal(kinetics: Kinetics, u: Vec): RateForm {
  const { space, geometry } = kinetics;
  const sparse = isGraph(space) && onlyIdentity(geometry) ? sparsePrimal(space, geometry, u) : () => NaN;
  const dense = once(() => densePrimal(kinetics, u));
  return rate => {
    const r = sparse(rate);
    return Number.isNaN(r) && space.codim <= DENSE_LIMIT ? dense()(rate) : r;
  };
}

/** R as the sum of what each of these terms does. */
function sumOfLeaves(space: Space, parts: readonly Leaf[], u: Vec): RateForm {
  const forms = parts.map(leaf => ofLeaf(space, leaf, u));
  return rate => forms.reduce((s, form) => s + form(rate), 0);
}

/** Whether R would need the inverse of a Gram matrix that is too large to be formed. */
function isCrowded({ space, geometry }: Kinetics): boolean {
  const n = space.massRange[1] - space.massRange[0];
  return (
    space.support === "atoms" &&
    n * n > MOST_ENTRIES &&
    leaves(geometry).some(({ term }) => term.smoother.form !== "identity")
  );
}

/** Why R(u, u̇) cannot be computed for this system; "" if it can. */
export function primalRefusal({ space, energy, geometry }: GradientSystem): string {
  if (isCrowded({ space, geometry }))
    return "R of a smoother needs the inverse of the Gram matrix of all particles, which would take more than 2 GB";
  if (!isSymmetric(geometry))
    return "a Nadaraya-Watson average is not symmetric: this is no gradient system, and has no potential R";
  if (!isLinear(space, geometry))
    return "upwind mobilities depend on the sign of the force, so R is not quadratic: take the log mean";
  if (needsUnknownLog({ space, energy }))
    return "the velocity contains ∇log u integrated by parts, whose norm its values at the particles do not determine";
  if (separable({ space, geometry }) || space.codim <= DENSE_LIMIT) return "";
  if (isGraph(space) && onlyIdentity(geometry)) return "";
  return (
    `solving 𝕂ξ = u̇ for ${space.codim} > ${DENSE_LIMIT} unknowns needs a matrix of that size: ` + "take a smaller space"
  );
}

/**
 * R(u, v) = ½<v, 𝕂(u)^{-1}v> = sup_ξ <ξ, v> - ½<ξ, 𝕂(u)ξ>, independently of R*: term by term where v determines the
 * fluxes, else by solving 𝕂ξ = v. Infinity where v is not in the range of 𝕂: it changes a mass that 𝕂 keeps, moves what
 * 𝕂 leaves at rest, or flows where the weights vanish. NaN where the solve fails.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.wasserstein };
 * const initial = measures.graphState(measures.uniformOn(-4, 4), measures.nodesOf(space));
 * const same = primalDissipation(system, initial, rate(system, initial));
 * ```
 */
export const primalDissipation = (kinetics: Kinetics, u: Vec, rate: Vec): number => primalForm(kinetics, u)(rate);

/** R(u, ·): what does not depend on the rate, matrices and their factors, is made once. */
export function primalForm(kinetics: Kinetics, u: Vec): RateForm {
  const isReachable = reachable(kinetics, u);
  const form = once(() => {
    const parts = separable(kinetics);
    return parts ? sumOfLeaves(kinetics.space, parts, u) : solvedPrimal(kinetics, u);
  });
  return rate => (isReachable(rate) ? form()(rate) : Infinity);
}
