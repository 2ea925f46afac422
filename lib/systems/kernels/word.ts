import type { Kernel } from "../../compute/kernel-form.js";
import type { Density } from "../measures/measure.js";
import { type Definition, type Properties, type Reference, type Word, word } from "../word.js";

/** What builders of kernels may ask for. */
export interface KernelContext {
  readonly dim: number;
  /** ℓ, or the median distance of the nodes of the initial state, which is noted. */
  length(bandwidth: number | "median"): number;
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
  description: "ell, in units of length; `median` takes the median distance of the nodes of the initial state.",
  oneOf: [{ type: "number", exclusiveMinimum: 0 }, { const: "median" }],
} as const;
