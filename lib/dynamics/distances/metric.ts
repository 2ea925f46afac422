import type { Plan } from "../../numerics/transport/coupling.js";
import type { Notes } from "../../arithmetic/notes.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../../compute/kernel-form.js";
import type { Space } from "../../systems/spaces/space.js";
import type { Order } from "../../numerics/transport/cost.js";

/** One record per name. */
type Named<N extends string> = N extends string ? { readonly name: N } : never;

/** A distance between measures, with its kernel built. */
export type Metric =
  | Named<"tv" | "hellinger" | "spherical-hellinger" | "fisher-rao-gaussian">
  | (Named<"wasserstein"> & { readonly order: Order })
  | (Named<"sliced-wasserstein"> & {
      readonly order: Order;
      /** Unit vectors of R^d, the rows of a matrix. */
      readonly directions: Vec;
    })
  | (Named<"unbalanced-wasserstein"> & {
      readonly order: Order;
      /** ρ in ∫ |x - y|^p dγ + ρ KL(γ_1|μ) + ρ KL(γ_2|ν). */
      readonly weight: number;
    })
  | (Named<"mmd" | "de-stein" | "kernel-hellinger"> & { readonly kernel: Kernel })
  | (Named<"hellinger-kantorovich"> & { readonly alpha: number; readonly beta: number });

/** How a distance is computed. */
export type Method =
  | Named<"exact" | "static" | "dual" | "linear-program">
  | (Named<"dynamic"> & { readonly steps: number })
  | (Named<"samples"> & { readonly statistic: "u" | "v"; readonly permutations?: number; readonly seed?: number })
  | (Named<"quantiles"> & { readonly nodes: number })
  | (Named<"sinkhorn"> & { readonly epsilon: number; readonly debiased?: boolean });

export type MetricOf<M extends Metric["name"]> = Extract<Metric, { readonly name: M }>;
export type MethodOf<K extends Method["name"]> = Extract<Method, { readonly name: K }>;

/** d(μ, ν) for two states of one space. */
export interface Pair {
  readonly space: Space;
  readonly mu: Vec;
  readonly nu: Vec;
}

/** What is worth knowing beside numbers. */
export interface Noted {
  /** E.g. that an embedding was sampled. */
  readonly notes?: Notes;
}

/** What the dual problem says of a distance. */
export interface Dual {
  /** The dual problem's value, ½d² (for W_1 and TV: d) at the optimum. */
  readonly dualValue?: number;
  /** ½d² (or d) minus `dualValue`: ≥ 0 up to rounding, and 0 only if both are right. */
  readonly gap?: number;
  /** How large `gap` may be by the regularisation of the method; absent where that is 0. */
  readonly bias?: number;
  /** The dual potential, at `points`. */
  readonly potential?: Vec;
}

/** d with, where the method has them, its dual certificate and its plan. */
export interface Distance extends Dual, Noted {
  /** d(μ, ν), not squared. */
  readonly value: number;
  /** Where `potential` lives, p × dim; the nodes of μ by default, empty where there is none to place. */
  readonly points?: Vec;
  readonly plan?: Plan;
  /** The statistic of a two-sample test: the estimate of d², which may be negative. */
  readonly statistic?: number;
  /** Of the hypothesis that both samples are of one law. */
  readonly pValue?: number;
  /**
   * What rounding may have added to `value`, where the terms of which it is made cancel; absent: nothing of its size.
   */
  readonly resolution?: number;
  /** Absent if all went well; else why the numbers are not to be trusted. */
  readonly failure?: string;
}

/** One way to compute one metric. */
export type Solver<M extends Metric, K extends Method> = (pair: Pair, metric: M, method: K) => Distance;
