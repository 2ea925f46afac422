import { scaledEnergy, sumEnergy } from "../../../systems/energies/combinations.js";
import { entropy, potentialEnergy } from "../../../systems/energies/free-energy.js";
import { ginzburgLandau } from "../../../systems/energies/ginzburg-landau.js";
import { exactEmbedding } from "../../../systems/energies/exact-embedding.js";
import { gaussianProfile } from "../../../systems/energies/gaussian-overlap.js";
import { halfMmd2, halfMmd2Embedded, interaction } from "../../../systems/energies/half-mmd2.js";
import { halfChi2, inclusiveKl, kl, phiDivergence } from "../../../systems/energies/divergences.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { isGraph } from "../../../systems/spaces/graph-operators.js";
import type { Energy } from "../../../systems/energies/energy.js";
import type { Note } from "../../../arithmetic/notes.js";
import type { Density, Law } from "../../../systems/measures/measure.js";
import type { Space } from "../../../systems/spaces/space.js";
import type { Energy as EnergySpec, HalfMmd2Energy, Measure } from "../types.generated.js";
import type { Setting } from "./context.js";
import { buildKernel } from "./kernel.js";
import { buildMeasure } from "./measure.js";
import { buildPotential } from "./potential.js";
import { construct, type Registry } from "./registry.js";
import { buildCloud, madeOf, noteOn } from "./state.js";

/** Atoms that stand for a target where its embedding has no closed form. */
const TARGET_ATOMS = 1024;

/** The target where it is a density and no atoms are asked for: on grids and behind anchors it is its masses. */
function densityOf({ target }: HalfMmd2Energy, setting: Setting): Density | undefined {
  if (setting.nodes || setting.anchors) return undefined;
  const law = buildMeasure(target, setting);
  return law.kind === "density" ? law : undefined;
}

/** ½MMD² to the target itself where 𝒦π is known, and to atoms of it, which are noted, elsewhere. */
function mmd(spec: HalfMmd2Energy, setting: Setting): Energy {
  const { space } = setting;
  const kernel = buildKernel(spec.kernel, setting);
  const law = densityOf(spec, setting);
  if (law?.normal && gaussianProfile(kernel))
    return halfMmd2(
      space,
      kernel,
      law.normal.map(n => ({ ...n, weight: law.mass * n.weight })),
    );
  const embedding = law && exactEmbedding(kernel, law);
  return embedding
    ? halfMmd2Embedded(space, kernel, embedding)
    : halfMmd2(space, kernel, buildCloud(spec.target, setting, TARGET_ATOMS));
}

/** The divergence from a target, whose notes and refusals begin with its words. */
const compared = (
  target: Measure,
  setting: Setting,
  divergence: (space: Space, law: Law, note: Note) => Energy,
): Energy => madeOf(target, () => divergence(setting.space, buildMeasure(target, setting), noteOn(target, setting)));

const ENERGIES: Registry<EnergySpec, Setting, Energy> = {
  kl: ({ target }, setting) => compared(target, setting, kl),
  "inclusive-kl": ({ target }, setting) => compared(target, setting, inclusiveKl),
  phi: ({ p, target }, setting) => compared(target, setting, (space, law, note) => phiDivergence(space, p, law, note)),
  "half-chi2": ({ target }, setting) => compared(target, setting, halfChi2),
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
