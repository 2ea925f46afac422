import assert from "node:assert/strict";
import test from "node:test";
import type { RegressionRun } from "../language/types.generated.js";
import { FORMULATIONS } from "../../systems/operators/regression-fit.js";
import { runTask } from "./index.js";
import { bare, closeTo, dataOf } from "./fixtures.js";

const kernel = { name: "gaussian", bandwidth: 0.7 } as const;
const smooth: RegressionRun = {
  task: "regression",
  space: { name: "grid1d", n: 120, interval: [-8, 8] },
  measure: { name: "gaussian", mean: 0.5, covariance: 1 },
  kernel,
  lambda: 0.01,
  response: { name: "mercer", modes: { mode4: 1 } },
  by: "primal",
  modes: 6,
};
const cloud: RegressionRun = {
  ...smooth,
  space: { name: "particles", n: 80, d: 2 },
  measure: {
    name: "gaussian",
    mean: [0, 0],
    covariance: [
      [1, 0],
      [0, 1],
    ],
  },
  response: { name: "function", of: "sin(3*x1)*x2" },
};
const formulations = Object.keys(FORMULATIONS) as (keyof typeof FORMULATIONS)[];

test("g = e_n ⇒ f̂ = λ_n/(λ_n + λ) e_n (A-2.3) with e_n from its closed form (G-10), by every formulation", () => {
  for (const by of formulations) {
    const run = runTask({ ...smooth, by }, bare);
    const s = dataOf(run, "values")[3];
    closeTo(
      dataOf(run, "fit"),
      dataOf(run, "response").map(v => (s / (s + 0.01)) * v),
      1e-9,
    );
    closeTo(dataOf(run, "coefficients").map(Math.abs), [0, 0, 0, 1, 0, 0], 1e-11);
    closeTo(
      dataOf(run, "fitted"),
      dataOf(run, "coefficients").map(c => (s / (s + 0.01)) * c),
      1e-9,
    );
  }
});

test("four formulations, one f̂ (A-2.4l), in the plane; the duality gap is the square of the error of CG", () => {
  const runs = formulations.map(by => runTask({ ...cloud, by }, bare));
  const [first] = runs;
  for (const run of runs) {
    closeTo(dataOf(run, "fit"), dataOf(first, "fit"), 1e-10);
    closeTo(dataOf(run, "gap"), [0], 1e-13);
    closeTo(dataOf(run, "functionalValue"), [dataOf(run, "primalValue")[0] - dataOf(run, "halfResponse")[0]], 1e-13);
  }
});

test("the primal value is ½<g, λ(𝒦+λ)^{-1}g> = ½<g, g - f̂>", () => {
  const run = runTask(cloud, bare);
  const [rho, g, f] = ["weights", "response", "fit"].map(name => dataOf(run, name));
  closeTo(dataOf(run, "primalValue"), [0.5 * g.reduce((s, v, i) => s + rho[i] * v * (v - f[i]), 0)], 1e-13);
});

test("a difference of measures is regressed without their ratio: ∫ f d(ρ-π) is the functional", () => {
  const run = runTask(
    { ...smooth, response: { name: "difference", to: { name: "gaussian", mean: 0, covariance: 1 } }, by: "functional" },
    bare,
  );
  const direct = runTask(
    { ...smooth, response: { name: "difference", to: { name: "gaussian", mean: 0, covariance: 1 } } },
    bare,
  );
  closeTo(dataOf(run, "fit"), dataOf(direct, "fit"), 1e-9);
});

test("what makes no sense is refused: a closed form without one, masses that are 0, points of Gaussians", () => {
  assert.throws(() => runTask({ ...smooth, kernel: { name: "laplace", bandwidth: 1 } }, bare), /Gaussian kernel/);
  assert.throws(
    () => runTask({ ...smooth, space: { name: "grid1d", n: 120, interval: [-60, 60] } }, bare),
    /positive masses/,
  );
  assert.throws(() => runTask({ ...smooth, space: { name: "gaussian", d: 1 } }, bare), /needs points/);
});
