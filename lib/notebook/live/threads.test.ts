import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { test } from "node:test";
import type { FlowRun } from "../../experiments/language/types.generated.js";
import { runAll } from "./threads.js";
import { small as good } from "../../experiments/tasks/fixtures.js";

test("one refused run discards no other in a notebook: results come in the order of the requests, the refusal among them", async () => {
  const tasks: readonly FlowRun[] = [good, { ...good, geometry: { name: "wasserstein" } }, good];
  const requests = tasks.map(task => ({ task, seed: 1, folder: tmpdir(), project: tmpdir(), watched: false }));
  const nobody = { progress: () => undefined, sofar: () => undefined };
  const results = await runAll(requests, nobody, new AbortController().signal);
  assert.deepEqual(
    results.map(({ status }) => status),
    ["completed", "refused", "completed"],
  );
  assert.match(results[1].reason, /^transport × identity on finite-set/);
  assert.deepEqual(results[0].outputs.F.data, results[2].outputs.F.data);
});
