import { sum } from "../../../arithmetic/vectors.js";
import { square } from "../../../arithmetic/functions.js";
import type { Vec } from "../../../arithmetic/vec.js";

/** What is left of one line of numbers; `at` are the coordinates of the line where `coordinates` is set. */
export interface Reduction {
  readonly coordinates?: true;
  of(line: Vec, at: Vec): number;
}

const mean = (line: Vec): number => sum(line) / line.length;

/** Sample standard deviation, divisor n - 1; NaN for a single number. */
function deviation(line: Vec): number {
  const centre = mean(line);
  return Math.sqrt(line.reduce((s, v) => s + square(v - centre), 0) / (line.length - 1));
}

/** Mean of the two middle numbers; NaN if one number is NaN. */
function median(line: Vec): number {
  if (line.some(Number.isNaN)) return NaN;
  const sorted = line.slice().sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Reductions over any dimension: `max(x, seed)`. */
export const OVER: Readonly<Record<string, Reduction>> = {
  max: { of: line => line.reduce((a, b) => Math.max(a, b), -Infinity) },
  min: { of: line => line.reduce((a, b) => Math.min(a, b), Infinity) },
  mean: { of: mean },
  sum: { of: sum },
  median: { of: median },
  sd: { of: deviation },
  stderr: { of: line => deviation(line) / Math.sqrt(line.length) },
};

/** Ends of a line: `first(x)`, `last(x)` along t. */
export const ENDS: Readonly<Record<string, Reduction>> = {
  first: { of: line => line[0] },
  last: { of: line => line[line.length - 1] },
};
