import { normals, stream } from "../../../lib/random.js";
import type { Vec } from "../../../lib/types.js";
import type { Size } from "../types.js";

/** n points, uniform in the cube of side 4/√d: distances of order 1, where the Gaussian of bandwidth 1/√2 is neither 0 nor 1. */
export function cloud({ n, d }: Size, name: string): Vec {
  const random = stream(1, name), side = 4 / Math.sqrt(d);
  return new Float64Array(n * d).map(() => side * random.uniform());
}

export const uniformWeights = (n: number): Vec => new Float64Array(n).fill(1 / n);

/** A + Aᵀ with independent normals in A. */
export function symmetric(n: number): Vec {
  const a = normals(stream(1, "symmetric"), n * n);
  return a.map((v, ij) => v + a[(ij % n) * n + Math.floor(ij / n)]);
}

/** A symmetric matrix with a dominant diagonal. */
export const positive = (n: number): Vec => symmetric(n).map((v, ij) => v / n + (Math.floor(ij / n) === ij % n ? 4 : 0));

