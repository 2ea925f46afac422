import assert from "node:assert/strict";
import { test } from "node:test";
import { forget, writeCached } from "../../experiments/archive/work/cache.js";
import { currentCode } from "../../experiments/archive/work/code-version.js";
import { prepare, unitFolder } from "../../experiments/archive/work/prepare.js";
import type { FlowRun } from "../../experiments/language/types.generated.js";
import { setDisplaySink } from "../display/sink.js";
import { unwatch } from "./live-display.js";
import { run } from "./run.js";
import { experimentOf, project } from "./spec.js";
import { small } from "../../experiments/tasks/fixtures.js";

/** No other test has a flow of so many steps. */
const flow: FlowRun = { ...small, time: { end: 1, steps: 1093, records: 1 } };

test("a run that somebody sees is computed; one that nobody sees is taken from the store", async () => {
  setDisplaySink({ display: () => undefined, update: () => undefined });
  const draft = { runs: { flow } };
  const { runs } = await run(draft);
  const spec = experimentOf(draft);
  const [{ key }] = prepare(project, "notebook", "notebook.json", spec, currentCode()).work;
  const { outputs, coordinates } = runs.flow;
  const told = { status: "completed", reason: "", outputs, coordinates, notes: { store: "told" } } as const;
  writeCached(unitFolder(project), key, told);
  try {
    assert.deepEqual((await run(draft)).runs.flow.notes, runs.flow.notes);
    unwatch();
    assert.match(JSON.stringify((await run(draft)).runs.flow), /"told"/);
  } finally {
    forget(unitFolder(project), key);
  }
  assert.doesNotMatch(JSON.stringify((await run(draft)).runs.flow), /"told"/);
});
