import assert from "node:assert/strict";
import { test } from "node:test";
import type { RobustRun } from "../language/types.generated.js";
import { attempt } from "./attempt.js";
import { bare, dataOf } from "./fixtures.js";
import { runTask } from "./index.js";

const DIE: RobustRun = {
  task: "robust",
  space: { name: "particles", n: 3, d: 1 },
  measure: { name: "samples", data: { name: "inline", points: [[0], [1], [2]] } },
  loss: { name: "function", of: "3*x" },
  ball: { name: "chi-square", radius: 0.24 },
};

test("χ² ball of a linear loss on {0, 1, 2}: 3 + √(0.24 · 6) = 4.2, with its worst case, in one task", () => {
  const result = runTask(DIE, bare);
  assert.equal(result.status, "completed", result.reason);
  assert.ok(Math.abs(dataOf(result, "value")[0] - 4.2) < 1e-14);
  assert.ok(Math.abs(dataOf(result, "gap")[0]) < 1e-14);
  // p (1 + √r (ℓ - 3)/√6) = ⅓ (1 ± 0.6)
  [0.4 / 3, 1 / 3, 1.6 / 3].forEach((w, i) => assert.ok(Math.abs(dataOf(result, "worst")[i] - w) < 1e-14));
});

test("support: a W_1 ball moves mass to points that the nominal measure does not have; mmd too", () => {
  const support: RobustRun["measure"] = { name: "samples", data: { name: "inline", points: [[4]] } };
  const wasserstein = runTask({ ...DIE, ball: { name: "wasserstein", order: 1, radius: 0.5 }, support }, bare);
  assert.ok(Math.abs(dataOf(wasserstein, "value")[0] - 4.5) < 1e-14);
  const mmd = { name: "mmd", kernel: { name: "laplace", bandwidth: 1 }, radius: 0.1 } as const;
  const [without, within] = [DIE, { ...DIE, support }].map(
    run => dataOf(runTask({ ...run, ball: mmd }, bare), "value")[0],
  );
  assert.ok(within > without + 0.01);
});

const EXAMPLES: RobustRun = {
  task: "robust",
  space: { name: "particles", n: 4, d: 1 },
  measure: { name: "samples", data: { name: "inline", points: [[0], [1], [2], [4]], labels: [1, 0, 3, 5] } },
  loss: { name: "squared" },
  ball: { name: "wasserstein", order: 2, radius: 0.5 },
  theta: [1],
  test: { name: "inline", points: [[1]], labels: [3] },
};

test("examples: (√MSE + r|θ|)² = (1 + 0.5)² at θ = 1, the loss 4 on the test set; the robust θ is no worse", () => {
  const at = runTask(EXAMPLES, bare);
  assert.deepEqual([at.status, dataOf(at, "testLoss")[0], dataOf(at, "nominalValue")[0]], ["completed", 4, 1]);
  assert.ok(Math.abs(dataOf(at, "value")[0] - 2.25) < 1e-14);
  const found = runTask({ ...EXAMPLES, theta: undefined }, bare);
  assert.equal(found.status, "completed", found.reason);
  assert.ok(dataOf(found, "value")[0] < 2.25 && dataOf(found, "gap")[0] < 1e-8);
});

test("what makes no sense is refused at once with what to do: labels, dimensions, parameters, conditional kernels, spaces", () => {
  const refusedAs: readonly (readonly [Partial<RobustRun>, RegExp])[] = [
    [{ theta: [1] }, /a function has no parameter: leave `theta`/],
    [{ loss: { name: "squared" } }, /needs labels y: name the `label`/],
    [{ loss: { name: "squared" }, measure: { name: "dirac", at: 0 } }, /needs `samples` of data with labels/],
    [
      { space: { name: "gaussian", d: 1 }, measure: { name: "gaussian", mean: 0, covariance: 1 } },
      /a ball needs points/,
    ],
    [
      { ball: { name: "mmd", kernel: { name: "riesz", exponent: 1 }, radius: 1 } },
      /conditionally definite: take a definite kernel/,
    ],
    [{ ...EXAMPLES, theta: [1, 2] }, /theta has 2 entries where the loss has 1/],
    [{ ...EXAMPLES, loss: { name: "logistic" } }, /label 3 is 3: the logistic loss needs 0 and 1/],
    [{ ...EXAMPLES, ball: { name: "wasserstein", order: 1, radius: 1 } }, /no Lipschitz constant.*take order 2/],
  ];
  for (const [change, message] of refusedAs) {
    const { status, reason } = attempt({ ...DIE, ...change } as RobustRun, bare);
    assert.equal(status, "refused", reason);
    assert.match(reason, message);
  }
});
