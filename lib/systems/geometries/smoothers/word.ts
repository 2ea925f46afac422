import type { Kernel } from "../../../compute/kernel-form.js";
import { type Definition, type Properties, type Reference, type Word, word } from "../../word.js";
import type { Smoother } from "./smoother.js";

/** What builders of smoothers may ask for. */
export interface SmootherContext {
  kernel(spec: Reference): Kernel;
  /** A smoother that another is made of. */
  smoother(spec: Reference): Smoother;
}

/** What a geometry with a smoother is called. */
export interface Called {
  /** p where S goes as 𝒦^p on the ladder of kernel powers: 0 as Wasserstein, 1 as Stein, -1 as De-Stein; default 0. */
  readonly rung?: number;
  /** What stands before the name of that rung: "ridge" Wasserstein; default "". */
  readonly adjective?: string;
}

/** A smoother as a word of the language. */
export interface SmootherWord extends Word<SmootherContext, Smoother>, Called {}

export const smootherWord = <const P extends Properties>({
  rung,
  adjective,
  ...definition
}: Definition<P, SmootherContext, Smoother> & Called): SmootherWord => ({
  ...word<P, SmootherContext, Smoother>(definition),
  rung,
  adjective,
});

export { KERNEL } from "../../word.js";

/** A kernel in samples, where the context says which. */
export const KERNEL_SAMPLE: Reference = { name: "gaussian", bandwidth: 1 };
