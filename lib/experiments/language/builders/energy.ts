import type { Energy } from "../../../systems/energies/energy.js";
import type { Divergence, EnergyContext } from "../../../systems/energies/word.js";
import { ENERGY_WORDS } from "../../../systems/energies/words.js";
import type { Density } from "../../../systems/measures/measure.js";
import { built, type Reference } from "../../../systems/word.js";
import { parseInX } from "../formula/in-x.js";
import type { Data, Energy as EnergySpec, Kernel, Measure, Potential } from "../types.generated.js";
import type { Setting } from "./context.js";
import { buildData } from "./data.js";
import { buildKernel } from "./kernel.js";
import { buildMeasure } from "./measure.js";
import { buildPotential } from "./potential.js";
import { buildCloud, madeOf, noteOn } from "./state.js";

/** Atoms that stand for a target where its embedding has no closed form. */
const TARGET_ATOMS = 1024;

/** The schema has said which spec a reference is. */
const as = <T>(spec: Reference): T => spec as unknown as T;

/** A measure where it is a density and no atoms are asked for: on grids and behind anchors it is its masses. */
function densityOf(target: Measure, setting: Setting): Density | undefined {
  if (setting.nodes || setting.anchors || target.name === "drawn" || target.name === "samples") return undefined;
  const law = buildMeasure(target, setting);
  return law.kind === "density" ? law : undefined;
}

/** The divergence from a target, whose notes and refusals begin with its words. */
const compared = (target: Measure, setting: Setting, divergence: Divergence): Energy =>
  madeOf(target, () => divergence(setting.space, buildMeasure(target, setting), noteOn(target, setting)));

/** What the words of energies ask for, answered from the surroundings of a run. */
const around = (setting: Setting): EnergyContext => ({
  space: setting.space,
  note: setting.note,
  against: (measure, divergence) => compared(as<Measure>(measure), setting, divergence),
  cloud: measure => buildCloud(as<Measure>(measure), setting, TARGET_ATOMS),
  density: measure => densityOf(as<Measure>(measure), setting),
  kernel: spec => buildKernel(as<Kernel>(spec), setting),
  potential: spec => buildPotential(as<Potential>(spec), setting),
  formula: parseInX,
  table: spec => buildData(as<Data>(spec), setting),
  energy: spec => buildEnergy(as<EnergySpec>(spec), setting),
});

/** F of a spec on the space of the setting. */
export const buildEnergy = (spec: EnergySpec, setting: Setting): Energy => built(ENERGY_WORDS, spec, around(setting));

/** The first measure that an energy compares with; undefined where it has none. */
export function targetOf(spec: EnergySpec): Measure | undefined {
  if ("target" in spec) return spec.target;
  if (spec.name === "scaled") return targetOf(spec.of);
  return spec.name === "sum" ? spec.of.map(targetOf).find(t => t !== undefined) : undefined;
}
