import { refuse } from "../../arithmetic/refusal.js";
import { type GraphSpace, isGraph } from "./graph-operators.js";
import type { Space } from "./space.js";

/** What an idea is on one representation of measures, or the sentence that refuses it there. */
type Meaning<S, T> = string | ((space: S) => T);

/** What an idea is where masses sit on nodes, on atoms that move, or in a density with parameters. */
export interface Meanings<T> {
  readonly nodes: Meaning<GraphSpace, T>;
  readonly atoms: Meaning<Space, T>;
  readonly density: Meaning<Space, T>;
}

const meant = <S extends Space, T>(meaning: Meaning<S, T>, space: S): T =>
  typeof meaning === "string" ? refuse(meaning) : meaning(space);

/** The meaning of an idea on this space. */
export const bySupport = <T>(space: Space, { nodes, atoms, density }: Meanings<T>): T =>
  isGraph(space) ? meant(nodes, space) : meant(space.support === "atoms" ? atoms : density, space);

/** Refuses a space whose measures are no points with masses; `otherwise` says what to do there. */
export function requirePoints(
  what: string,
  { support }: Space,
  otherwise = "take a finite set, a grid or particles",
): void {
  if (support === "density") refuse(`${what} needs points with masses: ${otherwise}`);
}

/** Refuses a space whose points are no part of the state; `otherwise` says what to do there. */
export function requireAtoms(what: string, { support }: Space, otherwise = "take the space `particles`"): void {
  if (support !== "atoms") refuse(`${what} is for particles: ${otherwise}`);
}
