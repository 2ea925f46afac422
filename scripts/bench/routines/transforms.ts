import { fft } from "../../../lib/numerics/fft.js";
import { solveTridiagonal } from "../../../lib/numerics/tridiagonal.js";
import type { Vec } from "../../../lib/types.js";
import type { Routine, Run, Size } from "../types.js";
import { cloud } from "./data.js";

/** One complex transform of length n, real and imaginary part. */
function line({ n }: Size): Run {
  const transform = fft(n), re = cloud({ n, d: 1 }, "re"), im = cloud({ n, d: 1 }, "im");
  return () => transform(re, im);
}

/** -u'' + 2u with step 1. */
function poisson({ n }: Size): Run {
  const diagonal: Vec = new Float64Array(n).fill(4), off: Vec = new Float64Array(n - 1).fill(-1), b: Vec = new Float64Array(n).fill(1);
  return () => solveTridiagonal(diagonal, off, b);
}

/** What costs O(n log n) or O(n) on grids. */
export const transformRoutines: readonly Routine[] = [
  { name: "fft", unit: "ms", sizes: [4096, 65536, 1048576].map(n => ({ n, d: 1 })), ours: line },
  { name: "tridiagonal", unit: "ns/point", sizes: [4096, 1000000].map(n => ({ n, d: 1 })), ours: poisson },
];
