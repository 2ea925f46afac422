import type { Contender, Name } from "../contender.js";

/** Contenders of one kind, what they are, and what was looked for in vain. */
export interface Peers {
  readonly contenders: readonly Contender[];
  readonly present: readonly string[];
  readonly missing: readonly Name[];
  end(): void;
}
