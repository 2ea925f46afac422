import { kernelGradientSum, kernelSum } from "../../../lib/compute/index.js";
import { gaussianKernel } from "../../../lib/systems/kernels/gaussian.js";
import { laplaceKernel } from "../../../lib/systems/kernels/laplace.js";
import { rieszKernel } from "../../../lib/systems/kernels/riesz.js";
import type { Kernel, SummationMethod } from "../../../lib/compute/kernel-form.js";
import type { Routine, Run, Size } from "../contender.js";
import { cloud, uniformWeights } from "./data.js";

const by = (kernel: Kernel, method: SummationMethod): Kernel => ({ ...kernel, summation: { method } });

/** Relative to the largest value of a sum. */
const TOLERANCE = 1e-8;

/** A tenth of the side of the cube wide. */
export const wide = (d: number): Kernel => gaussianKernel(0.4 / Math.sqrt(d));

export const direct = (kernel: Kernel): Kernel => by(kernel, { name: "direct" });
export const fast = (kernel: Kernel): Kernel => by(kernel, { name: "fast", tolerance: TOLERANCE });

/** The force of a kernel on all points of a cloud by all of them. */
export const force =
  (kernel: Kernel) =>
  (size: Size): Run => {
    const x = cloud(size, "x");
    const w = uniformWeights(size.n);
    return () => kernelGradientSum(kernel, x, x, size.d, w);
  };

const sum =
  (kernel: Kernel) =>
  (size: Size): Run => {
    const x = cloud(size, "x");
    const w = uniformWeights(size.n);
    return () => kernelSum(kernel, x, x, size.d, w);
  };

const sizes = (d: number): readonly Size[] => [10_000, 100_000, 1_000_000].map(n => ({ n, d }));

/** Sums that cost O(n log n). */
export const summationRoutines: readonly Routine[] = [
  {
    name: "fast-force",
    unit: "ms",
    sizes: [...sizes(1), ...sizes(2), ...sizes(3).slice(0, 2)],
    ours: size => force(fast(wide(size.d)))(size),
  },
  { name: "sorted-laplace", unit: "ms", sizes: sizes(1), ours: sum(fast(laplaceKernel(1))) },
  { name: "sorted-energy", unit: "ms", sizes: sizes(1), ours: sum(fast(rieszKernel(1))) },
];
