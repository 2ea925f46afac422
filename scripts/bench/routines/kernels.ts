import { Matrix } from "ml-matrix";
import { gram, kernelGradientSum, kernelSum, steinDirection } from "../../../lib/compute/index.js";
import { gaussianKernel } from "../../../lib/systems/kernels/gaussian.js";
import type { Vec } from "../../../lib/arithmetic/vec.js";
import type { Kernel } from "../../../lib/compute/kernel-form.js";
import type { Routine, Run, Size } from "../contender.js";
import { cloud, uniformWeights } from "./data.js";
import { direct } from "./summation.js";

/**
 * e^{-|x-y|²}, summed as the library finds best: to 1e-10 of the largest value, where that is cheaper than pair by
 * pair.
 */
const AUTOMATIC: Kernel = gaussianKernel(Math.SQRT1_2);

/** The same pair by pair, whatever the number of pairs. */
const KERNEL: Kernel = direct(AUTOMATIC);

const SIZES: readonly Size[] = [500, 2000, 10000].flatMap(n => [2, 10, 100].map(d => ({ n, d })));

/** Where there are fast sums, and enough pairs for them. */
const PLANE: readonly Size[] = [2000, 10000].map(n => ({ n, d: 2 }));

/** The Gram matrix by matrix products, |x|² + |y|² - 2xy; beyond n = 2000 it takes minutes. */
function mlGram({ n, d }: Size): (() => Matrix) | undefined {
  if (n > 2000) return undefined;
  const points = (name: "x" | "y"): Matrix => Matrix.from1DArray(n, d, cloud({ n, d }, name));
  const x = points("x");
  const y = points("y");
  const squares = (p: Matrix): number[] => Matrix.pow(p, 2).sum("row");
  return () => x.mmul(y.transpose()).mul(-2).addColumnVector(squares(x)).addRowVector(squares(y)).neg().exp();
}

const mlKernelSum = (size: Size): Run | undefined => {
  const form = mlGram(size);
  const w = Matrix.columnVector(Array.from(uniformWeights(size.n)));
  return form && (() => form().mmul(w));
};

interface Clouds {
  readonly x: Vec;
  readonly y: Vec;
  readonly w: Vec;
}

const prepared =
  (compute: (clouds: Clouds, d: number) => unknown) =>
  (size: Size): Run => {
    const clouds = { x: cloud(size, "x"), y: cloud(size, "y"), w: uniformWeights(size.n) };
    return () => compute(clouds, size.d);
  };

/** Σ_j k(x_i, x_j) s_j w_j + w_j ∇_2 k(x_i, x_j) with scores s = -x. */
const direction =
  (kernel: Kernel) =>
  ({ x, w }: Clouds, d: number): Vec => {
    const scores = x.map((v, k) => -v * w[Math.floor(k / d)]);
    return steinDirection(kernel, x, d, scores, w);
  };

/** What costs O(n² d), with the Gaussian kernel. */
export const kernelRoutines: readonly Routine[] = [
  {
    name: "kernel-sum",
    unit: "ns/pair",
    sizes: SIZES,
    ours: prepared(({ x, y, w }, d) => kernelSum(KERNEL, x, y, d, w)),
    mlMatrix: mlKernelSum,
  },
  {
    name: "force",
    unit: "ns/pair",
    sizes: SIZES,
    ours: prepared(({ x, y, w }, d) => kernelGradientSum(KERNEL, x, y, d, w)),
  },
  {
    name: "self-kernel-sum",
    unit: "ns/pair",
    sizes: SIZES,
    ours: prepared(({ x, w }, d) => kernelSum(KERNEL, x, x, d, w)),
  },
  {
    name: "self-force",
    unit: "ns/pair",
    sizes: SIZES,
    ours: prepared(({ x, w }, d) => kernelGradientSum(KERNEL, x, x, d, w)),
  },
  { name: "svgd", unit: "ns/pair", sizes: SIZES, ours: prepared(direction(KERNEL)) },
  {
    name: "self-force-auto",
    alike: "self-force",
    unit: "ns/pair",
    sizes: PLANE,
    ours: prepared(({ x, w }, d) => kernelGradientSum(AUTOMATIC, x, x, d, w)),
  },
  { name: "svgd-auto", alike: "svgd", unit: "ns/pair", sizes: PLANE, ours: prepared(direction(AUTOMATIC)) },
  {
    name: "gram",
    unit: "ns/pair",
    sizes: SIZES.filter(({ n }) => n <= 2000),
    ours: prepared(({ x, y }, d) => gram(KERNEL, x, y, d)),
    mlMatrix: mlGram,
  },
];
