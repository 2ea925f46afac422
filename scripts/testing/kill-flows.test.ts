import assert from "node:assert/strict";
import { test } from "node:test";
import { killFlows } from "./kill-flows.js";

/** Two kills here; `npm run test:kill 30` takes as long as it says. */
test("long flows that are killed at random moments go on from where they were kept, and end with the same bits", async () => {
  const { digest, undisturbed } = await killFlows(2, 1);
  assert.equal(digest, undisturbed);
});
