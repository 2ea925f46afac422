import assert from "node:assert/strict";
import { test } from "node:test";
import { killRandomly } from "./kill.js";

/** Six kills here; `npm run test:kill 20` takes as long as it says. */
test("after kills at random moments one reproduce leaves the archive whole and equal", async () => {
  const { hashes, undisturbed } = await killRandomly(6, 1);
  assert.deepEqual(hashes, undisturbed);
});
