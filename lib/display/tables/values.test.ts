import assert from "node:assert/strict";
import { test } from "node:test";
import type { RunArchive } from "../../experiments/language/result.js";
import { valuesTable } from "./values.js";

const run = (outputs: RunArchive["outputs"]): RunArchive => ({
  axes: [],
  status: [{ status: "completed", reason: "computed" }],
  outputs,
  coordinates: { t: Float64Array.of(0, 2) },
  notes: {},
});

test("values: scalars and short vectors as they are, (axis, t, coordinate) at the last t, nothing long", () => {
  const table = valuesTable({
    runs: {
      distance: run({ value: { dims: [], shape: [], data: Float64Array.of(1 / 3) } }),
      flow: run({
        mean: { dims: ["a", "t", "coordinate"], shape: [2, 2, 2], data: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8) },
        worst: { dims: ["node"], shape: [7], data: new Float64Array(7) },
      }),
    },
  });
  assert.deepEqual(table, {
    columns: ["run", "output", "value", "at t"],
    rows: [
      ["distance", "value", "0.33333", ""],
      ["flow", "mean", "3, 4, 7, 8", "2"],
    ],
  });
});

test("values: no column of times where nothing has any; more than 30 rows are counted", () => {
  const one = { dims: [], shape: [], data: Float64Array.of(1) };
  const many = Object.fromEntries(Array.from({ length: 33 }, (_, i) => [`q${i}`, one]));
  const { columns, rows } = valuesTable({ runs: { all: run(many) } });
  assert.deepEqual(columns, ["run", "output", "value"]);
  assert.equal(rows.length, 31);
  assert.deepEqual(rows[30], ["…", "3 more", ""]);
});
