import assert from "node:assert/strict";
import { test } from "node:test";
import { matmul } from "../compute/index.js";
import { solve, squareRoot, symmetricEigen, symmetricFunction } from "./dense.js";
import { normals, stream } from "../arithmetic/random.js";
import type { Vec } from "../arithmetic/vec.js";

const transposed = (a: Vec, rows: number): Vec => {
  const columns = a.length / rows;
  return a.map((_, k) => a[(k % rows) * columns + Math.floor(k / rows)]);
};
const near = (a: Vec, b: Vec, tolerance: number): void =>
  a.forEach((v, i) =>
    assert.ok(Math.abs(v - b[i]) <= tolerance * (1 + Math.abs(b[i])), `entry ${i}: ${v} instead of ${b[i]}`),
  );
const diagonal = (values: Vec): Vec => {
  const n = values.length;
  return new Float64Array(n * n).map((_, ij) => (Math.floor(ij / n) === ij % n ? values[ij % n] : 0));
};
const random = (name: string, count: number): Vec => normals(stream(1, name), count);
const identity = (n: number): Vec => diagonal(new Float64Array(n).fill(1));
const symmetric = (n: number): Vec => {
  const b = random(`symmetric ${n}`, n * n);
  return matmul(b, transposed(b, n), n);
};

// every backward error below is some n² ε of entries of size up to about 20
const TOLERANCE = 1e-12;

test("A = V diag(λ) Vᵀ with VᵀV = 1 and λ ascending, for symmetric A", () => {
  for (const n of [1, 2, 3, 7, 20]) {
    const a = symmetric(n);
    const { values, vectors } = symmetricEigen(a, n);
    near(matmul(transposed(vectors, n), vectors, n), identity(n), TOLERANCE);
    near(matmul(matmul(vectors, diagonal(values), n), transposed(vectors, n), n), a, TOLERANCE);
    assert.ok(values.every((v, i) => i === 0 || values[i - 1] <= v));
  }
});

test("√A √A = A and A^{-1} A = 1 for symmetric positive definite A", () => {
  const n = 6;
  const a = symmetric(n).map((v, ij) => v + identity(n)[ij]);
  const root = squareRoot(a, n);
  near(matmul(root, root, n), a, TOLERANCE);
  near(
    matmul(
      symmetricFunction(a, n, value => 1 / value),
      a,
      n,
    ),
    identity(n),
    1e-11,
  );
});

test("A X = B for a general square matrix; a singular one is refused", () => {
  const n = 8;
  const a = random("general", n * n);
  const b = random("right", n * 3);
  near(matmul(a, solve(a, b, n, "A"), n), b, 1e-11);
  assert.throws(
    () => solve(Float64Array.of(1, 2, 2, 4), Float64Array.of(1, 1), 2, "A"),
    /refused: A \(a linear system of 2 equations is singular\)/,
  );
});
