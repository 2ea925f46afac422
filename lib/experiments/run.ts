import { type Draft, experimentOf } from "./check.js";
import { conclude } from "./language/conclude.js";
import type { ExperimentResult } from "./language/result.js";
import { unitKey, unitsOf } from "./language/units.js";
import { type Surroundings, readerOf } from "./surroundings.js";
import { attempt } from "./tasks/attempt.js";

/** What a spec in memory may ask of its surroundings, and whom it tells how far it is. */
export interface RunOptions extends Surroundings {
  /** One of the profiles of the spec; default: the experiment itself. */
  readonly profile?: string;
  /** Called now and then with the fraction done, in [0, 1]. */
  progress?(fraction: number): void;
}

/**
 * Runs a spec in memory: its runs with outputs, status and reason at every point of their axes, certificates and notes,
 * and its claims with the numbers that decide them. The bits are those of `flows run`. Of a spec only `runs` is needed.
 * A run that is refused or fails is a status and costs no other. Refuses a spec with mistakes, all of them at once.
 *
 * ```ts
 * const { runs, claims } = experiments.run({
 *   runs: {
 *     flow: {
 *       task: "flow",
 *       space: { name: "finite-set", n: 3 },
 *       initial: { name: "random", seed: 1 },
 *       energy: { name: "kl", target: { name: "uniform" } },
 *       geometry: { name: "hellinger" },
 *       integrator: { name: "rk4" },
 *       time: { end: 1, steps: 100, records: 10 },
 *       record: { F: { name: "energy" } },
 *     },
 *   },
 * });
 * const energies = runs.flow.outputs.F.data; // at 11 times
 * const holds = claims.every(claim => claim.holds);
 * ```
 */
export function run(draft: Draft, { progress, ...surroundings }: RunOptions = {}): ExperimentResult {
  const spec = experimentOf(draft, surroundings);
  const units = unitsOf(spec);
  const readFile = readerOf(surroundings);
  const results = units.map((unit, i) => {
    const context = { seed: spec.seed, readFile, progress: (f: number) => progress?.((i + f) / units.length) };
    return [unitKey(unit), attempt(unit.task, context)] as const;
  });
  return conclude(spec.id, spec, new Map(results));
}
