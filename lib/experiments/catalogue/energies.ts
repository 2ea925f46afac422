import type { Energy } from "../../systems/energies/energy.js";
import type { EnergyWord } from "../../systems/energies/word.js";
import { ENERGY_WORDS } from "../../systems/energies/words.js";
import type { Potential } from "../../systems/measures/cloud.js";
import { dot, tabulate } from "../../arithmetic/vectors.js";
import { isRefusal, reasonOf } from "../../arithmetic/refusal.js";
import type { Energy as EnergySpec } from "../language/types.generated.js";
import type { SpaceSample } from "./spaces.js";

/** V(x) = ½|x|² + ¼ x_1⁴. */
const V: Potential = {
  value: x => 0.5 * dot(x, x) + 0.25 * x[0] * x[0] * x[0] * x[0],
  gradient: x => x.map((v, i) => v + (i === 0 ? v * v * v : 0)),
  second: x => 1 + 3 * x * x,
  hessian: x => {
    const d = x.length;
    return tabulate(d * d, k => (k % (d + 1) === 0 ? 1 : 0) + (k === 0 ? 3 * x[0] * x[0] : 0));
  },
};

/** An energy on a sample, or why there is none. */
export type EnergySample = { readonly name: EnergySpec["name"] } & (
  { readonly energy: Energy } | { readonly refusal: string }
);

function make(word: EnergyWord, sample: SpaceSample): EnergySample {
  const name = word.name as EnergySpec["name"];
  try {
    return { name, energy: word.on({ ...sample, V }) };
  } catch (error) {
    if (isRefusal(error)) return { name, refusal: reasonOf(error) };
    throw error;
  }
}

/** Every energy of the language on a sample. */
export const energiesOn = (sample: SpaceSample): readonly EnergySample[] =>
  ENERGY_WORDS.map(word => make(word, sample));
