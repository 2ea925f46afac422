import type { Vec } from "../types.js";
import { log } from "../numerics/functions.js";
import { sum } from "../numerics/vectors.js";

/** Least-squares slope of log e against log h: the observed order of e = O(h^slope). */
export function observedOrder(h: readonly number[], e: readonly number[]): number {
  const x = Float64Array.from(h, log), y = Float64Array.from(e, log), mean = (v: Vec): number => sum(v) / v.length;
  const mx = mean(x), my = mean(y);
  return x.reduce((s, v, i) => s + (v - mx) * (y[i] - my), 0) / x.reduce((s, v) => s + (v - mx) * (v - mx), 0);
}
