import assert from "node:assert/strict";
import test from "node:test";
import { vec } from "../arithmetic/vectors.js";
import { filledWith } from "./empty-nodes.js";

test("empty nodes are filled with ε times the mean mass, in whatever unit masses are counted", () => {
  for (const unit of [1, 1e-9, 4e7])
    assert.deepEqual(
      filledWith(1e-3, vec(0, 3 * unit, 5 * unit, 0)),
      vec(2e-3 * unit, 3 * unit, 5 * unit, 2e-3 * unit),
    );
});
