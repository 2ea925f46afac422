import type { Experiment } from "../../language/types.generated.js";
import type { Unit } from "../../language/units.js";
import type { RunResult } from "../../tasks/task.js";
import { keyOf, readCached } from "./cache.js";
import { currentCode } from "./code-version.js";
import { dataHashes, unitFolder, workKeyOf } from "./prepare.js";
import type { Project } from "./project.js";

/**
 * The results of units of a spec that the store of the project holds: of the same task, seed, data and code, so that
 * computing them anew gives the same bits. `file` is where the spec lies, beside its data.
 */
export function storedIn(project: Project, file: string, spec: Experiment): (unit: Unit) => RunResult | undefined {
  const parts = { spec, data: dataHashes(project, file, spec), code: currentCode() };
  return unit => readCached(unitFolder(project), keyOf(workKeyOf(parts, unit)));
}
