import { refuse } from "../../../arithmetic/refusal.js";
import type { Kernel } from "../../../compute/kernel-form.js";
import type { Normal } from "../../../systems/measures/cloud.js";
import type { Measure } from "../types.generated.js";
import type { Setting } from "./context.js";
import { buildMeasure } from "./measure.js";

/** The one normal law on the line that closed forms of spectra are about. */
export function normalOnLine(measure: Measure, setting: Setting): Normal {
  const law = buildMeasure(measure, setting);
  const normal = law.kind === "density" && law.mass === 1 && law.dim === 1 ? (law.normal ?? []) : [];
  return normal.length === 1
    ? normal[0]
    : refuse("the closed form of this spectrum is known for a normal law on the line: use static");
}

/** The bandwidth of a Gaussian kernel, whose spectrum has a closed form. */
export const gaussianBandwidth = ({ form }: Kernel): number =>
  form.type === "radial" && form.family.name === "gaussian"
    ? form.family.bandwidth
    : refuse("the closed form of this spectrum is known for the Gaussian kernel: use static");
