/** Axes that hold what is drawn over them, whatever it is. */
import type { Axis } from "./canvas.js";
import { TINY, decadeTicks, isDrawable, linearRange, linearTicks, logRange, spanOf, ticksAt } from "./ticks.js";

type Scale = Required<Pick<Axis, "range" | "ticks" | "log">>;

/** A logarithmic axis needs a number that it can show: equilibria, where all is 0, are drawn on a linear one. */
export const canBeLogarithmic = (values: readonly number[]): boolean => values.some(v => v >= TINY && isDrawable(v));

/** Round numbers around the values; decades where that is asked for and possible. */
export function ordinateOf(values: readonly number[], log: boolean, count: number = 5): Scale {
  if (log && canBeLogarithmic(values)) {
    const range = logRange(values);
    return { range, ticks: decadeTicks(range), log: true };
  }
  const range = linearRange(values);
  return { range, ticks: linearTicks(range, count), log: false };
}

/** Few points of a parameter are the ticks of its axis, where they stand so far apart (shares of its length). */
const FEW = 8;
const CLOSE = 0.06;

/**
 * From the smallest value to the largest, with an edge around dots: a share of the length, of a decade on logarithmic
 * axes.
 */
export function abscissaOf(values: readonly number[], log: boolean, count: number, edge: number): Scale {
  const logarithmic = log && canBeLogarithmic(values);
  const points = [...new Set(values)].filter(v => isDrawable(v) && (!logarithmic || v >= TINY)).sort((a, b) => a - b);
  const [low, high] = points.length === 0 ? [0, 1] : spanOf(points[0], points[points.length - 1], logarithmic);
  if (!logarithmic) {
    const margin = edge * (high - low);
    const range = [low - margin, high + margin] as const;
    const gaps = points.slice(1).map((v, i) => (v - points[i]) / (high - low));
    const apart = edge > 0 && points.length > 1 && points.length <= FEW && gaps.every(gap => gap > CLOSE);
    return { range, ticks: apart ? ticksAt(points) : linearTicks(range, count), log: false };
  }
  const range = [low / 1.15, high * 1.15] as const;
  const ticks = points.length <= FEW && high / low < 2000 ? ticksAt(points) : decadeTicks(range, count);
  return { range, ticks, log: true };
}
