/**
 * Divergences from a law, which decide by the space what they mean: sums over the nodes of a finite set or grid, closed
 * forms or quadrature on Gaussians, a potential and log u on particles.
 */
import { scale } from "../../arithmetic/vectors.js";
import { type Note, unheard } from "../../arithmetic/notes.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Potential } from "../measures/cloud.js";
import { gaussianState } from "../measures/gaussian-state.js";
import { graphState } from "../measures/graph-state.js";
import { type Density, type Law, nodesOf } from "../measures/measure.js";
import { requireMeasure } from "../measures/preconditions.js";
import type { GraphSpace } from "../spaces/graph-operators.js";
import type { Space } from "../spaces/space.js";
import { bySupport } from "../spaces/support.js";
import type { Energy } from "./energy.js";
import { freeEnergy } from "./free-energy.js";
import { gaussianInclusiveKl, gaussianKl } from "./gaussian-kl.js";
import { halfChi2To, inclusiveKlTo, klTo, phiDivergenceTo } from "./phi.js";
import { type EnergyGround, energyWord, type EnergyWord, TARGET } from "./word.js";

/** The masses of a law, which is no signed one, on the nodes of a finite set or grid. */
function targetMasses(name: string, graph: GraphSpace, law: Law, note: Note): Vec {
  const masses = graphState(law, nodesOf(graph), note);
  requireMeasure(masses, `the target of ${name}`);
  return masses;
}

/** A divergence that is a sum over nodes, with the masses of π; refused where the density of u is not known there. */
const onNodes = (name: string, space: Space, of: (graph: GraphSpace) => Energy): Energy =>
  bySupport(space, {
    nodes: of,
    atoms: `${name} needs the density of u, which a point cloud does not have: take a finite set or a grid`,
    density: `${name} needs the density of u at nodes, and has no closed form here: take a finite set or a grid`,
  });

export const densityOf = (law: Law): Density =>
  law.kind === "density" ? law : refuse("KL on particles and Gaussians needs a target density: atoms have no score");

/** V = -log p up to a constant. */
export const potentialOf = ({ dim, logDensity, score, hessian, cloud }: Density): Potential => ({
  value: x => -logDensity(x),
  gradient: x => scale(-1, score(x)),
  cloud: cloud && {
    values: points => scale(-1, cloud.logDensities(points)),
    gradients: points => scale(-1, cloud.scores(points)),
  },
  second: hessian && dim === 1 ? x => -hessian(Float64Array.of(x))[0] : undefined,
});

const isNormal = ({ normal = [], mass }: Density): boolean => normal.length === 1 && mass === 1;

/**
 * KL(u | π) = ∫ log(du/dπ) du - u(X) + π(X), exclusive. On a finite set or grid Σ μ log(μ/π) - μ + π, π > 0; on
 * Gaussians in closed form for a normal π of mass 1; on particles, and on Gaussians for any other density, the free
 * energy ∫ V du + ∫ u log u of V = -log π, which is KL up to a constant. Refused for atoms, which have no score.
 *
 * ```ts
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const energy = energies.kl(spaces.grid1d({ n: 100, interval: [-5, 5] }), target);
 * ```
 */
export function kl(space: Space, target: Law, note: Note = unheard): Energy {
  const free = (): Energy => freeEnergy(space, potentialOf(densityOf(target)), 1);
  return bySupport<Energy>(space, {
    nodes: graph => klTo(targetMasses("kl", graph, target, note)),
    atoms: free,
    density: () => (isNormal(densityOf(target)) ? gaussianKl(space.dim, gaussianState(target)) : free()),
  });
}

/**
 * KL(π | u), inclusive: Σ π log(π/μ) - π + μ on a finite set or grid, in closed form between normal laws on Gaussians;
 * refused on particles, whose density is not known.
 *
 * ```ts
 * const energy = energies.inclusiveKl(spaces.gaussian(1), measures.gaussian(Float64Array.of(0), Float64Array.of(1)));
 * ```
 */
export const inclusiveKl = (space: Space, target: Law, note: Note = unheard): Energy =>
  bySupport<Energy>(space, {
    nodes: graph => inclusiveKlTo(targetMasses("inclusive-kl", graph, target, note)),
    atoms: "inclusive KL needs the density of a point cloud: take a finite set, a grid or Gaussians",
    density: () => gaussianInclusiveKl(space.dim, gaussianState(target)),
  });

/**
 * Σ π φ_p(μ/π) with the power entropy φ_p of any real p, on a finite set or grid: φ_1 is KL, φ_0 inclusive KL.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const hellinger = energies.phiDivergence(space, 0.5, measures.gaussian(Float64Array.of(0), Float64Array.of(1)));
 * ```
 */
export const phiDivergence = (space: Space, p: number, target: Law, note: Note = unheard): Energy =>
  onNodes("phi", space, graph => phiDivergenceTo(p, targetMasses("phi", graph, target, note)));

/**
 * ½ Σ (μ/π - 1)² π on a finite set or grid.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const energy = energies.halfChi2(space, measures.gaussian(Float64Array.of(0), Float64Array.of(1)));
 * ```
 */
export const halfChi2 = (space: Space, target: Law, note: Note = unheard): Energy =>
  onNodes("half-chi2", space, graph => halfChi2To(targetMasses("half-chi2", graph, target, note)));

/** The target of a sample. */
const given = ({ target }: EnergyGround): Vec => target ?? refuse("this sample has no target");

/** Σ π φ_p(μ/π) on the nodes of the ground. */
const onGround =
  (name: string, p: number) =>
  (ground: EnergyGround): Energy =>
    onNodes(name, ground.space, () => phiDivergenceTo(p, given(ground)));

export const klWord: EnergyWord = energyWord({
  name: "kl",
  description: "Exclusive Kullback-Leibler divergence (phi_1); generalised for masses other than 1.",
  equation: "F = int log(du/dpi) du - u(X) + pi(X)",
  properties: { target: TARGET },
  build: ({ target }, { against }) => against(target, kl),
  on: ground =>
    bySupport<Energy>(ground.space, {
      nodes: () => phiDivergenceTo(1, given(ground)),
      atoms: space => freeEnergy(space, ground.V, 1),
      density: ({ dim }) => gaussianKl(dim, given(ground)),
    }),
});

export const inclusiveKlWord: EnergyWord = energyWord({
  name: "inclusive-kl",
  description: "Inclusive Kullback-Leibler divergence (phi_0).",
  equation: "F = int log(dpi/du) dpi - pi(X) + u(X)",
  properties: { target: TARGET },
  build: ({ target }, { against }) => against(target, inclusiveKl),
  on: ground =>
    bySupport<Energy>(ground.space, {
      nodes: () => phiDivergenceTo(0, given(ground)),
      atoms: "inclusive-kl needs the density of u, which a point cloud does not have: take a finite set or a grid",
      density: ({ dim }) => gaussianInclusiveKl(dim, given(ground)),
    }),
});

export const phiWord: EnergyWord = energyWord({
  name: "phi",
  description: "Power divergence; p = 2 is half chi^2, p = 1/2 half Hellinger^2.",
  equation: "F = int phi_p(du/dpi) dpi, phi_p(s) = (s^p - p(s-1) - 1)/(p(p-1))",
  properties: {
    p: { description: "Exponent p; 1 and 0 are the limits KL(u|pi) and KL(pi|u).", type: "number" },
    target: TARGET,
  },
  build: ({ p, target }, { against }) => against(target, (space, law, note) => phiDivergence(space, p, law, note)),
  on: onGround("phi", -1),
});

export const halfChi2Word: EnergyWord = energyWord({
  name: "half-chi2",
  description: "Half the chi-squared divergence (phi_2).",
  equation: "F = 1/2 int (mu/pi - 1)^2 dpi",
  properties: { target: TARGET },
  build: ({ target }, { against }) => against(target, halfChi2),
  on: onGround("half-chi2", 2),
});
