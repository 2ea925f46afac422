import { scaledEnergy, sumEnergy } from "../../energies/combinations.js";
import { entropy, freeEnergy, potentialEnergy } from "../../energies/free-energy.js";
import { gaussianInclusiveKl, gaussianKl } from "../../energies/gaussian-kl.js";
import { ginzburgLandau } from "../../energies/ginzburg-landau.js";
import { halfMmd2, hasExactEmbedding, interaction } from "../../energies/half-mmd2.js";
import { phiDivergence } from "../../energies/phi.js";
import type { Density } from "../../densities/types.js";
import { refuse } from "../../refusal.js";
import { isGraph } from "../../spaces/lattice.js";
import type { Energy, Kernel, Normal, Potential, Space } from "../../types.js";
import type { Energy as EnergySpec, Kernel as KernelSpec, Measure } from "../types.generated.js";
import type { Setting } from "./context.js";
import { buildKernel } from "./kernel.js";
import { buildMeasure } from "./measure.js";
import { buildPotential } from "./potential.js";
import { construct, type Registry } from "./registry.js";
import { buildCloud, buildState } from "./state.js";

/** Atoms that stand for a target where its embedding has no closed form. */
const TARGET_ATOMS = 1024;

/** V = -log p up to a constant. */
const potentialOf = ({ dim, logDensity, score, hessian }: Density): Potential => ({
  value: x => -logDensity(x),
  gradient: x => score(x).map(v => -v),
  second: hessian && dim === 1 ? x => -hessian(Float64Array.of(x))[0] : undefined,
});

/** Energies of node masses are for finite sets and grids. */
function onNodes(name: string, { space }: Setting): void {
  if (space.kind !== "graph") refuse(`${name} needs node masses: take a finite set or a grid, or kl with kernel, ridge or Langevin on particles`);
}

function densityOf(measure: Measure, setting: Setting): Density {
  const law = buildMeasure(measure, setting);
  return law.kind === "density" ? law : refuse("KL on particles needs a target with a density: the score of atoms or masses does not exist");
}

const KL: { readonly [K in Space["kind"]]: (target: Measure, setting: Setting) => Energy } = {
  graph: (target, setting) => phiDivergence(1, buildState(target, setting)),
  particles: (target, setting) => freeEnergy(setting.space, potentialOf(densityOf(target, setting)), 1),
  gaussian: (target, setting) =>
    isNormal(densityOf(target, setting)) ? gaussianKl(setting.dim, buildState(target, setting)) : freeEnergy(setting.space, potentialOf(densityOf(target, setting)), 1),
};

const isNormal = ({ mass, normal }: Density): boolean => mass === 1 && normal?.length === 1;

const inclusive = (target: Measure, setting: Setting): Energy =>
  setting.space.kind === "gaussian" ? gaussianInclusiveKl(setting.dim, buildState(target, setting)) : power("inclusive-kl", 0, target, setting);

/** π as a mixture of normal laws where the kernel knows their embedding and π is not tied to nodes or anchors: no sampling noise. */
function mixtureOf(target: Measure, kernel: Kernel, setting: Setting): readonly Normal[] | undefined {
  if (setting.nodes || setting.anchors || !hasExactEmbedding(kernel)) return undefined;
  const law = buildMeasure(target, setting);
  return law.kind === "density" ? law.normal?.map(part => ({ ...part, weight: law.mass * part.weight })) : undefined;
}

function mmd(spec: KernelSpec, target: Measure, setting: Setting): Energy {
  const kernel = buildKernel(spec, setting);
  return halfMmd2(setting.space, kernel, mixtureOf(target, kernel, setting) ?? buildCloud(target, setting, TARGET_ATOMS));
}

const power = (name: string, p: number, target: Measure, setting: Setting): Energy => {
  onNodes(name, setting);
  return phiDivergence(p, buildState(target, setting));
};

const ENERGIES: Registry<EnergySpec, Setting, Energy> = {
  kl: ({ target }, setting) => KL[setting.space.kind](target, setting),
  "inclusive-kl": ({ target }, setting) => inclusive(target, setting),
  phi: ({ p, target }, setting) => power("phi", p, target, setting),
  "half-chi2": ({ target }, setting) => power("half-chi2", 2, target, setting),
  "half-mmd2": ({ kernel, target }, setting) => mmd(kernel, target, setting),
  potential: ({ potential }, setting) => potentialEnergy(setting.space, buildPotential(potential, setting.dim)),
  entropy: ({ temperature }, { space }) => entropy(space, temperature),
  "ginzburg-landau": ({ epsilon }, { space }) =>
    isGraph(space) ? ginzburgLandau(space, epsilon) : refuse("ginzburg-landau is for order parameters on grids"),
  sum: ({ of }, setting) => sumEnergy(of.map(energy => buildEnergy(energy, setting))),
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
