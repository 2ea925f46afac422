import type { Vec } from "../arithmetic/vec.js";

/**
 * A function of one variable s as data, so that every backend evaluates it for many pairs at once; 0 at s = 0 where it
 * is singular.
 */
export type Term =
  /** factor e^{-rate s}, rate s ≥ 0 */
  | { readonly name: "exponential"; readonly factor: number; readonly rate: number }
  /** factor e^{-ρ} (c_0 + c_1 ρ + c_2 ρ² + c_3 ρ³) / ρ^power with ρ = rate √s */
  | {
      readonly name: "bessel";
      readonly factor: number;
      readonly rate: number;
      readonly coefficients: readonly [number, number, number, number];
      readonly power: number;
    }
  /** factor (offset + rate s)^exponent */
  | {
      readonly name: "power";
      readonly factor: number;
      readonly offset: number;
      readonly rate: number;
      readonly exponent: number;
    }
  /**
   * Any function; summed pair by pair in TypeScript. `law`: what it is as data, by which two are seen to be the same.
   */
  | { readonly name: "function"; readonly law?: unknown; value(s: number): number };

/** A function φ of one variable with its derivatives: `profile(k)` is the k-th, k = 0 … 4. */
export type Profile = (order: number) => Term;

/** k(x, y) = φ(|x-y|²). */
export type RadialFamily =
  | { readonly name: "gaussian"; readonly bandwidth: number }
  | { readonly name: "laplace"; readonly bandwidth: number }
  | { readonly name: "matern"; readonly bandwidth: number; readonly smoothness: 1.5 | 2.5 }
  | { readonly name: "inverse-multiquadric"; readonly bandwidth: number }
  | { readonly name: "rational-quadratic"; readonly bandwidth: number; readonly alpha: number }
  | { readonly name: "riesz"; readonly exponent: number }
  /** A profile that no closed form and no fast sum knows. */
  | { readonly name: "own" };

/** k(x, y) = φ(x·y). */
export type ProductFamily =
  { readonly name: "linear" } | { readonly name: "polynomial"; readonly degree: number; readonly offset: number };

/** s = ∇log π (length d) and its Jacobian ∇²log π (d × d), which only the gradient of a Stein kernel needs. */
export interface ScoreField {
  score(x: Vec): Vec;
  hessian?(x: Vec): Vec;
  /** π as data: two fields with equal laws are the same function. Absent: each is itself only. */
  readonly law?: unknown;
}

/** A symmetric k(x, y) by functions of one pair; x and y have length d. */
export interface PairFunctions {
  value(x: Vec, y: Vec): number;
  /** ∇_x k(x, y), length d. */
  gradient1(x: Vec, y: Vec): Vec;
  /** tr ∇_x∇_y k(x, y), which only R* of forces with log u needs. */
  mixedTrace?(x: Vec, y: Vec): number;
}

/**
 * What a kernel is, as data: compute chooses its loops by `type`, closed forms recognise `family` and its parameters.
 */
export type KernelForm =
  | { readonly type: "radial"; readonly family: RadialFamily; readonly profile: Profile }
  | { readonly type: "product"; readonly family: ProductFamily; readonly profile: Profile }
  | { readonly type: "stein"; readonly base: Profile; readonly target: ScoreField }
  /** Any symmetric k by its values and derivatives at one pair. */
  | ({ readonly type: "pairwise" } & PairFunctions)
  | { readonly type: "scaled"; readonly factor: number; readonly of: Kernel }
  | { readonly type: "sum"; readonly of: readonly Kernel[] };

/**
 * How kernel sums over many points are computed: pair by pair, in O(N log N) to a tolerance, or whichever is cheaper
 * (`auto`).
 */
export type SummationMethod =
  | { readonly name: "direct" }
  | { readonly name: "auto" | "fast"; readonly tolerance: number }
  /** A Monte Carlo estimate from random lines. */
  | { readonly name: "sliced"; readonly directions: number; readonly seed: number };

/** What one sum that was not direct says of itself. */
export interface SummationRecord {
  readonly method: "sorted" | "fourier" | "sliced";
  /** Largest error at a random sample of targets, relative to the largest value. */
  readonly error: number;
}

/** A method, and who is told of every sum that was not direct. */
export interface Summation {
  readonly method: SummationMethod;
  report?(record: SummationRecord): void;
}

/**
 * Symmetric positive definite k on R^d; x and y have length d. For single pairs; sums over points go through
 * `lib/compute`.
 */
export interface Kernel {
  readonly name: string;
  readonly form: KernelForm;
  /** `conditional`: Σ w_i w_j k(x_i, x_j) ≥ 0 only where Σ w_i = 0, so that it compares equal masses only. */
  readonly definiteness: "definite" | "conditional";
  /** How sums with this kernel are computed; default: automatically, to 1e-10. */
  readonly summation?: Summation;
  /** Largest m with continuous ∂_x^m ∂_y^m k: 0 for Laplace, 1 for Matérn 3/2, Infinity for a Gaussian. */
  readonly smoothness: number;
  value(x: Vec, y: Vec): number;
  /** ∇_x k(x, y), length d; 0 at x = y where k has a kink. */
  gradient1(x: Vec, y: Vec): Vec;
  /** tr ∇_x ∇_y k(x, y); Infinity at x = y where k is not smooth enough. */
  mixedTrace(x: Vec, y: Vec): number;
}
