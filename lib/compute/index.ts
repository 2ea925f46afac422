import type { Kernel, KernelForm, Vec } from "../types.js";
import { scaledRoutines, summedRoutines } from "./typescript/linear.js";
import { productRoutines } from "./typescript/product.js";
import { radialRoutines } from "./typescript/radial.js";
import type { Routines } from "./typescript/routines.js";
import { steinRoutines } from "./typescript/stein.js";

/**
 * The one door for everything that costs O(n m d) kernel evaluations. Points are flat and row-major, n × dim; sums run over the sources
 * in index order, so that no split of the targets changes a bit.
 */
const routines: { readonly [T in KernelForm["type"]]: (form: Extract<KernelForm, { type: T }>) => Routines } = {
  radial: radialRoutines,
  product: productRoutines,
  stein: steinRoutines,
  scaled: ({ factor, of }) => scaledRoutines(factor, routinesOf(of.form)),
  sum: ({ of }) => summedRoutines(of.map(kernel => routinesOf(kernel.form))),
};

const routinesOf = <T extends KernelForm["type"]>(form: Extract<KernelForm, { type: T }>): Routines => routines[form.type as T](form);

/** K_ij = k(x_i, y_j), row-major n × m. */
export const gram = (kernel: Kernel, x: Vec, y: Vec, dim: number): Vec => routinesOf(kernel.form).gram(x, y, dim);

/** Σ_j k(x_i, y_j) w_j for w with `columns` columns (m × columns): n × columns. */
export const kernelSum = (kernel: Kernel, x: Vec, y: Vec, dim: number, w: Vec, columns = 1): Vec =>
  routinesOf(kernel.form).sum(x, y, dim, w, columns);

/** Σ_j w_j ∇_1 k(x_i, y_j): n × dim. */
export const kernelGradientSum = (kernel: Kernel, x: Vec, y: Vec, dim: number, w: Vec): Vec =>
  routinesOf(kernel.form).gradient1Sum(x, y, dim, w);

/** Σ_j w_j ∇_2 k(x_i, x_j) = -𝒦_w ∇log u (x_i), by parts (Stein): n × dim. */
export const steinSum = (kernel: Kernel, x: Vec, dim: number, w: Vec): Vec => routinesOf(kernel.form).gradient2Sum(x, x, dim, w);

/** Σ_j w_j tr ∇_1∇_2 k(x_i, y_j): n; finite away from the diagonal also for kernels with a kink there. */
export const mixedTraceField = (kernel: Kernel, x: Vec, y: Vec, dim: number, w: Vec): Vec =>
  routinesOf(kernel.form).mixedTraceSum(x, y, dim, w);

/** Σ_ij w_i w_j tr ∇_1∇_2 k(x_i, x_j); Infinity where k is not smooth enough on the diagonal. */
export function mixedTraceSum(kernel: Kernel, x: Vec, dim: number, w: Vec): number {
  if (kernel.smoothness < 1 && w.some(v => v !== 0)) return Infinity;
  return mixedTraceField(kernel, x, x, dim, w).reduce((total, v, i) => total + w[i] * v, 0);
}

export { cholesky, choleskyInPlace, matmul, matvec, solveCholesky } from "./typescript/dense.js";
export { exponentialRow } from "./typescript/exponential.js";
