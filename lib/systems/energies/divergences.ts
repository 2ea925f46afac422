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
import { isGraph } from "../spaces/graph-operators.js";
import type { Space } from "../spaces/space.js";
import type { Energy } from "./energy.js";
import { freeEnergy } from "./free-energy.js";
import { gaussianInclusiveKl, gaussianKl } from "./gaussian-kl.js";
import { halfChi2To, inclusiveKlTo, klTo, phiDivergenceTo } from "./phi.js";
import { type EnergyGround, energyWord, type EnergyWord, TARGET } from "./word.js";

/** The masses of a law, which is no signed one, on the nodes of a finite set or grid. */
function onNodes(name: string, space: Space, law: Law, note: Note): Vec {
  const masses = isGraph(space)
    ? graphState(law, nodesOf(space), note)
    : refuse(`${name} needs node masses: take a finite set or a grid`);
  requireMeasure(masses, `the target of ${name}`);
  return masses;
}

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
 * const energy = energies.kl(spaces.grid1d({ n: 100, interval: [-5, 5] }), measures.gaussian(Float64Array.of(0), Float64Array.of(1)));
 * ```
 */
export function kl(space: Space, target: Law, note: Note = unheard): Energy {
  if (isGraph(space)) return klTo(onNodes("kl", space, target, note));
  const density = densityOf(target);
  return space.kind === "gaussian" && isNormal(density)
    ? gaussianKl(space.dim, gaussianState(target))
    : freeEnergy(space, potentialOf(density), 1);
}

/**
 * KL(π | u), inclusive: Σ π log(π/μ) - π + μ on a finite set or grid, in closed form between normal laws on Gaussians;
 * refused on particles, whose density is not known.
 *
 * ```ts
 * const energy = energies.inclusiveKl(spaces.gaussian(1), measures.gaussian(Float64Array.of(0), Float64Array.of(1)));
 * ```
 */
export function inclusiveKl(space: Space, target: Law, note: Note = unheard): Energy {
  if (isGraph(space)) return inclusiveKlTo(onNodes("inclusive-kl", space, target, note));
  return space.kind === "gaussian"
    ? gaussianInclusiveKl(space.dim, gaussianState(target))
    : refuse("inclusive KL needs the density of a point cloud: take a finite set, a grid or Gaussians");
}

/**
 * Σ π φ_p(μ/π) with the power entropy φ_p of any real p, on a finite set or grid: φ_1 is KL, φ_0 inclusive KL.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const hellinger = energies.phiDivergence(space, 0.5, measures.gaussian(Float64Array.of(0), Float64Array.of(1)));
 * ```
 */
export const phiDivergence = (space: Space, p: number, target: Law, note: Note = unheard): Energy =>
  phiDivergenceTo(p, onNodes("phi", space, target, note));

/**
 * ½ Σ (μ/π - 1)² π on a finite set or grid.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const energy = energies.halfChi2(space, measures.gaussian(Float64Array.of(0), Float64Array.of(1)));
 * ```
 */
export const halfChi2 = (space: Space, target: Law, note: Note = unheard): Energy =>
  halfChi2To(onNodes("half-chi2", space, target, note));

const MISSING = {
  particles: "a point cloud does not have",
  gaussian: "has no closed form here",
  graph: "this sample has no target for",
};

/** Σ π φ_p(μ/π) on the nodes of the ground. */
const onGraph =
  (name: string, p: number) =>
  ({ space: { kind }, target }: EnergyGround): Energy =>
    kind === "graph" && target
      ? phiDivergenceTo(p, target)
      : refuse(`${name} needs the density of u, which ${MISSING[kind]}: take a finite set or a grid`);

export const klWord: EnergyWord = energyWord({
  name: "kl",
  description: "Exclusive Kullback-Leibler divergence (phi_1); generalised for masses other than 1.",
  equation: "F = int log(du/dpi) du - u(X) + pi(X)",
  properties: { target: TARGET },
  build: ({ target }, { against }) => against(target, kl),
  on: ground => {
    const { space, V, target = new Float64Array(0) } = ground;
    if (space.kind === "gaussian") return gaussianKl(space.dim, target);
    return space.kind === "particles" ? freeEnergy(space, V, 1) : onGraph("kl", 1)(ground);
  },
});

export const inclusiveKlWord: EnergyWord = energyWord({
  name: "inclusive-kl",
  description: "Inclusive Kullback-Leibler divergence (phi_0).",
  equation: "F = int log(dpi/du) dpi - pi(X) + u(X)",
  properties: { target: TARGET },
  build: ({ target }, { against }) => against(target, inclusiveKl),
  on: ground =>
    ground.space.kind === "gaussian" && ground.target
      ? gaussianInclusiveKl(ground.space.dim, ground.target)
      : onGraph("inclusive-kl", 0)(ground),
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
  on: onGraph("phi", -1),
});

export const halfChi2Word: EnergyWord = energyWord({
  name: "half-chi2",
  description: "Half the chi-squared divergence (phi_2).",
  equation: "F = 1/2 int (mu/pi - 1)^2 dpi",
  properties: { target: TARGET },
  build: ({ target }, { against }) => against(target, halfChi2),
  on: onGraph("half-chi2", 2),
});
