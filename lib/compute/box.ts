import type { Vec } from "../arithmetic/vec.js";

/** Lowest and highest coordinates. */
export interface Box {
  readonly low: Vec;
  readonly high: Vec;
}

/** The box around clouds of points with `dim` coordinates. */
export function boxOf(dim: number, clouds: readonly Vec[]): Box {
  const box = { low: new Float64Array(dim).fill(Infinity), high: new Float64Array(dim).fill(-Infinity) };
  for (const cloud of clouds) widen(box, cloud);
  return box;
}

function widen({ low, high }: Box, cloud: Vec): void {
  const dim = low.length;
  for (let from = 0; from < cloud.length; from += dim)
    for (let c = 0; c < dim; c++) {
      const v = cloud[from + c];
      if (v < low[c]) low[c] = v;
      if (v > high[c]) high[c] = v;
    }
}
