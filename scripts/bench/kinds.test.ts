import assert from "node:assert/strict";
import { test } from "node:test";
import { loadSpec } from "../../lib/experiments/archive/work/load.js";
import { projectAt } from "../../lib/experiments/archive/work/project.js";
import { packageRoot } from "../specs.js";
import { KINDS, unitsOfKinds } from "./kinds.js";

test("the units that estimates are measured on are a correct spec of every long task", () => {
  assert.ok("spec" in loadSpec(projectAt(packageRoot), KINDS));
  const tasks = new Set(Object.values(unitsOfKinds()).map(({ task }) => task));
  assert.deepEqual([...tasks].sort(), ["curve", "distance", "flow", "regression", "spectrum"]);
});
