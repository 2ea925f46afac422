import { readFileSync } from "node:fs";
import { join } from "node:path";
import { resolveRuns } from "../../lib/experiments/language/same-as.js";
import type { Experiment } from "../../lib/experiments/language/types.generated.js";
import type { ResolvedRun } from "../../lib/experiments/tasks/task.js";
import { packageRoot } from "../specs.js";

/**
 * A spec of units of different kinds, each of some seconds: integrators and spaces of all families, and every long
 * task.
 */
export const KINDS: string = join(packageRoot, "scripts/bench/kinds.json");

/** Its units under their names. */
export const unitsOfKinds = (): Readonly<Record<string, ResolvedRun>> =>
  resolveRuns(JSON.parse(readFileSync(KINDS, "utf8")) as Experiment);
