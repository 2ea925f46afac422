import { refuse } from "./refusal.js";
import { suggest } from "./suggest.js";

/**
 * `"x" is none of: a, b; did you mean "a"?`: what is said of a name that is no word of its kind, wherever it is met.
 */
export const noneOf = (name: string, allowed: readonly string[]): string =>
  `${JSON.stringify(name)} is none of: ${allowed.join(", ")}${suggest(String(name), allowed)}`;

/** The entry of this name. Refuses a name that the table does not have, words of `Object.prototype` among them. */
export function lookUp<N extends string, T>(table: Readonly<Record<N, T>>, name: N): T {
  return Object.hasOwn(table, name) ? table[name] : refuse(noneOf(name, Object.keys(table)));
}

/** The name, if it is one of the allowed ones; `what` says whose name it is. */
export const among = <N extends string>(what: string, name: N, allowed: readonly N[]): N =>
  allowed.includes(name) ? name : refuse(`${what}: ${noneOf(name, allowed)}`);
