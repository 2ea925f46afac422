import assert from "node:assert/strict";
import { test } from "node:test";
import { killRandomly } from "./kill.js";

test("after 20 kills at random moments one reproduce leaves the archive whole and equal", async () => {
  const { hashes, undisturbed, early } = await killRandomly(20, 1);
  assert.deepEqual(hashes, undisturbed);
  assert.ok(early >= 5, `only ${early} kills came before the end`);
});
