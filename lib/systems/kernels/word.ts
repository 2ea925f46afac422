import type { Kernel } from "../../compute/kernel-form.js";
import type { Density } from "../measures/measure.js";
import type { BandwidthRule } from "./bandwidth.js";
import { type Definition, type Properties, type Reference, type Word, word } from "../word.js";

/** What builders of kernels may ask for. */
export interface KernelContext {
  readonly dim: number;
  /** ℓ, or what a rule says at the nodes of the state, which is noted. */
  length(bandwidth: number | BandwidthRule): number;
  /** A kernel that another is made of. */
  kernel(spec: Reference): Kernel;
  /** A measure that has a density. */
  density(measure: Reference): Density;
}

/** A kernel as a word of the language. */
export type KernelWord = Word<KernelContext, Kernel>;

/** A kernel as a word of the language. */
export const kernelWord = <const P extends Properties>(definition: Definition<P, KernelContext, Kernel>): KernelWord =>
  word(definition);

/** ℓ as most kernels have it. */
export const BANDWIDTH = {
  description:
    "ell, in units of length, or a rule: `median` takes the median distance of the nodes of the initial state, `median-log` divides it by sqrt(2 log(n + 1)), so that 2 ell^2 = med^2/log(n + 1) as SVGD users expect; with `running-` before it the rule is applied to the particles of every state (in geometries only: energies have one kernel).",
  oneOf: [
    { type: "number", exclusiveMinimum: 0 },
    { const: "median" },
    { const: "median-log" },
    { const: "running-median" },
    { const: "running-median-log" },
  ],
} as const;
