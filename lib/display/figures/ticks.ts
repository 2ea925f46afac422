/** Ranges and ticks: three to six of them, at round numbers. */
import { log10, pow } from "../../arithmetic/functions.js";
import type { Ticks } from "./canvas.js";
import { decimalText, isFraction, isPower, powerOfTen, short, tickText } from "./text.js";

const power = (e: number): number => pow(10, e);

/** The smallest of 1, 2, 2.5, 5 × 10^k that is at least `step`. */
export function roundStep(step: number): number {
  const base = power(Math.floor(log10(step) + 1e-9));
  return base * ([1, 2, 2.5, 5].find(m => m * base >= step * (1 - 1e-9)) ?? 10);
}

/** Round numbers in [a, b], about `count` of them and at least two. */
export function linearTicks(range: readonly [number, number], count: number = 5): Ticks {
  const ticks = [0, 1, 2, 3].map(more => multiples(range, count + more));
  return ticks.find(({ values }) => values.length >= Math.min(3, count)) ?? ticks[0];
}

function multiples([from, to]: readonly [number, number], count: number): Ticks {
  const [a, b] = [Math.min(from, to), Math.max(from, to)];
  const step = roundStep((b - a) / count);
  const first = Math.ceil(a / step - 1e-9);
  const values = Array.from({ length: Math.floor(b / step + 1e-9) - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
  return ticksAt(values);
}

const plainly = (v: number): string => short(v);
const fractions = (values: readonly number[]): boolean => values.every(isFraction) && !values.every(Number.isInteger);

/** Numbers that are printed with a power of ten. */
const isSmall = (v: number): boolean => v !== 0 && Math.abs(v) < 1e-3;

/** Fractions only where all of them are; powers of ten where all are, or where others are printed with one. */
export const ticksAt = (values: readonly number[]): Ticks => ({
  values,
  texts: values.map(
    values.every(isPower) || values.some(isSmall) ? decimalText : fractions(values) ? tickText : plainly,
  ),
});

/** Powers of ten in [a, b], at most `most`; between fewer than three of them also 3 · 10^k, or 1, 2 and 5 · 10^k. */
export function decadeTicks([a, b]: readonly [number, number], most: number = 6): Ticks {
  const low = Math.ceil(log10(Math.min(a, b)) - 1e-9);
  const high = Math.floor(log10(Math.max(a, b)) + 1e-9);
  const step = Math.max(1, Math.ceil((high - low) / (most - 1)));
  const exponents = Array.from({ length: Math.max(0, high - low + 1) }, (_, i) => low + i).filter(e => e % step === 0);
  if (exponents.length < 2 || Math.max(a, b) < LITTLE * Math.min(a, b))
    return oneTwoFive([Math.min(a, b), Math.max(a, b)]);
  if (high - low < 2) return ticksAt(multiplesInside([Math.min(a, b), Math.max(a, b)], [1, 3]));
  return { values: exponents.map(power), texts: exponents.map(powerOfTen) };
}

/** An interval of positive length: the one from `low` to `high`, or a neighbourhood of a single number. */
export function spanOf(low: number, high: number, log: boolean = false): readonly [number, number] {
  if (high - low > 1e-12 * Math.max(Math.abs(low), Math.abs(high), TINY)) return [low, high];
  const half = Math.max(Math.abs(low) / 2, TINY);
  return log ? [low / 2, low * 2] : [low - (low === 0 ? 0.5 : half), low + (low === 0 ? 0.5 : half)];
}

/** Factors times powers of ten in [a, b]. */
function multiplesInside([a, b]: readonly [number, number], factors: readonly number[]): readonly number[] {
  const low = Math.floor(log10(a));
  const decades = Array.from({ length: Math.floor(log10(b)) - low + 1 }, (_, i) => power(low + i));
  return decades
    .flatMap(d => factors.map(m => Number((m * d).toPrecision(12))))
    .filter(v => v >= a * (1 - 1e-9) && v <= b * (1 + 1e-9));
}

/** 1, 2 and 5 times powers of ten; round numbers where there are not two. */
function oneTwoFive(range: readonly [number, number]): Ticks {
  const inside = multiplesInside(range, [1, 2, 5]);
  return inside.length < 2 ? linearTicks(range, 4) : ticksAt(inside);
}

/** Relative differences below this are rounding: a constant is drawn as one, not as its noise. */
const CONSTANT = 1e-6;

/** What a page can place: neither NaN nor infinite, nor so large that a square or a range overflows. */
export const isDrawable = (v: number): boolean => Math.abs(v) <= 1e150;

/** The smallest positive number that is told from 0. */
export const TINY: number = 1e-300;

/** The interval that holds the numbers, widened outwards to round ones; where all are 0 it has them in its middle. */
export function linearRange(values: Iterable<number>, include: readonly number[] = []): readonly [number, number] {
  const finite = [...values, ...include].filter(isDrawable);
  if (finite.length === 0) return [0, 1];
  const low = finite.reduce((a, b) => Math.min(a, b));
  const high = finite.reduce((a, b) => Math.max(a, b));
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (size < TINY) return [-1, 1];
  if (high - low <= CONSTANT * size) return linearRange([low, high, 0, 1.25 * high]);
  const span = high - low;
  const step = roundStep(span / 10);
  const top = Math.ceil(high / step - 1e-6) * step;
  return [Math.floor(low / step + 1e-6) * step, top + (top - high < 0.02 * span ? 0.4 * step : 0)];
}

/** Ratios below this have ticks 1, 2, 5, and below the second one an axis that need not begin with a decade. */
const LITTLE = 40;
const FEW_DECADES = 100;

/** The largest of 1, 2, 5 × 10^k that is at most v. */
function roundBelow(v: number): number {
  const base = power(Math.floor(log10(v) + 1e-9));
  return base * ([5, 2].find(m => m * base <= v * (1 + 1e-9)) ?? 1);
}

/** The decades that hold the positive numbers; nothing below `floor` times the largest is drawn. */
export function logRange(values: Iterable<number>, floor: number = 1e-16): readonly [number, number] {
  const positive = [...values].filter(v => v >= TINY && isDrawable(v));
  if (positive.length === 0) return [0.1, 1];
  const high = positive.reduce((a, b) => Math.max(a, b));
  const low = Math.max(
    positive.reduce((a, b) => Math.min(a, b)),
    floor * high,
  );
  const foot = high / low < FEW_DECADES ? roundBelow(low) : power(Math.floor(log10(low) + 0.02));
  return [low < 1.05 * foot ? foot / 1.25 : foot, high * (high / low > 30 ? 1.8 : 1.15)];
}
