import assert from "node:assert/strict";
import { test } from "node:test";
import type { RobustRun } from "../language/types.generated.js";
import { bare, dataOf } from "./fixtures.js";
import { runTask } from "./index.js";

const flowers = { name: "dataset", dataset: "iris", standardise: true } as const;
const fit = (n: number, draw: boolean): RobustRun => ({
  task: "robust",
  space: { name: "particles", n, d: 2 },
  measure: { name: "samples", data: flowers, draw },
  loss: { name: "squared", intercept: true },
  ball: { name: "kl", radius: 0 },
  test: flowers,
});

test("`draw` draws examples: least squares on n of 100 flowers exceeds the least loss L by about 3 L/n, and by the seed", () => {
  const loss = (run: RobustRun, seed: number): number => dataOf(runTask(run, { ...bare, seed }), "testLoss")[0];
  const least = loss(fit(100, false), 1);
  assert.equal(loss(fit(100, false), 2), least);
  const excess = Array.from({ length: 40 }, (_, seed) => loss(fit(50, true), seed) - least);
  assert.ok(excess.every(e => e > 0));
  const mean = excess.reduce((a, b) => a + b) / 40;
  assert.ok(mean > (1.5 / 50) * least && mean < (6 / 50) * least, `${mean} beside ${(3 / 50) * least}`);
});
