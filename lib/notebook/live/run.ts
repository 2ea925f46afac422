import { dirname } from "node:path";
import { refuse } from "../../arithmetic/refusal.js";
import { endingsOf } from "../../experiments/language/endings.js";
import { conclude } from "../../experiments/language/conclude.js";
import type { ExperimentResult } from "../../experiments/language/result.js";
import type { Experiment } from "../../experiments/language/types.generated.js";
import { type Unit, unitKey, unitsOf } from "../../experiments/language/units.js";
import type { RunResult } from "../../experiments/tasks/task.js";
import { onInterrupt } from "../display/sink.js";
import { markShown } from "../display/show.js";
import { notebookFolder, packageRoot } from "../package-folder.js";
import { openLiveDisplay } from "./live-display.js";
import type { Listener } from "../../experiments/archive/work/pool.js";
import type { Draft } from "../../experiments/check.js";
import { experimentOf, specFileOf, specOf } from "./spec.js";
import { runAll } from "./threads.js";

/** The run, and where on its axes. */
const wordsOf = ({ run: name, point }: Unit): string =>
  [name, ...Object.entries(point).map(([axis, label]) => `${axis} = ${label}`)].join(", ");

const mean = (fractions: readonly number[]): number =>
  fractions.reduce((a, b) => a + b, 0) / Math.max(1, fractions.length);

const named = (id: string): { readonly experiment: Experiment; readonly folder: string } => ({
  experiment: specOf(id),
  folder: dirname(specFileOf(id).file),
});

/** Where no run has a result, there is nothing to show but why. */
function refuseEmpty(result: ExperimentResult): void {
  const endings = endingsOf(result);
  if (endings.every(({ status, fine }) => (status === "refused" || status === "failed") && !fine))
    refuse([...new Set(endings.map(({ run: name, reason }) => `${name}: ${reason}`))].join("; "));
}

/**
 * Runs a spec, or the experiment of this name: below the cell a bar shows how far it is and the figures follow the
 * flows; in the end stand the figures and the claims. Of a spec only `runs` is needed. Refuses a wrong spec with all
 * its mistakes; can be interrupted.
 */
export async function run(spec: string | Draft): Promise<ExperimentResult> {
  const { experiment, folder } =
    typeof spec === "string" ? named(spec) : { experiment: experimentOf(spec), folder: notebookFolder() };
  const units = unitsOf(experiment);
  const names = units.map(unitKey);
  const display = openLiveDisplay(experiment, units);
  const fractions = units.map(() => 0);
  const results = new Map<string, RunResult>();
  const interruption = new AbortController();
  const forget = onInterrupt(() => interruption.abort());
  const listener: Listener = {
    progress: (i, fraction) => {
      fractions[i] = fraction;
      if (display.watched) display.progress(mean(fractions), wordsOf(units[i]));
    },
    sofar: (i, result) => display.sofar(results.set(names[i], result)),
  };
  const requests = units.map(({ task }) => ({
    task,
    seed: experiment.seed,
    folder,
    project: packageRoot,
    watched: display.watched,
  }));
  try {
    const done = await runAll(requests, listener, interruption.signal);
    const result = conclude(experiment.id, experiment, new Map(done.map((unit, i) => [names[i], unit])));
    refuseEmpty(result);
    display.finish(result);
    markShown(result);
    return result;
  } catch (error) {
    interruption.abort();
    display.abandon(mean(fractions));
    throw error;
  } finally {
    forget();
  }
}
