import type { Smoother } from "./smoothers/smoother.js";

/** A mechanism is a place (where the smoother acts) and a measure (what it is weighted with). */
export type Mechanism = "transport" | "growth" | "deposit" | "diffusion";

/** 𝕂 as a tree: every node is symmetric and ≥ 0, so every tree is. */
export type Geometry =
  | { readonly type: "term"; readonly mechanism: Mechanism; readonly smoother: Smoother }
  | { readonly type: "scaled"; readonly factor: number; readonly of: Geometry }
  | { readonly type: "sum"; readonly of: readonly Geometry[] }
  | { readonly type: "spherical"; readonly of: Geometry };
