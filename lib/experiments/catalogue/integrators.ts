import { reasonsAgainst } from "../../arithmetic/admission.js";
import { isRefusal, reasonOf } from "../../arithmetic/refusal.js";
import { words } from "../../dynamics/integrators/index.js";
import type { IntegratorWord } from "../../dynamics/integrators/word.js";
import type { GradientSystem } from "../../systems/system.js";

function judge(word: IntegratorWord, system: GradientSystem): string {
  try {
    return reasonsAgainst(word.on(system), system).join("; ");
  } catch (error) {
    if (isRefusal(error)) return reasonOf(error);
    throw error;
  }
}

/** For each integrator of the language why it refuses the system, "" if it does not. */
export const integratorRefusals = (system: GradientSystem): Readonly<Record<string, string>> =>
  Object.fromEntries(words.map(word => [word.name, judge(word, system)]));
