/**
 * Kernels of one's own, as functions: slower than the library's (TypeScript, pair by pair), and otherwise their equals.
 */
import { refuse } from "../../arithmetic/refusal.js";
import type { Kernel, PairFunctions } from "../../compute/kernel-form.js";
import { kernelOf, radialKernel } from "./kernel.js";

/** What a kernel says of itself beside its values. */
export interface OwnKernel {
  readonly name: string;
  /** Largest m with continuous ∂_x^m ∂_y^m k; default Infinity. */
  readonly smoothness?: number;
  /** Default `definite`: that Σ w_i w_j k(x_i, x_j) ≥ 0 is the word of its author. */
  readonly definiteness?: Kernel["definiteness"];
}

const ORDINALS = ["φ", "φ′", "φ″", "φ‴", "φ⁗"];

/**
 * k(x, y) = φ(|x-y|²) from φ, φ′, φ″, … as functions of s = |x-y|² ≥ 0: values need φ, gradients φ′, tr ∇_x∇_y k and
 * Stein kernels φ″, gradients of Stein kernels φ‴. A derivative that is asked for and was not given is refused.
 *
 * ```ts
 * const cauchy = kernels.ownRadial([s => 1 / (1 + s), s => -1 / ((1 + s) * (1 + s))], { name: "cauchy" });
 * ```
 */
export const ownRadialKernel = (
  derivatives: readonly ((s: number) => number)[],
  { name, smoothness = Infinity, definiteness }: OwnKernel,
): Kernel =>
  radialKernel(
    name,
    {
      family: { name: "own" },
      profile: order => ({
        name: "function",
        value: derivatives[order] ?? refuse(`the kernel ${name} was given without ${ORDINALS[order]}: add it`),
      }),
    },
    smoothness,
    definiteness,
  );

/**
 * Any symmetric k(x, y) from its value and its gradient ∇_x k(x, y) (length d) at one pair; `mixedTrace` is tr ∇_x∇_y
 * k, which only the dissipation of forces with log u needs.
 *
 * ```ts
 * const brownian = kernels.own(
 *   { value: ([x], [y]) => Math.min(x, y), gradient1: ([x], [y]) => Float64Array.of(x < y ? 1 : 0) },
 *   { name: "brownian", smoothness: 0 },
 * );
 * ```
 */
export const ownKernel = (
  { value, gradient1, mixedTrace }: PairFunctions,
  { name, smoothness = Infinity, definiteness = "definite" }: OwnKernel,
): Kernel => kernelOf({ name, form: { type: "pairwise", value, gradient1, mixedTrace }, definiteness, smoothness });
