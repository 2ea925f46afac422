import assert from "node:assert/strict";
import { test } from "node:test";
import { runLines, runsTable } from "./runs.js";
import { STATUSES, type Status } from "../../experiments/tasks/task.js";
import { judge } from "../../experiments/language/claims.js";
import { accountOf, unexpectedEndings } from "../../experiments/language/endings.js";
import { evaluation } from "../../experiments/language/fixtures/results.js";
import type { ExperimentResult, RunArchive } from "../../experiments/language/result.js";
import type { Experiment } from "../../experiments/language/types.generated.js";

/** A run of two points with three records, the second of which ended after two. */
const archive = (status: Status): RunArchive => ({
  axes: ["seed"],
  status: [
    { status: "completed", reason: "reached t = 2" },
    { status, reason: "because" },
  ],
  outputs: {},
  coordinates: { t: Float64Array.of(0, 1, 2) },
  certificate: {
    absent: {},
    series: {
      mass: { dims: ["seed", "t"], shape: [2, 3], data: Float64Array.of(1, 1, 1, 1, 0.9, NaN) },
      balanceDefect: { dims: ["seed"], shape: [2], data: Float64Array.of(1e-9, -1e-3) },
      balanceUncertainty: { dims: ["seed"], shape: [2], data: Float64Array.of(1e-8, 2e-3) },
    },
  },
  notes: { mobility: "log mean" },
});

function resultOf(status: Status, ending?: Status): ExperimentResult {
  const axes = { seed: { axis: "values", values: [1, 2], set: ["/runs/flow/seed"] } };
  const ends = ending && { ends: { claim: "ends", run: "flow", status: ending, because: "it must", control: true } };
  const { spec, runs } = evaluation({ axes, claims: ends ?? {} } as unknown as Partial<Experiment>, {
    flow: archive(status),
  });
  return { path: "own", spec, runs, claims: judge(spec, runs) };
}

test("an ending is expected if it is no failure, or if a claim about the ends of this run holds", () => {
  for (const status of STATUSES) {
    const success = status === "completed" || status === "stopped";
    assert.equal(unexpectedEndings(resultOf(status)).length, success ? 0 : 1, status);
    if (success) continue;
    assert.deepEqual(unexpectedEndings(resultOf(status))[0].at, { seed: "2" });
    assert.deepEqual(unexpectedEndings(resultOf(status, "completed")), [], "a control that ends otherwise");
  }
});

test("the account of a run is its worst point: time reached, largest defect, least and largest mass", () => {
  const { statuses, ...account } = accountOf(archive("diverged"));
  assert.deepEqual(
    [...statuses],
    [
      ["completed", 1],
      ["diverged", 1],
    ],
  );
  const expected = { reached: 1, defect: -1e-3, uncertainty: 2e-3, mass: [0.9, 1] };
  assert.deepEqual(account, { ...expected, smallest: undefined, sampleSize: undefined });
});

test("table and lines say of a run how its points ended, what its certificate is worth, why it failed, and its notes", () => {
  const result = resultOf("uncertified");
  assert.deepEqual(runsTable(result), {
    columns: ["run", "ended", "t", "balance defect", "uncertainty", "mass"],
    rows: [["flow", "completed × 1, uncertified × 1", "1", "-0.001", "0.002", "0.9 … 1"]],
  });
  assert.deepEqual(runLines(result), ["✗ flow (seed = 2) uncertified: because", "note  flow: mobility: log mean"]);
});
