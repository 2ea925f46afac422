import type { Vec } from "../types.js";

/** `count` columns, from one on, of a matrix with rows of length `width`. */
export function columnsFrom(all: Vec, width: number, from: number, count: number): Vec {
  const out = new Float64Array((all.length / width) * count);
  for (let i = 0; i * width < all.length; i++) out.set(all.subarray(i * width + from, i * width + from + count), i * count);
  return out;
}
