import type { Vec } from "../../arithmetic/vec.js";
import type { Field } from "../../compute/index.js";
import type { Kernel } from "../../compute/kernel-form.js";
import type { Cloud, Potential } from "../measures/cloud.js";
import type { Covector } from "../spaces/space.js";

/** 𝒦π as a function on R^d, and its squared norm in ℋ. */
export interface Embedding {
  /** ∫ k(x_i, y) dπ(y), length n. */
  value(points: Vec): Vec;
  /** ∫ ∇_x k(x_i, y) dπ(y), n × d. */
  gradient(points: Vec): Vec;
  /** Both, where one pass over π gives them. */
  field?(points: Vec): Field | undefined;
  /** ∬ k dπ dπ */
  readonly squaredNorm: number;
}

/** What an energy is, for the proximal steps and tests that must know. */
export type EnergyForm =
  | { readonly type: "phi"; readonly p: number; readonly target: Vec }
  | { readonly type: "free-energy"; readonly potential: Potential; readonly temperature: number }
  /** 𝒦π is `embedding`; `target` is π where it is a cloud, and absent where 𝒦π is a closed form. */
  | { readonly type: "half-mmd2"; readonly kernel: Kernel; readonly target?: Cloud; readonly embedding: Embedding }
  | { readonly type: "interaction"; readonly kernel: Kernel }
  /** KL(· | N(a, Q)) on Gaussians, target [a | Q]. */
  | { readonly type: "gaussian-kl"; readonly target: Vec }
  /** KL(N(a, Q) | ·) on Gaussians, target [a | Q]. */
  | { readonly type: "gaussian-inclusive-kl"; readonly target: Vec }
  /** ∫ ε²/2 |∇u|² + ¼(1-u²)² */
  | { readonly type: "ginzburg-landau"; readonly epsilon: number }
  /** KL(k*u | π) of atoms for k of N(0, ℓ²I): `gradients` are -∇log π at the rows of points. */
  | { readonly type: "smoothed-kl"; readonly bandwidth: number; readonly gradients: (points: Vec) => Vec }
  | { readonly type: "scaled"; readonly factor: number; readonly of: EnergyForm }
  | { readonly type: "sum"; readonly of: readonly EnergyForm[] }
  | { readonly type: "other" };

/** F with its differential DF(u), on one space. */
export interface Energy {
  readonly name: string;
  readonly form: EnergyForm;
  /** Why this representation cannot evaluate F (`value` is then NaN); absent where it can. */
  readonly absent?: string;
  /** F(u) */
  value(u: Vec): number;
  /** Where F(u) is a minimum itself: the value less that of its dual at the same witness, which bounds both errors. */
  gap?(u: Vec): number;
  differential(u: Vec): Covector;
}
