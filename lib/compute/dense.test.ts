import assert from "node:assert/strict";
import { test } from "node:test";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { normals, stream } from "../arithmetic/random.js";
import type { Vec } from "../arithmetic/vec.js";
import {
  type Backend,
  cholesky,
  COVARIANCE,
  matmul,
  matvec,
  solveCholesky,
  symmetricEigen,
  useBackend,
} from "./index.js";

const BACKENDS: readonly Backend[] = ["wasm", "typescript"];

/** The value on a backend. */
function on<T>(backend: Backend, compute: () => T): T {
  useBackend(backend);
  try {
    return compute();
  } finally {
    useBackend("wasm");
  }
}

/** Which NaN it is may differ: WebAssembly and ECMAScript leave that open. */
const canonical = (a: Vec): Vec => a.map(v => (Number.isNaN(v) ? NaN : v));

const square = (n: number, entry: (i: number, j: number) => number): Vec =>
  new Float64Array(n * n).map((_, ij) => entry(Math.floor(ij / n), ij % n));

const transposed = (a: Vec, n: number): Vec => square(n, (i, j) => a[j * n + i]);

/** B Bᵀ + n: its condition number is below 6. */
function positive(n: number): Vec {
  const b = normals(stream(n, "matrix"), n * n);
  return matmul(b, transposed(b, n), n).map((v, ij) => v + (Math.floor(ij / n) === ij % n ? n : 0));
}

function symmetric(n: number): Vec {
  const b = normals(stream(n, "symmetric"), n * n);
  return square(n, (i, j) => b[i * n + j] + b[j * n + i]);
}

const worst = (a: Vec, b: Vec): number => a.reduce((m, v, i) => Math.max(m, Math.abs(v - b[i])), 0);

// on both sides of a tile, of one and two panels, of what is subtracted at once, and of where WebAssembly is worth it
const SIZES = [1, 2, 5, 23, 24, 25, 47, 48, 49, 95, 96, 97, 147, 195, 290, 397];

for (const backend of BACKENDS)
  for (const n of SIZES.filter(size => size < 200))
    test(`A = L Lᵀ with L lower triangular and A x = b, n = ${n}, in ${backend}`, () => {
      const a = positive(n);
      const l = on(backend, () => cholesky(a, n, COVARIANCE));
      const x = normals(stream(n, "solution"), n);
      // backward error of Cholesky: (n + 1) ε times the diagonal, which is at most about 2n + …
      const scale = 8 * n * 2 ** -53 * a.reduce((m, v) => Math.max(m, Math.abs(v)), 0);
      assert.ok(worst(matmul(l, transposed(l, n), n), a) <= scale);
      assert.ok(l.every((v, ij) => ij % n <= Math.floor(ij / n) || v === 0));
      assert.ok(worst(solveCholesky(l, matvec(a, x)), x) <= 6 * scale);
    });

/** What a computation gives, or the words with which it is refused. */
function outcome<T>(compute: () => T): T | string {
  try {
    return compute();
  } catch (error) {
    return (error as Error).message;
  }
}

/** Symmetric matrices that are easy, and matrices that are not. */
const matrices: { readonly [Name in string]: (n: number) => Vec } = {
  "positive definite": positive,
  "symmetric, indefinite": symmetric,
  "the smallest numbers": n => positive(n).map(v => v * 5e-324),
  "with squares near the largest numbers": n => positive(n).map(v => v * 1e150),
  "graded by 1e±150": n => positive(n).map((v, ij) => v * [1e-150, 1, 1e150][(Math.floor(ij / n) + (ij % n)) % 3]),
  "diagonal with equal and negative entries": n => square(n, (i, j) => (i === j ? (i % 5) - 1 : 0)),
  "zero, with zeros of both signs": n => square(n, (i, j) => ((i + j) % 2 === 0 ? 0 : -0)),
  "two blocks that do not meet": n =>
    positive(n).map((v, ij) => (Math.floor(ij / n) < n / 2 === ij % n < n / 2 ? v : 0)),
  "of rank one": n => square(n, (i, j) => (i + 1) * (j + 1)),
  "a Gaussian kernel at points of a line": n => square(n, (i, j) => Math.fround(1 / (1 + (i - j) ** 2))),
  "with a NaN": n => symmetric(n).fill(NaN, n * (n - 1), n * (n - 1) + 1),
};

for (const [name, make] of Object.entries(matrices))
  test(`L and its refusals have the same bits in WebAssembly and in TypeScript: ${name}`, () => {
    for (const n of SIZES) {
      const a = make(n);
      const [wasm, typescript] = BACKENDS.map(backend => on(backend, () => outcome(() => cholesky(a, n, COVARIANCE))));
      assert.deepEqual(wasm, typescript, `n = ${n}`);
    }
  });

for (const [name, make] of Object.entries(matrices))
  test(`eigenvalues and eigenvectors have the same bits in WebAssembly and in TypeScript: ${name}`, () => {
    for (const n of SIZES.filter(size => size < 150)) {
      const a = make(n);
      const [wasm, typescript] = BACKENDS.map(backend =>
        Object.values(on(backend, () => symmetricEigen(a, n))).map(canonical),
      );
      assert.deepEqual(wasm, typescript, `n = ${n}`);
    }
  });

// ml-matrix never ends on the other two
for (const [name, make] of Object.entries(matrices).filter(
  ([key]) => key !== "with a NaN" && key !== "the smallest numbers",
))
  test(`eigenvalues and eigenvectors have the bits of ml-matrix: ${name}`, () => {
    for (const n of SIZES.filter(size => size < 100)) {
      const a = make(n);
      const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(Matrix.from1DArray(n, n, a), {
        assumeSymmetric: true,
      });
      const { values, vectors } = symmetricEigen(a, n);
      assert.deepEqual(values, Float64Array.from(realEigenvalues), `n = ${n}`);
      assert.deepEqual(vectors, Float64Array.from(eigenvectorMatrix.to1DArray()), `n = ${n}`);
    }
  });

test("A B has the same bits in WebAssembly and in TypeScript, beside whole tiles and with what is not finite", () => {
  const random = stream(1, "products");
  const special = [0, -0, Infinity, NaN, 5e-324, 1e300];
  for (const [n, inner, m] of [
    [24, 24, 24],
    [25, 30, 26],
    [67, 24, 131],
    [40, 129, 27],
  ]) {
    const entries = (count: number): Vec =>
      normals(random, count).map(v => (random.uniform() < 0.01 ? special[random.integer(special.length)] : v));
    const a = entries(n * inner);
    const b = entries(inner * m);
    const [wasm, typescript] = BACKENDS.map(backend => canonical(on(backend, () => matmul(a, b, inner))));
    assert.deepEqual(wasm, typescript);
  }
});

test("L Lᵀ X = B for many columns has the bits of the columns one by one", () => {
  for (const n of [1, 3, 4, 50, 131]) {
    const l = cholesky(positive(n), n, COVARIANCE);
    const b = normals(stream(n, "columns"), 3 * n);
    const x = solveCholesky(l, b, 3);
    for (let c = 0; c < 3; c++) {
      const column = (from: Vec): Vec => from.filter((_, k) => k % 3 === c);
      assert.deepEqual(column(x), solveCholesky(l, column(b)), `n = ${n}`);
    }
  }
});

test("only the lower half of A is read", () => {
  const n = 60;
  const a = positive(n);
  const half = a.map((v, ij) => (ij % n <= Math.floor(ij / n) ? v : NaN));
  assert.deepEqual(cholesky(half, n, COVARIANCE), cholesky(a, n, COVARIANCE));
  assert.deepEqual(symmetricEigen(half, n), symmetricEigen(a, n));
});

test("an indefinite matrix is refused with the place of its pivot", () =>
  assert.throws(
    () => cholesky(Float64Array.of(1, 2, 2, 1), 2, COVARIANCE),
    /refused: the covariance of a normal law is not positive definite to rounding \(pivot 2 of 2\): give/,
  ));

test("eigenvalues of a matrix that holds a NaN are NaN, and the computation ends", () =>
  assert.ok(symmetricEigen(matrices["with a NaN"](30), 30).values.some(Number.isNaN)));

test("(A B) x = A (B x) for rectangular matrices", () => {
  const random = stream(1, "rectangles");
  const [a, b, x] = [normals(random, 12), normals(random, 20), normals(random, 5)];
  assert.ok(worst(matvec(matmul(a, b, 4), x), matvec(a, matvec(b, x))) < 1e-13);
});
