import type { Network } from "./network.js";
import type { Smoother } from "./smoothers/smoother.js";

export const MECHANISMS = ["transport", "growth", "deposit", "diffusion"] as const;
/** A place of a space (where the smoother acts) and a measure (what it is weighted with). */
export type SpatialMechanism = (typeof MECHANISMS)[number];

/** What a space has, or reactions between its points, which bring their own M and weights. */
export type Mechanism = SpatialMechanism | Network;

export const isNetwork = (mechanism: Mechanism): mechanism is Network => typeof mechanism !== "string";

/** How people call it. */
export const mechanismName = (mechanism: Mechanism): string => (isNetwork(mechanism) ? "reactions" : mechanism);

/** 𝕂 as a tree: every node is symmetric and ≥ 0, so every tree is. */
export type Geometry =
  | { readonly type: "term"; readonly mechanism: Mechanism; readonly smoother: Smoother }
  | { readonly type: "scaled"; readonly factor: number; readonly of: Geometry }
  | { readonly type: "sum"; readonly of: readonly Geometry[] }
  | { readonly type: "spherical"; readonly of: Geometry };
