import { tabulate } from "../../../lib/arithmetic/vectors.js";
import { normals, stream } from "../../../lib/arithmetic/random.js";
import type { Vec } from "../../../lib/arithmetic/vec.js";
import type { Size } from "../contender.js";

/** Every array of points has a seed, the same in all languages. */
const SEEDS = { x: 1, y: 2, re: 3, im: 4 } as const;

/** A number below 2^32 mixed by two multiplications: integers, so that the peers have the same points. */
function mixed(k: number): number {
  let h = k | 0;
  for (let round = 0; round < 2; round++) h = Math.imul(h ^ (h >>> 16), 0x45d9f3b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** n points in the cube of side 4/√d: distances of order 1, where the Gaussian of bandwidth 1/√2 is neither 0 nor 1. */
export function cloud({ n, d }: Size, name: keyof typeof SEEDS): Vec {
  const start = Math.imul(SEEDS[name], 0x9e3779b9);
  const side = 4 / Math.sqrt(d);
  return tabulate(n * d, k => (side * mixed(k + start)) / 4294967296);
}

export const uniformWeights = (n: number): Vec => new Float64Array(n).fill(1 / n);

/** A + Aᵀ with independent normals in A. */
export function symmetric(n: number): Vec {
  const a = normals(stream(1, "symmetric"), n * n);
  return a.map((v, ij) => v + a[(ij % n) * n + Math.floor(ij / n)]);
}

/** A symmetric matrix with a dominant diagonal. */
export const positive = (n: number): Vec =>
  symmetric(n).map((v, ij) => v / n + (Math.floor(ij / n) === ij % n ? 4 : 0));
