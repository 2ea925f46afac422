import { freeEnergy } from "../../energies/free-energy.js";
import { gaussianKl } from "../../energies/gaussian-kl.js";
import { ginzburgLandau } from "../../energies/ginzburg-landau.js";
import { halfMmd2 } from "../../energies/half-mmd2.js";
import { phiDivergence } from "../../energies/phi.js";
import type { Density } from "../../densities/types.js";
import { refuse } from "../../refusal.js";
import { isGraph } from "../../spaces/lattice.js";
import type { Energy, Potential, Space } from "../../types.js";
import type { Energy as EnergySpec, Measure } from "../types.generated.js";
import type { Setting } from "./context.js";
import { buildKernel } from "./kernel.js";
import { buildMeasure } from "./measure.js";
import { buildPotential } from "./potential.js";
import { construct, type Registry } from "./registry.js";
import { buildCloud, buildState } from "./state.js";

const pending = (): never => refuse("this energy is not there yet");

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
  gaussian: (target, setting) => gaussianKl(setting.dim, buildState(target, setting)),
};

const power = (name: string, p: number, target: Measure, setting: Setting): Energy => {
  onNodes(name, setting);
  return phiDivergence(p, buildState(target, setting));
};

const ENERGIES: Registry<EnergySpec, Setting, Energy> = {
  kl: ({ target }, setting) => KL[setting.space.kind](target, setting),
  "inclusive-kl": ({ target }, setting) => power("inclusive-kl", 0, target, setting),
  phi: ({ p, target }, setting) => power("phi", p, target, setting),
  "half-chi2": ({ target }, setting) => power("half-chi2", 2, target, setting),
  "half-mmd2": ({ kernel, target }, setting) => halfMmd2(setting.space, buildKernel(kernel, setting), buildCloud(target, setting, TARGET_ATOMS)),
  potential: ({ potential }, setting) => freeEnergy(setting.space, buildPotential(potential, setting.dim), 0),
  entropy: pending,
  "ginzburg-landau": ({ epsilon }, { space }) =>
    isGraph(space) ? ginzburgLandau(space, epsilon) : refuse("ginzburg-landau is for order parameters on grids"),
  sum: pending,
  scaled: pending,
  interaction: pending,
};

/** F of a spec on the space of the setting. */
export const buildEnergy = (spec: EnergySpec, setting: Setting): Energy => construct(ENERGIES, spec, setting);

/** The first measure that an energy compares with; undefined where it has none. */
export function targetOf(spec: EnergySpec): Measure | undefined {
  if ("target" in spec) return spec.target;
  if (spec.name === "scaled") return targetOf(spec.of);
  return spec.name === "sum" ? spec.of.map(targetOf).find(t => t !== undefined) : undefined;
}
