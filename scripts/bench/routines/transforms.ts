import { fft, solveTridiagonal } from "../../../lib/compute/index.js";
import type { Vec } from "../../../lib/arithmetic/vec.js";
import type { Routine, Run, Size } from "../contender.js";
import { cloud } from "./data.js";

/** One complex transform of a line, a square or a cube with sides of n points, real and imaginary part. */
function transform({ n, d }: Size): Run {
  const of = fft(Array.from({ length: d }, () => n));
  const re = cloud({ n: n ** d, d: 1 }, "re");
  const im = cloud({ n: n ** d, d: 1 }, "im");
  return () => of(re, im);
}

/** -u'' + 2u with step 1. */
function poisson({ n }: Size): Run {
  const diagonal: Vec = new Float64Array(n).fill(4);
  const off: Vec = new Float64Array(n - 1).fill(-1);
  const b: Vec = new Float64Array(n).fill(1);
  return () => solveTridiagonal(diagonal, off, b);
}

const FFTS: readonly Size[] = [
  { n: 4096, d: 1 },
  { n: 65536, d: 1 },
  { n: 1048576, d: 1 },
  { n: 256, d: 2 },
  { n: 512, d: 2 },
  { n: 64, d: 3 },
];

/** What costs O(n log n) or O(n) on grids. */
export const transformRoutines: readonly Routine[] = [
  { name: "fft", unit: "ms", sizes: FFTS, ours: transform },
  { name: "tridiagonal", unit: "ns/point", sizes: [4096, 1000000].map(n => ({ n, d: 1 })), ours: poisson },
];
