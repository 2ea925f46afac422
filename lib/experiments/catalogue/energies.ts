import type { Vec } from "../../arithmetic/vec.js";
import type { Energy } from "../../systems/energies/energy.js";
import type { Potential } from "../../systems/measures/cloud.js";
import type { Space } from "../../systems/spaces/space.js";
import { scaledEnergy, sumEnergy } from "../../systems/energies/combinations.js";
import { entropy, freeEnergy, potentialEnergy } from "../../systems/energies/free-energy.js";
import { gaussianInclusiveKl, gaussianKl } from "../../systems/energies/gaussian-kl.js";
import { ginzburgLandau } from "../../systems/energies/ginzburg-landau.js";
import { halfMmd2, interaction } from "../../systems/energies/half-mmd2.js";
import { phiDivergenceTo } from "../../systems/energies/phi.js";
import { dot } from "../../arithmetic/vectors.js";
import { isRefusal, reasonOf, refuse } from "../../arithmetic/refusal.js";
import { isGraph } from "../../systems/spaces/graph-operators.js";
import type { Energy as EnergySpec } from "../language/types.generated.js";
import type { SpaceSample } from "./spaces.js";

type Maker = (sample: SpaceSample) => Energy;

/** V(x) = ½|x|² + ¼ x_1⁴. */
const V: Potential = {
  value: x => 0.5 * dot(x, x) + 0.25 * x[0] * x[0] * x[0] * x[0],
  gradient: x => x.map((v, i) => v + (i === 0 ? v * v * v : 0)),
  second: x => 1 + 3 * x * x,
};

const MISSING = {
  particles: "a point cloud does not have",
  gaussian: "has no closed form here",
  graph: "this sample has no target for",
};

const onNodes =
  (name: string, p: number): Maker =>
  ({ space: { kind }, target }) =>
    kind === "graph" && target
      ? phiDivergenceTo(p, target)
      : refuse(`${name} needs the density of u, which ${MISSING[kind]}: take a finite set or a grid`);

const KL: { readonly [K in Space["kind"]]: Maker } = {
  graph: onNodes("kl", 1),
  particles: ({ space }) => freeEnergy(space, V, 1),
  gaussian: ({ space, target = new Float64Array(0) }) => gaussianKl(space.dim, target),
};

/** [m | Σ] as a mixture of one. */
const normal = (d: number, target: Vec): { readonly weight: number; readonly mean: Vec; readonly covariance: Vec } => ({
  weight: 1,
  mean: target.subarray(0, d),
  covariance: target.subarray(d),
});

/** One energy per word of the schema; a word without a sample does not compile. */
const ENERGIES: { readonly [N in EnergySpec["name"]]: Maker } = {
  kl: sample => KL[sample.space.kind](sample),
  "inclusive-kl": sample =>
    sample.space.kind === "gaussian" && sample.target
      ? gaussianInclusiveKl(sample.space.dim, sample.target)
      : onNodes("inclusive-kl", 0)(sample),
  phi: onNodes("phi", -1),
  "half-chi2": onNodes("half-chi2", 2),
  "half-mmd2": ({ space, kernel, cloud, target }) =>
    halfMmd2(space, kernel, cloud ?? [normal(space.dim, target ?? new Float64Array(0))]),
  potential: ({ space }) => potentialEnergy(space, V),
  entropy: ({ space }) => entropy(space, 0.7),
  "ginzburg-landau": ({ space }) =>
    isGraph(space)
      ? ginzburgLandau(space, 0.3)
      : refuse("ginzburg-landau needs an order parameter with gradients: take a grid"),
  interaction: ({ space, kernel }) => interaction(space, kernel),
  sum: ({ space, kernel }) => sumEnergy([potentialEnergy(space, V), interaction(space, kernel)]),
  scaled: ({ space }) => scaledEnergy(0.5, freeEnergy(space, V, 0.4)),
};

/** An energy on a sample, or why there is none. */
export type EnergySample = { readonly name: EnergySpec["name"] } & (
  { readonly energy: Energy } | { readonly refusal: string }
);

function make(name: EnergySpec["name"], sample: SpaceSample): EnergySample {
  try {
    return { name, energy: ENERGIES[name](sample) };
  } catch (error) {
    if (isRefusal(error)) return { name, refusal: reasonOf(error) };
    throw error;
  }
}

/** Every energy of the schema on a sample. */
export const energiesOn = (sample: SpaceSample): readonly EnergySample[] =>
  (Object.keys(ENERGIES) as EnergySpec["name"][]).map(name => make(name, sample));
