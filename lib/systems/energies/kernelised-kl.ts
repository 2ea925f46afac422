/**
 * KL with its entropy smoothed by a kernel k that is a density, so that it can be evaluated on atoms (E-3). u ↦ k*u
 * inside of the logarithm (blob) or of KL (smoothed) leaves an energy; k*u inside of the derivative leaves none.
 */
import type { Vec } from "../../arithmetic/vec.js";
import { type Note, unheard } from "../../arithmetic/notes.js";
import { exp, log } from "../../arithmetic/functions.js";
import { refuse } from "../../arithmetic/refusal.js";
import { whole } from "../../arithmetic/range.js";
import { tabulate } from "../../arithmetic/vectors.js";
import type { Kernel } from "../../compute/kernel-form.js";
import { kernelGradientSum, kernelSum } from "../../compute/index.js";
import { gaussianState } from "../measures/gaussian-state.js";
import { graphState } from "../measures/graph-state.js";
import { type Law, nodesOf } from "../measures/measure.js";
import { type GraphSpace, isGraph } from "../spaces/graph-operators.js";
import type { Space } from "../spaces/space.js";
import { bySupport, type Meanings } from "../spaces/support.js";
import { densityOf, potentialOf } from "./divergences.js";
import type { Energy } from "./energy.js";
import { gaussianKl } from "./gaussian-kl.js";
import { gaussianProfile } from "./gaussian-overlap.js";
import { lazyCovector } from "./lazy-covector.js";
import { potentialGradients, potentialValues } from "./potential-values.js";
import {
  density as smoothDensity,
  MOST_NODES,
  NO_NOISE,
  NODES,
  onAtoms,
  type Reference,
  smoothedOnAtoms,
} from "./smoothed-atoms.js";
import { energyWord, type EnergyGround, type EnergyWord, TARGET } from "./word.js";
import type { Potential } from "../measures/cloud.js";

const none = (): never => refuse("nodes of a grid do not move");

/** -log of the density of masses on nodes. */
function nodal({ lattice: { volumes } }: GraphSpace, masses: Vec): Reference {
  const empty = masses.findIndex(m => !(m > 0));
  if (empty >= 0) refuse(`the target has no mass at node ${empty}: take a smaller grid or a wider target`);
  const values = tabulate(masses.length, i => -log(masses[i] / volumes[i]));
  return { values: () => values, gradients: none };
}

const smooth = (V: Potential, d: number): Reference => ({
  values: x => potentialValues(V, x, d),
  gradients: x => potentialGradients(V, x, d),
});

type Make = (space: Space, kernel: Kernel, reference: Reference) => Energy;

/** An energy of atoms or nodes, with π as it is known there; `density` is what it is on Gaussians. */
const comparing = (
  space: Space,
  kernel: Kernel,
  [law, note]: readonly [Law, Note],
  make: Make,
  density: Meanings<Energy>["density"],
): Energy =>
  bySupport<Energy>(space, {
    nodes: graph => make(graph, kernel, nodal(graph, graphState(law, nodesOf(graph), note))),
    atoms: () => make(space, kernel, smooth(potentialOf(densityOf(law)), space.dim)),
    density,
  });

const NO_BLOB = "blob-kl is for atoms and nodes: take smoothed-kl on Gaussians, or particles";

const blob: Make = (space, k, reference) => onAtoms("blob-kl", space, k, reference, NO_NOISE);

/** Σ vol (q log(q/π) - q + π) with q = k*u on the nodes. */
function onNodes(space: GraphSpace, k: Kernel, { values }: Reference): Energy {
  const { points, volumes, dim } = space.lattice;
  const V = values(points);
  const at = (u: Vec): Vec => kernelSum(k, points, points, dim, u);
  return {
    name: "smoothed-kl",
    form: { type: "other" },
    value: u => at(u).reduce((s, q, i) => s + volumes[i] * (q * (log(q) + V[i] - 1) + exp(-V[i])), 0),
    differential: u => ({
      value: kernelSum(
        k,
        points,
        points,
        dim,
        at(u).map((q, i) => volumes[i] * (log(q) + V[i])),
      ),
      temperature: 0,
    }),
  };
}

const smoothed =
  (nodes: number): Make =>
  (space, k, reference) =>
    isGraph(space) ? onNodes(space, k, reference) : smoothedOnAtoms(space, k, reference, nodes);

const NO_ENERGY =
  "log((k*u)/pi) is the differential of no energy, as its derivative k(x,y)/(k*u)(x) is not symmetric: " +
  "take blob-kl or smoothed-kl for a balance";

/** ξ = log((k*u)/π) without an energy. */
function smoothedDerivative(space: Space, k: Kernel, reference: Reference): Energy {
  const { dim: d } = space;
  return {
    name: "smoothed-derivative-kl",
    form: { type: "other" },
    absent: NO_ENERGY,
    value: () => NaN,
    differential: u => {
      const x = space.nodes(u);
      const q = smoothDensity(k, space, u, x);
      return lazyCovector(
        () => {
          const V = reference.values(x);
          return q.map((v, i) => log(v) + V[i]);
        },
        () => {
          const slope = kernelGradientSum(k, x, space.nodes(u), d, space.masses(u));
          const V = reference.gradients(x);
          return tabulate(x.length, c => slope[c] / q[Math.floor(c / d)] + V[c]);
        },
        0,
      );
    },
  };
}

/** KL(N(m, Σ + ℓ²I) | π): k*N(m, Σ) is normal, and log of it over π quadratic, so that k* adds but a constant to DF. */
function onGaussians(name: string, { dim }: Space, kernel: Kernel, target: Vec): Energy {
  const { bandwidth } =
    gaussianProfile(kernel) ?? refuse(`${name} on Gaussians needs k*u normal: take a Gaussian kernel, or particles`);
  const kl = gaussianKl(dim, target);
  const wider = (u: Vec): Vec =>
    u.map((v, i) => (i >= dim && (i - dim) % (dim + 1) === 0 ? v + bandwidth * bandwidth : v));
  return {
    name,
    form: { type: "other" },
    value: u => kl.value(wider(u)),
    differential: u => kl.differential(wider(u)),
  };
}

/**
 * K1: F(u) = ∫ log((k*u)/π) du, finite on atoms; DF = log((k*u)/π) + ∫ k(·, y) du(y)/(k*u)(y). k is a normalised
 * kernel; for k → δ this is KL up to a constant. On finite sets, grids and particles.
 *
 * ```ts
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const energy = energies.blobKl(spaces.particles({ n: 50, dim: 1 }), kernels.normalisedGaussian(0.3, 1), target);
 * ```
 */
export const blobKl = (space: Space, kernel: Kernel, target: Law, note: Note = unheard): Energy =>
  comparing(space, kernel, [target, note], blob, NO_BLOB);

/**
 * K2: F(u) = KL(k*u | π), DF = k*log((k*u)/π). k is a normalised kernel. On finite sets and grids as a sum over nodes,
 * on Gaussians in closed form for a Gaussian kernel and a normal π; on particles, where k must be Gaussian, as an
 * expectation over x + ℓZ by `nodes` Gauss-Hermite points per axis (default 5), which is exact where log((k*u)/π) is a
 * polynomial of degree below 2 `nodes`. Transported by `wasserstein` this is the semi-implicit functional gradient flow
 * (F-1).
 *
 * ```ts
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const energy = energies.smoothedKl(spaces.gaussian(1), kernels.normalisedGaussian(0.3, 1), target);
 * ```
 */
export function smoothedKl(
  space: Space,
  kernel: Kernel,
  target: Law,
  note: Note = unheard,
  nodes: number = NODES,
): Energy {
  whole("`nodes`, the points of the noise per axis,", nodes, 1, MOST_NODES);
  const onNormalLaws = (): Energy => onGaussians("smoothed-kl", space, kernel, gaussianState(target));
  return comparing(space, kernel, [target, note], smoothed(nodes), onNormalLaws);
}

const unbalanced = (energy: Energy): Energy => ({ ...energy, absent: NO_ENERGY, value: () => NaN });

/**
 * K3: the covector ξ = log((k*u)/π), KL's differential with u smoothed in it. It is no differential (its derivative is
 * not symmetric), so that its flow has no energy and no balance. On Gaussians it is that of `smoothedKl`.
 *
 * ```ts
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const space = spaces.particles({ n: 50, dim: 1 });
 * const force = energies.smoothedDerivativeKl(space, kernels.normalisedGaussian(0.3, 1), target);
 * ```
 */
export const smoothedDerivativeKl = (space: Space, kernel: Kernel, target: Law, note: Note = unheard): Energy =>
  comparing(space, kernel, [target, note], smoothedDerivative, () =>
    unbalanced(onGaussians("smoothed-derivative-kl", space, kernel, gaussianState(target))),
  );

/** The sample of a kernelised energy on a ground. */
const sample = (
  { space, kernel, V, target = new Float64Array(0) }: EnergyGround,
  make: Make,
  density: Meanings<Energy>["density"] = () => onGaussians("kernelised", space, kernel, target),
): Energy =>
  bySupport<Energy>(space, {
    nodes: graph => make(graph, kernel, nodal(graph, target)),
    atoms: () => make(space, kernel, smooth(V, space.dim)),
    density,
  });

const KERNEL = { description: "The kernel k, with integral 1 (`normalised`).", $ref: "kernel.schema.json" } as const;

export const blobKlWord: EnergyWord = energyWord({
  name: "blob-kl",
  description: "KL with the density smoothed inside of the logarithm, finite on particles.",
  equation: "F = int log((k*u)/pi) du",
  properties: { kernel: KERNEL, target: TARGET },
  build: (spec, { against, kernel }) =>
    against(spec.target, (space, law, note) => blobKl(space, kernel(spec.kernel), law, note)),
  on: ground => sample(ground, blob, NO_BLOB),
});

export const smoothedKlWord: EnergyWord = energyWord({
  name: "smoothed-kl",
  description: "KL of the smoothed measure.",
  equation: "F = KL(k*u | pi)",
  properties: {
    kernel: KERNEL,
    target: TARGET,
    nodes: {
      description: "On particles: Gauss-Hermite points per axis of the integral over the noise of k; default 5.",
      optional: true,
      type: "integer",
      minimum: 1,
      maximum: MOST_NODES,
    },
  },
  build: ({ nodes, ...spec }, { against, kernel }) =>
    against(spec.target, (space, law, note) => smoothedKl(space, kernel(spec.kernel), law, note, nodes)),
  on: ground => sample(ground, smoothed(NODES)),
});

export const smoothedDerivativeKlWord: EnergyWord = energyWord({
  name: "smoothed-derivative-kl",
  description: "The differential of KL with the measure smoothed in it: the force of no energy, refused a balance.",
  equation: "xi = log((k*u)/pi), no energy",
  properties: { kernel: KERNEL, target: TARGET },
  build: (spec, { against, kernel }) =>
    against(spec.target, (space, law, note) => smoothedDerivativeKl(space, kernel(spec.kernel), law, note)),
  on: ground => unbalanced(sample(ground, smoothedDerivative)),
});
