import { isHalfInteger } from "../typescript/rows.js";
import type { Term } from "../kernel-form.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Frame } from "./frame.js";
import type { Exports } from "./exports.js";

/** Numbers of a term in memory: its description, and room for the table of its exponential. */
const LENGTH = 144;

const descriptions: { readonly [N in Term["name"]]: (term: Extract<Term, { name: N }>) => readonly number[] } = {
  exponential: ({ factor, rate }) => [0, factor, 0, rate],
  bessel: ({ factor, rate, coefficients, power }) => [1, factor, 0, rate, power, ...coefficients],
  power: ({ factor, offset, rate, exponent }) => [isHalfInteger(exponent) ? 2 : 3, factor, offset, rate, exponent],
  function: () => refuse("a function of TypeScript cannot be called from WebAssembly"),
};

const describe = <N extends Term["name"]>(term: Extract<Term, { name: N }>): readonly number[] =>
  descriptions[term.name as N](term);

/** Where the bound of s stands in a term. */
const BOUND = 9;

/** Address of the terms, ready to be evaluated at s ≤ bound. */
export function putTerms(exports: Exports, frame: Frame, terms: readonly Term[], bound: number): number {
  const numbers = new Float64Array(LENGTH * terms.length);
  terms.forEach((term, k) => {
    numbers.set(describe(term), k * LENGTH);
    numbers[k * LENGTH + BOUND] = bound;
  });
  const address = frame.put(numbers);
  exports.prepareTerms(address, terms.length);
  return address;
}
