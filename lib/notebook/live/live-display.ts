import { drawFigure } from "../../display/figures/index.js";
import type { PlotlyFigure } from "../../display/figures/plotly-figure.js";
import { assemble } from "../../experiments/language/assemble.js";
import type { ExperimentResult } from "../../experiments/language/result.js";
import type { Experiment } from "../../experiments/language/types.generated.js";
import { type Unit, unitKey } from "../../experiments/language/units.js";
import type { RunResult } from "../../experiments/tasks/task.js";
import { figureBundle, progressBundle, resultBundle, textBundle } from "../display/bundles.js";
import { type DisplaySink, displaySink } from "../display/sink.js";
import { paint } from "../display/painter.js";
import { displayId, finishFigure } from "../display/show.js";

let watched = true;

/** From now on only the end of a run is shown: nobody is there to see more. */
export const unwatch = (): void => {
  watched = false;
};

/** The displays below a cell that runs an experiment: one for each figure, and one for progress, then for claims. */
export interface LiveDisplay {
  /** Whether anybody sees what it shows before the end. */
  readonly watched: boolean;
  progress(fraction: number, words: string): void;
  /** Draws what can be drawn of the results so far. */
  sofar(results: ReadonlyMap<string, RunResult>): void;
  finish(result: ExperimentResult): void;
  /** Leaves what is there and says how far it came. */
  abandon(fraction: number): void;
}

const NOTHING: RunResult = { status: "stopped", reason: "has not begun", outputs: {}, coordinates: {}, notes: {} };

/** The experiment as far as it is: claims are not judged before the end. */
const sofarOf = (
  spec: Experiment,
  units: readonly Unit[],
  results: ReadonlyMap<string, RunResult>,
): ExperimentResult => ({
  path: spec.id,
  spec,
  claims: [],
  runs: assemble(spec, new Map(units.map(unit => [unitKey(unit), results.get(unitKey(unit)) ?? NOTHING]))),
});

/** A figure whose runs have something to show; badges wait for the claims. */
function attempt(result: () => ExperimentResult, name: string): PlotlyFigure | undefined {
  try {
    return drawFigure(result(), name, "light");
  } catch {
    return undefined;
  }
}

/** One figure that changes while the run goes on. */
interface LiveFigure {
  /** Shows the figure with its picture, unless the picture before it is still being painted: then it is skipped. */
  refresh(figure: PlotlyFigure): void;
  /** Shows the last figure. */
  finish(figure: PlotlyFigure): void;
  /** Says why there is no figure. */
  fail(text: string): void;
}

function liveFigure({ update }: DisplaySink, id: string): LiveFigure {
  let busy = false;
  let finished = false;
  const refresh = (figure: PlotlyFigure): void => {
    if (busy) return;
    busy = true;
    const free = (): void => {
      busy = false;
    };
    paint(figure)
      .then(png => finished || update(figureBundle(figure, png), id))
      .then(free, free);
  };
  const finish = (figure: PlotlyFigure): void => {
    finished = true;
    finishFigure(figure, id);
  };
  const fail = (text: string): void => {
    finished = true;
    update(textBundle(text), id);
  };
  return { refresh, finish, fail };
}

/** Opens the displays of an experiment in the cell that runs. */
export function openLiveDisplay(spec: Experiment, units: readonly Unit[]): LiveDisplay {
  const out = displaySink();
  const figures = Object.keys(spec.figures).map(name => {
    const id = displayId();
    out.display(textBundle(`[figure ${name}: nothing to draw yet]`), id);
    return { name, live: liveFigure(out, id) };
  });
  const bar = displayId();
  out.display(progressBundle(0, "begins"), bar);
  return {
    watched,
    progress: (fraction, words) => out.update(progressBundle(fraction, words), bar),
    sofar: results => {
      for (const { name, live } of figures) {
        const figure = attempt(() => sofarOf(spec, units, results), name);
        if (figure) live.refresh(figure);
      }
    },
    finish: result => {
      for (const { name, live } of figures) {
        const figure = attempt(() => result, name);
        if (figure) live.finish(figure);
        else live.fail(`[figure ${name}: cannot be drawn, because a run of it has no result]`);
      }
      out.update(resultBundle(result), bar);
    },
    abandon: fraction => out.update(progressBundle(fraction, "stopped"), bar),
  };
}
