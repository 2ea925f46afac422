import assert from "node:assert/strict";
import test from "node:test";
import type { SpectrumRun } from "../language/types.generated.js";
import { runTask } from "./index.js";
import { bare, closeTo, dataOf } from "./fixtures.js";

const normal = { name: "gaussian", mean: 0, covariance: 1 } as const;

const mercer: SpectrumRun = {
  task: "spectrum",
  space: { name: "grid1d", n: 120, interval: [-9, 9] },
  operator: { name: "kernel", kernel: { name: "gaussian", bandwidth: 0.7 }, measure: normal },
  method: { name: "static" },
  modes: 10,
};

test("λ_n of the Gaussian kernel under N(0, 1) on a grid are √(2a/A) Bⁿ (G-10) to 1e-12", () => {
  const grid = runTask(mercer, bare);
  const closed = runTask({ ...mercer, method: { name: "exact" } }, bare);
  closeTo(dataOf(grid, "values"), dataOf(closed, "values"), 1e-12);
  closeTo(dataOf(closed, "values").slice(0, 4), [0.4966367, 0.2499887, 0.1258351, 0.0633408], 5e-8);
  closeTo(dataOf(grid, "squareSum"), dataOf(closed, "squareSum"), 1e-12);
});

test("tr 𝒦_ρ = ∫ k(x,x) dρ = Σ λ_n, Σ λ_n² = ∬ k² dρ dρ, and 𝒯 is the adjoint of the inclusion (A-2.2)", () => {
  const run = runTask(mercer, bare);
  closeTo(dataOf(run, "trace"), dataOf(run, "diagonalIntegral"), 1e-12);
  closeTo(dataOf(run, "squareSum"), dataOf(run, "doubleIntegral"), 1e-12);
  closeTo(dataOf(run, "adjointDefect"), [0], 1e-12);
});

const generator: SpectrumRun = {
  ...mercer,
  space: { name: "grid1d", n: 200, interval: [-7, 7] },
  operator: { name: "generator", target: normal },
  modes: 4,
};

test("the Fokker-Planck generator of N(0, 1) has the eigenvalues 0, 1, 2, 3 (G-5) up to O(h²), falling by 4 where h is halved", () => {
  const error = (n: number): number => {
    const run = runTask({ ...generator, space: { name: "grid1d", n, interval: [-7, 7] } }, bare);
    return Math.abs(dataOf(run, "values")[3] - 3);
  };
  const coarse = error(100);
  const fine = error(200);
  assert.ok(fine < 0.02, `${fine}`);
  closeTo([coarse / fine], [4], 0.1);
  closeTo(dataOf(runTask({ ...generator, method: { name: "exact" } }, bare), "values"), [0, 1, 2, 3], 0);
});

test("a spectrum by an unfit method is refused", () => {
  assert.throws(() => runTask({ ...mercer, method: { name: "dual" } }, bare), /static or exact/);
});
