/**
 * The one rule by which a run that came to its end is called `completed`: everything that can be checked of it holds.
 */
import type { NamedArray } from "../arithmetic/named-arrays.js";

/**
 * A number that mathematics bounds from above: a duality gap by rounding, a defect by a part of the energy. `size` NaN
 * is never within its bound.
 */
export interface Evidence {
  /** What the number is, e.g. "duality gap". */
  readonly what: string;
  readonly size: number;
  readonly allowed: number;
  /** What to do if it is larger. */
  readonly advice: string;
}

/** What an output may be beside finite: `extended` also ±∞ (an energy of +∞), `partial` also NaN (no interface). */
export type Range = "finite" | "extended" | "partial";

/** A number with four digits. */
const short = (x: number): string => String(Number(x.toPrecision(4)));

/** The evidence against a result. */
export const flaws = (all: readonly Evidence[]): readonly Evidence[] =>
  all.filter(({ size, allowed }) => !(size <= allowed));

const factOf = ({ what, size, allowed }: Evidence): string =>
  `${what}: ${short(size)}, where at most ${short(allowed)} is allowed`;

/** Facts that are named; the others are counted. */
const MOST = 3;

/** "duality gap: 0.3, where at most 1e-9 is allowed; take …": the facts, then each advice once. */
export function sentenceOf(found: readonly Evidence[]): string {
  const more = found.length > MOST ? [`and ${found.length - MOST} more`] : [];
  return [...found.slice(0, MOST).map(factOf), ...more, ...new Set(found.map(({ advice }) => advice))].join("; ");
}

const INSIDE: { readonly [R in Range]: (value: number) => boolean } = {
  finite: Number.isFinite,
  extended: value => !Number.isNaN(value),
  partial: value => Number.isFinite(value) || Number.isNaN(value),
};

const ADVICE = "take smaller steps, a finer space or another method; the notes may say why";

/** How many numbers of an output are not what numbers of its range are. */
export const numbersOutside = (name: string, { data }: NamedArray, range: Range = "finite"): Evidence => ({
  what: `values of ${name} that are ${range === "extended" ? "NaN" : "no finite numbers"}`,
  size: data.reduce((count, value) => count + (INSIDE[range](value) ? 0 : 1), 0),
  allowed: 0,
  advice: ADVICE,
});

/** The part of two numbers that must agree up to rounding by which they differ, for numbers of some scale. */
export const differing = (what: string, a: number, b: number, scale: number, advice: string): Evidence => ({
  what,
  size: Math.abs(a - b),
  allowed: AGREEMENT * scale,
  advice,
});

/**
 * Relative error up to which two computations of one number agree: far above rounding that a condition number of 1e8
 * enlarges, far below what matters.
 */
export const AGREEMENT = 1e-6;
