import type { Block, Force, Kernel, Smoother, Vec } from "../types.js";
import { mixedTraceSum, steinSum } from "../compute/index.js";
import { matvec } from "../numerics/linalg.js";
import { axpy, dot, times } from "../numerics/vectors.js";
import { onColumns, scaleRows } from "../numerics/columns.js";
import { gram } from "../kernels/gram.js";
import { weightsOf } from "./weights.js";

/** -𝒦_w ∇log u (x_i) = Σ_j w_j ∇_2 k(x_i, x_j): integration by parts (Stein), p × dim. */
const steinTerm = (kernel: Kernel, block: Block): Vec => steinSum(kernel, block.points, block.dim, weightsOf(block));

/** 𝒦_w f + τ 𝒦_w ∇log u, p × columns. */
export function smooth(kernel: Kernel, block: Block, { values, temperature }: Force): Vec {
  const w = weightsOf(block),
    k = gram(kernel, block);
  const regular = onColumns(values, block.columns, f => matvec(k, times(w, f)));
  return temperature === 0 ? regular : axpy(-temperature, steinTerm(kernel, block), regular);
}

/** ‖𝒦_w(f + τ∇log u)‖²_H; for KL this is the squared kernel Stein discrepancy. */
export function squaredNorm(kernel: Kernel, block: Block, force: Force): number {
  const { temperature: tau, values } = force,
    { points, dim, columns } = block,
    w = weightsOf(block);
  const regular = dot(scaleRows(w, values, columns), smooth(kernel, block, { values, temperature: 0 }));
  if (tau === 0) return regular;
  const cross = dot(scaleRows(w, values, columns), steinTerm(kernel, block));
  const trace = mixedTraceSum(kernel, points, dim, w);
  return regular - 2 * tau * cross + tau * tau * trace;
}

/** S = 𝒦_w. */
export const kernelSmoother = (kernel: Kernel): Smoother => ({
  name: "kernel",
  kernel,
  field: (b, f) => smooth(kernel, b, f),
  flux: (b, f) => scaleRows(weightsOf(b), smooth(kernel, b, f), b.columns),
  dissipation: (b, f) => squaredNorm(kernel, b, f),
});
