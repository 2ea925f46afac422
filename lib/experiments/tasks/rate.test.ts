import assert from "node:assert/strict";
import test from "node:test";
import { scale } from "../../arithmetic/vectors.js";
import type { RateRun } from "../language/types.generated.js";
import { runTask } from "./index.js";
import { bare, closeTo, dataOf } from "./fixtures.js";

const kernel = { name: "laplace", bandwidth: 0.3 } as const;

const still: RateRun = {
  task: "rate",
  space: { name: "finite-set", n: 20 },
  state: { name: "random", seed: 3 },
  geometry: { name: "hellinger" },
  force: { name: "differential", energy: { name: "half-mmd2", kernel, target: { name: "random", seed: 2 } } },
};

/** ξ = 1 under Hellinger has the rate -u. */
const ones: RateRun = { ...still, force: { name: "values", values: Array(20).fill(1) as [number, ...number[]] } };

test("½MMD² in the MMD geometry: rate -(u - π), dissipation 2F, both halves of it F (A-3.9(ii))", () => {
  const run = runTask({ ...still, geometry: { name: "mmd", kernel } }, bare);
  const [F] = dataOf(run, "energy");
  const masses = (seed: number): Float64Array =>
    scale(-1, dataOf(runTask({ ...ones, state: { name: "random", seed } }, bare), "rate"));
  const pi = masses(2);
  closeTo(
    dataOf(run, "rate"),
    masses(3).map((m, i) => pi[i] - m),
    1e-13,
  );
  // condition of the Laplace Gram matrix on 20 points is about 100
  closeTo(dataOf(run, "dissipation"), [2 * F], 1e-13);
  closeTo(dataOf(run, "dual"), [F], 1e-13);
  closeTo(dataOf(run, "primal"), [F], 1e-13);
  closeTo(dataOf(run, "massRate"), [0], 1e-13);
});

test("the rate of Hellinger is -u ξ, and the loss of the identity smoother is 0", () => {
  const run = runTask(still, bare);
  const u = scale(-1, dataOf(runTask(ones, bare), "rate"));
  closeTo(
    dataOf(run, "rate"),
    dataOf(run, "force").map((xi, i) => -u[i] * xi),
    0,
  );
  closeTo([u.reduce((a, b) => a + b, 0)], [1], 1e-14);
  closeTo(dataOf(run, "loss"), [0], 0);
});

test("regression loss of the ridge smoother tends to 0 with λ, and bounds the lost dissipation <ξ,(1-S)ξ> from below (A-6.1)", () => {
  const ridge = (lambda: number): ReturnType<typeof runTask> =>
    runTask({ ...still, geometry: { name: "ridge-hellinger", kernel, lambda } }, bare);
  const [full] = dataOf(runTask(still, bare), "dissipation");
  for (const lambda of [1, 0.1, 0.01]) {
    const run = ridge(lambda);
    const [loss] = dataOf(run, "loss");
    const lost = full - dataOf(run, "dissipation")[0];
    assert.ok(loss > 0 && loss <= lost, `${loss} ≤ ${lost}`);
  }
  assert.ok(dataOf(ridge(1e-6), "loss")[0] < 1e-8);
});

test("a meaningless geometry is refused: transport on a finite set without edges, diffusion of particles", () => {
  assert.throws(
    () => runTask({ ...still, geometry: { name: "wasserstein" } }, bare),
    /refused: transport × identity on finite-set.*no edges/,
  );
  const state = { name: "gaussian", mean: 0, covariance: 1 } as const;
  const cloud: RateRun = { ...still, space: { name: "particles", n: 3, d: 1 }, state, geometry: { name: "h-minus-1" } };
  const force = {
    name: "differential",
    energy: { name: "potential", potential: { name: "double-well", depth: 1 } },
  } as const;
  assert.throws(() => runTask({ ...cloud, force }, bare), /diffusion × identity/);
});

test("A-9: at an empty node the rate of KL is its limit: 0 under Hellinger, all that flows in under Wasserstein, where R = ∞", () => {
  const of = (geometry: RateRun["geometry"]): ReturnType<typeof runTask> =>
    runTask(
      {
        task: "rate",
        space: { name: "grid1d", n: 4, interval: [0, 4] },
        state: { name: "masses", values: [0.5, 0.3, 0.2, 0] },
        geometry,
        force: {
          name: "differential",
          energy: { name: "kl", target: { name: "masses", values: [0.1, 0.2, 0.3, 0.4] } },
        },
      },
      bare,
    );
  const [hellinger, wasserstein, l2] = (["hellinger", "wasserstein", "l2"] as const).map(name => of({ name }));
  assert.deepEqual([hellinger.status, wasserstein.status, l2.status], ["completed", "completed", "uncertified"]);
  closeTo([dataOf(hellinger, "rate")[3]], [0], 0);
  closeTo(dataOf(hellinger, "primal"), dataOf(hellinger, "dual"), 1e-13);
  // θ(m, ε) log(m/ε …) = m + O(1/log 1/ε) for the logarithmic mean θ
  closeTo([dataOf(wasserstein, "rate")[3]], [0.2], 1e-3);
  for (const name of ["dual", "primal", "dissipation"]) assert.equal(dataOf(wasserstein, name)[0], Infinity);
  assert.equal(dataOf(l2, "rate")[3], Infinity);
});
