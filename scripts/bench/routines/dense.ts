import { CholeskyDecomposition, EigenvalueDecomposition, Matrix } from "ml-matrix";
import { cholesky, COVARIANCE, matmul, solveCholesky } from "../../../lib/compute/index.js";
import { symmetricEigen } from "../../../lib/numerics/dense.js";
import type { Vec } from "../../../lib/arithmetic/vec.js";
import type { Routine, Run, Size } from "../contender.js";
import { positive, symmetric } from "./data.js";

const sizes = (...ns: readonly number[]): readonly Size[] => ns.map(n => ({ n, d: 1 }));

const ours =
  (data: (n: number) => Vec, compute: (a: Vec, n: number) => unknown) =>
  ({ n }: Size): Run => {
    const a = data(n);
    return () => compute(a, n);
  };

const mlMatrix =
  (data: (n: number) => Vec, largest: number, compute: (a: Matrix) => unknown) =>
  ({ n }: Size): Run | undefined => {
    if (n > largest) return undefined;
    const a = Matrix.from1DArray(n, n, data(n));
    return () => compute(a);
  };

/** What costs O(n³), and the solution of one system with a factor at hand. */
export const denseRoutines: readonly Routine[] = [
  {
    name: "cholesky",
    unit: "ms",
    sizes: sizes(500, 1000, 2000),
    ours: ours(positive, (a, n) => cholesky(a, n, COVARIANCE)),
    mlMatrix: mlMatrix(positive, 1000, a => new CholeskyDecomposition(a)),
  },
  {
    name: "cholesky-solve",
    unit: "ms",
    sizes: sizes(1000, 2000),
    ours: ({ n }) => {
      const l = cholesky(positive(n), n, COVARIANCE);
      const b = new Float64Array(n).fill(1);
      return () => solveCholesky(l, b);
    },
  },
  {
    name: "symmetric-eigen",
    unit: "ms",
    sizes: sizes(200, 500, 1000),
    ours: ours(symmetric, symmetricEigen),
    mlMatrix: mlMatrix(symmetric, 500, a => new EigenvalueDecomposition(a, { assumeSymmetric: true })),
  },
  {
    name: "matmul",
    unit: "ms",
    sizes: sizes(500, 1000),
    ours: ours(symmetric, (a, n) => matmul(a, a, n)),
    mlMatrix: mlMatrix(symmetric, 500, a => a.mmul(a)),
  },
];
