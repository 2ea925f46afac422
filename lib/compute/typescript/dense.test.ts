import assert from "node:assert/strict";
import { test } from "node:test";
import { normals, stream } from "../../random.js";
import type { Vec } from "../../types.js";
import { cholesky, matmul, matvec, solveCholesky } from "./dense.js";

const transposed = (a: Vec, n: number): Vec => a.map((_, ij) => a[(ij % n) * n + Math.floor(ij / n)]);

/** B Bᵀ + n: its condition number is below 6. */
function positive(n: number): Vec {
  const b = normals(stream(n, "matrix"), n * n);
  return matmul(b, transposed(b, n), n).map((v, ij) => v + (Math.floor(ij / n) === ij % n ? n : 0));
}

const worst = (a: Vec, b: Vec): number => a.reduce((m, v, i) => Math.max(m, Math.abs(v - b[i])), 0);

// sizes on both sides of one and two panels
for (const n of [1, 2, 5, 47, 48, 49, 100, 147])
  test(`A = L Lᵀ with L lower triangular and A x = b, n = ${n}`, () => {
    const a = positive(n),
      l = cholesky(a, n),
      x = normals(stream(n, "solution"), n),
      // backward error of Cholesky: (n + 1) ε times the diagonal, which is at most about 2n + …
      scale = 8 * n * 2 ** -53 * a.reduce((m, v) => Math.max(m, Math.abs(v)), 0);
    assert.ok(worst(matmul(l, transposed(l, n), n), a) <= scale);
    assert.ok(l.every((v, ij) => ij % n <= Math.floor(ij / n) || v === 0));
    assert.ok(worst(solveCholesky(l, matvec(a, x)), x) <= 6 * scale);
  });

test("only the lower half of A is read", () => {
  const a = positive(60),
    half = a.map((v, ij) => (ij % 60 <= Math.floor(ij / 60) ? v : NaN));
  assert.deepEqual(cholesky(half, 60), cholesky(a, 60));
});

test("an indefinite matrix is refused with the place of its pivot", () =>
  assert.throws(() => cholesky(Float64Array.of(1, 2, 2, 1), 2), /refused: matrix is not positive definite \(pivot 1 of 2\)/));

test("(A B) x = A (B x) for rectangular matrices", () => {
  const random = stream(1, "rectangles"),
    [a, b, x] = [normals(random, 12), normals(random, 20), normals(random, 5)];
  assert.ok(worst(matvec(matmul(a, b, 4), x), matvec(a, matvec(b, x))) < 1e-13);
});
