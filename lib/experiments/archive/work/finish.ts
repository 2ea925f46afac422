import { conclude } from "../../language/conclude.js";
import type { ExperimentResult } from "../../language/result.js";
import type { RunResult } from "../../tasks/task.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { readCached } from "./cache.js";
import type { Failures } from "./compute-all.js";
import type { Prepared } from "./prepare.js";

/**
 * The result of an experiment whose units are in the cache, but for those that failed.
 */
export function finish({ path, spec, work }: Prepared, cache: string, failures: Failures): ExperimentResult {
  const read = (key: string, name: string): RunResult =>
    readCached(cache, key) ?? refuse(`the stored result of ${path}: ${name} is damaged; run again`);
  const resultOf = (key: string, name: string): RunResult => failures.get(name) ?? read(key, name);
  return conclude(path, spec, new Map(work.map(({ name, key }) => [name, resultOf(key, name)])));
}
