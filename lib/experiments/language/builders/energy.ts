import type { Density } from "../../../systems/measures/measure.js";
import { scaledEnergy, sumEnergy } from "../../../systems/energies/combinations.js";
import { entropy, freeEnergy, potentialEnergy } from "../../../systems/energies/free-energy.js";
import { gaussianInclusiveKl, gaussianKl } from "../../../systems/energies/gaussian-kl.js";
import { ginzburgLandau } from "../../../systems/energies/ginzburg-landau.js";
import { halfMmd2, hasExactEmbedding, interaction } from "../../../systems/energies/half-mmd2.js";
import { halfChi2, inclusiveKl, kl, phiDivergence } from "../../../systems/energies/phi.js";
import { scale } from "../../../arithmetic/vectors.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { isGraph } from "../../../systems/spaces/graph-operators.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { Energy } from "../../../systems/energies/energy.js";
import type { Normal, Potential } from "../../../systems/measures/cloud.js";
import type { Space } from "../../../systems/spaces/space.js";
import type { Energy as EnergySpec, HalfMmd2Energy, Measure } from "../types.generated.js";
import type { Setting } from "./context.js";
import { buildKernel } from "./kernel.js";
import { buildMeasure } from "./measure.js";
import { buildPotential } from "./potential.js";
import { construct, type Registry } from "./registry.js";
import { buildCloud, buildState } from "./state.js";

/** Atoms that stand for a target where its embedding has no closed form. */
const TARGET_ATOMS = 1024;

/** V = -log p up to a constant. */
const potentialOf = ({ dim, logDensity, score, hessian, cloud }: Density): Potential => ({
  value: x => -logDensity(x),
  gradient: x => scale(-1, score(x)),
  cloud: cloud && {
    values: points => scale(-1, cloud.logDensities(points)),
    gradients: points => scale(-1, cloud.scores(points)),
  },
  second: hessian && dim === 1 ? x => -hessian(Float64Array.of(x))[0] : undefined,
});

function densityOf(measure: Measure, setting: Setting): Density {
  const law = buildMeasure(measure, setting);
  return law.kind === "density"
    ? law
    : refuse("KL on particles and Gaussians needs a target density: atoms have no score");
}

/** KL to a density by its potential: on particles up to log u, on Gaussians by quadrature, both up to a constant. */
const klByPotential = (target: Measure, setting: Setting): Energy =>
  freeEnergy(setting.space, potentialOf(densityOf(target, setting)), 1);

const isNormal = ({ normal = [], mass }: Density): boolean => normal.length === 1 && mass === 1;

const klOnGaussians = (target: Measure, setting: Setting): Energy =>
  isNormal(densityOf(target, setting))
    ? gaussianKl(setting.dim, buildState(target, setting))
    : klByPotential(target, setting);

type ByKind = { readonly [K in Space["kind"]]: (target: Measure, setting: Setting) => Energy };

const KL: ByKind = {
  graph: (target, setting) => kl(buildState(target, setting)),
  particles: klByPotential,
  gaussian: klOnGaussians,
};

const INCLUSIVE_KL: ByKind = {
  graph: (target, setting) => inclusiveKl(buildState(target, setting)),
  particles: () => refuse("inclusive KL needs the density of a point cloud: take a finite set, a grid or Gaussians"),
  gaussian: (target, setting) => gaussianInclusiveKl(setting.dim, buildState(target, setting)),
};

/** The masses of the target on the nodes of a finite set or grid. */
const onNodes = (name: string, target: Measure, setting: Setting): Vec =>
  setting.nodes ? buildState(target, setting) : refuse(`${name} needs node masses: take a finite set or a grid`);

/** The target as a Gaussian mixture of its mass, where its embedding has a closed form and no atoms are asked for. */
function exactTarget({ target }: HalfMmd2Energy, setting: Setting): readonly Normal[] | undefined {
  if (setting.nodes || setting.anchors) return undefined;
  const law = buildMeasure(target, setting);
  return law.kind === "density" ? law.normal?.map(n => ({ ...n, weight: law.mass * n.weight })) : undefined;
}

function mmd(spec: HalfMmd2Energy, setting: Setting): Energy {
  const kernel = buildKernel(spec.kernel, setting);
  const normals = hasExactEmbedding(kernel) ? exactTarget(spec, setting) : undefined;
  return halfMmd2(setting.space, kernel, normals ?? buildCloud(spec.target, setting, TARGET_ATOMS));
}

const ENERGIES: Registry<EnergySpec, Setting, Energy> = {
  kl: ({ target }, setting) => KL[setting.space.kind](target, setting),
  "inclusive-kl": ({ target }, setting) => INCLUSIVE_KL[setting.space.kind](target, setting),
  phi: ({ p, target }, setting) => phiDivergence(p, onNodes("phi", target, setting)),
  "half-chi2": ({ target }, setting) => halfChi2(onNodes("half-chi2", target, setting)),
  "half-mmd2": mmd,
  potential: ({ potential }, setting) => potentialEnergy(setting.space, buildPotential(potential, setting.dim)),
  entropy: ({ temperature }, { space }) => entropy(space, temperature),
  "ginzburg-landau": ({ epsilon }, { space }) =>
    isGraph(space)
      ? ginzburgLandau(space, epsilon)
      : refuse("ginzburg-landau is for order parameters on grids: take a grid"),
  sum: ({ of }, setting) => sumEnergy(of.map(e => buildEnergy(e, setting))),
  scaled: ({ factor, of }, setting) => scaledEnergy(factor, buildEnergy(of, setting)),
  interaction: ({ kernel }, setting) => interaction(setting.space, buildKernel(kernel, setting)),
};

/** F of a spec on the space of the setting. */
export const buildEnergy = (spec: EnergySpec, setting: Setting): Energy => construct(ENERGIES, spec, setting);

/** The first measure that an energy compares with; undefined where it has none. */
export function targetOf(spec: EnergySpec): Measure | undefined {
  if ("target" in spec) return spec.target;
  if (spec.name === "scaled") return targetOf(spec.of);
  return spec.name === "sum" ? spec.of.map(targetOf).find(t => t !== undefined) : undefined;
}
