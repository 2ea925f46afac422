import { children, type Tree } from "./tree.js";

/** Why `t` means nothing in a formula. */
export const UNTIMED = `"t" needs recorded times: no run with one time grid is mentioned beside it`;

/** What must be known to find the recorded times that `t` means. */
export interface Mentions {
  /** The formula of a quantity, undefined if the name is none (or cannot be read). */
  quantity(name: string): Tree | undefined;
  /** Whether an output of a run runs along t. */
  isTimed(run: string, output: string): boolean;
}

/**
 * The first run with an output along t that a tree mentions, itself or through quantities; each quantity is looked into
 * once.
 */
export function firstClock(tree: Tree, mentions: Mentions, seen: Set<string> = new Set()): string | undefined {
  if (tree.op === "output") return mentions.isTimed(tree.run, tree.output) ? tree.run : undefined;
  const quantity = tree.op === "name" && !seen.has(tree.name) ? mentions.quantity(tree.name) : undefined;
  if (tree.op === "name") seen.add(tree.name);
  for (const part of quantity === undefined ? children(tree) : [quantity]) {
    const clock = firstClock(part, mentions, seen);
    if (clock !== undefined) return clock;
  }
  return undefined;
}
