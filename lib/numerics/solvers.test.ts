import assert from "node:assert/strict";
import { test } from "node:test";
import { matmul, matvec, solveTridiagonal } from "../compute/index.js";
import { solve } from "./dense.js";
import { normals, stream } from "../arithmetic/random.js";
import type { Vec } from "../arithmetic/vec.js";
import { bandedSolver } from "./banded.js";
import { conjugateGradients } from "./conjugate-gradients.js";
import { bisect, risingRoot } from "./root.js";
import { semidefiniteForm, solveSemidefinite } from "./semidefinite.js";
import { maxAbs, ones, subtract, tabulate } from "../arithmetic/vectors.js";

const random = (name: string, count: number): Vec => normals(stream(1, name), count);
const transposed = (a: Vec, rows: number): Vec =>
  tabulate(a.length, k => a[(k % rows) * (a.length / rows) + Math.floor(k / rows)]);
/** B Bᵀ for a random n × rank matrix B. */
const gramOf = (n: number, rank: number): Vec => {
  const b = random(`${n} × ${rank}`, n * rank);
  return matmul(b, transposed(b, n), rank);
};
const below = (value: number, bound: number): void => assert.ok(value <= bound, `${value} > ${bound}`);

test("bisection finds √2 to the last bit, and the rising root of x - 1e6 from a guess of 1", () => {
  assert.equal(
    bisect(x => x * x - 2, 1, 2),
    Math.SQRT2,
  );
  assert.equal(
    risingRoot(x => x - 1e6, 1),
    1e6,
  );
  assert.equal(
    risingRoot(() => -1, 1),
    Infinity,
  );
});

test("a singular A ≥ 0 with b in its range: A x = b, although A has no inverse", () => {
  for (const [n, rank] of [
    [6, 6],
    [9, 4],
    [30, 12],
  ]) {
    const a = gramOf(n, rank);
    const b = matvec(a, random("charge", n));
    below(maxAbs(subtract(matvec(a, solveSemidefinite(a, b)), b)), 1e-9 * maxAbs(b));
  }
});

test("rows of very different size do not spoil the rank decision of the semidefinite solve", () => {
  const sizes = Float64Array.of(1, 1e-6, 1e6, 1e3);
  const a = gramOf(4, 4).map((v, ij) => v * sizes[Math.floor(ij / 4)] * sizes[ij % 4]);
  const x = random("unknown", 4);
  const b = matvec(a, x);
  solveSemidefinite(a, b).forEach((v, i) =>
    below(Math.abs(v - x[i]) * sizes[i], 1e-7 * maxAbs(x.map((u, j) => u * sizes[j]))),
  );
});

test("bᵀA^{-1}b = sup_x 2bᵀx - xᵀAx is ∞ for b outside of the range of A, exact for diagonals of any size, and blind to noise", () => {
  const singular = Float64Array.of(2, -2, 0, -2, 2, 0, 0, 0, 3);
  assert.ok(Math.abs(semidefiniteForm(singular)(Float64Array.of(1, -1, 3)) - 3.5) < 1e-14);
  assert.equal(semidefiniteForm(singular)(Float64Array.of(1, -0.99, 3)), Infinity);
  assert.equal(semidefiniteForm(new Float64Array(4))(Float64Array.of(0, 1)), Infinity);
  assert.equal(semidefiniteForm(new Float64Array(4))(new Float64Array(2)), 0);
  const tiny = Float64Array.of(1, 0, 0, 1e-40);
  assert.ok(Math.abs(semidefiniteForm(tiny)(Float64Array.of(1, 1e-10)) / 1e20 - 1) < 1e-14);
  // growth by affine functions on normal laws: the entries of the variances are rounding, and no symmetric matrix
  const noisy = Float64Array.of(1.3, 9.5e-17, 1.6e-17, 2.8e-17, 3.1e-33, 9.2e-33, -1.4e-17, 3.5e-33, 1.1e-32);
  assert.ok(Math.abs(semidefiniteForm(noisy)(Float64Array.of(1.3, 3e-17, 3e-17)) - 1.3) < 1e-12);
});

test("tridiagonal, banded, conjugate-gradient and dense solutions of -u'' + u = f agree", () => {
  const n = 40;
  const f = random("load", n);
  const [diagonal, off] = [tabulate(n, () => 3), tabulate(n - 1, () => -1)];
  const entry = (i: number, j: number): number => (i === j ? 3 : Math.abs(i - j) === 1 ? -1 : 0);
  const dense = tabulate(n * n, ij => entry(Math.floor(ij / n), ij % n));
  const expected = solve(dense, f, n, "A");
  const banded = bandedSolver({
    n,
    reach: 2,
    data: tabulate(5 * n, k => entry(Math.floor(k / 5), Math.floor(k / 5) + (k % 5) - 2)),
  });
  const iterated = conjugateGradients(
    x => matvec(dense, x),
    tabulate(n, () => 1 / 3),
    f,
  );
  // condition number 5
  for (const x of [solveTridiagonal(diagonal, off, f), banded(f), iterated ?? ones(0)]) {
    assert.equal(x.length, n);
    below(maxAbs(subtract(x, expected)), 1e-11);
  }
});

test("conjugate gradients say that a matrix is indefinite instead of returning a number", () =>
  assert.equal(
    conjugateGradients(x => Float64Array.of(x[0], -x[1]), ones(2), Float64Array.of(0, 1)),
    undefined,
  ));
