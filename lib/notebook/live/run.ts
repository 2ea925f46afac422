import { dirname, join } from "node:path";
import { refuse } from "../../arithmetic/refusal.js";
import { endingsOf } from "../../experiments/language/endings.js";
import { conclude } from "../../experiments/language/conclude.js";
import type { ExperimentResult } from "../../experiments/language/result.js";
import type { Experiment } from "../../experiments/language/types.generated.js";
import { type Unit, unitKey, unitsOf } from "../../experiments/language/units.js";
import type { RunResult } from "../../experiments/tasks/task.js";
import { onInterrupt } from "../display/sink.js";
import { markShown } from "../display/show.js";
import { notebookFolder } from "../package-folder.js";
import { openLiveDisplay } from "./live-display.js";
import { packageRoot } from "../../experiments/archive/package-root.js";
import type { Listener } from "../../experiments/archive/work/pool.js";
import { storedIn } from "../../experiments/archive/work/stored.js";
import type { Draft } from "../../experiments/check.js";
import { experimentOf, project, specFileOf, specOf } from "./spec.js";
import { runAll } from "./threads.js";

/** The run, and where on its axes. */
const wordsOf = ({ run: name, point }: Unit): string =>
  [name, ...Object.entries(point).map(([axis, label]) => `${axis} = ${label}`)].join(", ");

const mean = (fractions: readonly number[]): number =>
  fractions.reduce((a, b) => a + b, 0) / Math.max(1, fractions.length);

/** A spec, and the file where it lies, or would. */
interface Filed {
  readonly experiment: Experiment;
  readonly file: string;
}

const named = (id: string): Filed => ({ experiment: specOf(id), file: specFileOf(id).file });
const drafted = (draft: Draft): Filed => ({
  experiment: experimentOf(draft),
  file: join(notebookFolder(), "notebook.json"),
});

/** What the store holds of the units of an experiment, under their names. */
function storedOf(file: string, experiment: Experiment, units: readonly Unit[]): Map<string, RunResult> {
  const stored = storedIn(project, file, experiment);
  return new Map(
    units.flatMap(unit => {
      const result = stored(unit);
      return result ? [[unitKey(unit), result] as const] : [];
    }),
  );
}

/** Where no run has a result, there is nothing to show but why. */
function refuseEmpty(result: ExperimentResult): void {
  const endings = endingsOf(result);
  if (endings.every(({ status, fine }) => (status === "refused" || status === "failed") && !fine))
    refuse([...new Set(endings.map(({ run: name, reason }) => `${name}: ${reason}`))].join("; "));
}

/**
 * Runs a spec, or the experiment of this name: below the cell a bar shows how far it is and the figures follow the
 * flows; in the end stand the figures and the claims. Where nobody sees it run, as when notebooks are checked, what the
 * store of the project holds of the same task, seed, data and code is not computed again. Of a spec only `runs` is
 * needed. Refuses a wrong spec with all its mistakes; can be interrupted.
 */
export async function run(spec: string | Draft): Promise<ExperimentResult> {
  const { experiment, file } = typeof spec === "string" ? named(spec) : drafted(spec);
  const all = unitsOf(experiment);
  const display = openLiveDisplay(experiment, all);
  const results = display.watched ? new Map<string, RunResult>() : storedOf(file, experiment, all);
  const units = all.filter(unit => !results.has(unitKey(unit)));
  const names = units.map(unitKey);
  const fractions = units.map(() => 0);
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
    folder: dirname(file),
    project: packageRoot,
    watched: display.watched,
  }));
  try {
    const done = await runAll(requests, listener, interruption.signal);
    done.forEach((result, i) => results.set(names[i], result));
    const result = conclude(experiment.id, experiment, results);
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
