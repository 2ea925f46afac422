import assert from "node:assert/strict";
import { test } from "node:test";
import { affordableJobs } from "./affordable.js";

test("B7: as many units at a time as fit together whichever meet: Σ of the k largest ≤ memory, at least one", () => {
  const giga = 1e9;
  assert.equal(affordableJobs(4, [giga, giga, giga, giga], 2.5 * giga), 2);
  assert.equal(affordableJobs(4, [3 * giga, giga, giga], 4 * giga), 2, "the largest may meet one other");
  assert.equal(affordableJobs(4, [9 * giga, 1], 4 * giga), 1);
  assert.equal(
    affordableJobs(
      2,
      Array.from({ length: 100 }, () => 1),
      giga,
    ),
    2,
  );
  assert.equal(affordableJobs(8, [giga, giga], 4 * giga), 8, "nothing is kept back where all units fit");
  assert.equal(affordableJobs(3, [], giga), 3);
});
