import type { Vec } from "../../arithmetic/vec.js";

/** α ⇌ β at the rate k > 0: how many of each species go in and come out, numbers of at least 0. */
export interface Reaction {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly rate: number;
}

/** Reactions between the points of a finite set, all in balance at one state c* > 0. */
export interface Network {
  readonly reactions: readonly (Reaction & { readonly change: Vec })[];
  readonly equilibrium: Vec;
}

/** Whether a reaction makes as many as it takes, so that <1, u̇> = 0. */
export const keepsNumber = ({ reactions }: Network): boolean =>
  reactions.every(({ from, to }) => from.reduce((a, b) => a + b) === to.reduce((a, b) => a + b));
