import { drawFigure } from "../../display/figures/index.js";
import type { PlotlyFigure } from "../../display/figures/plotly-figure.js";
import { assemble } from "../../experiments/language/assemble.js";
import type { ExperimentResult } from "../../experiments/language/result.js";
import type { Experiment } from "../../experiments/language/types.generated.js";
import { type Unit, unitKey } from "../../experiments/language/units.js";
import type { RunResult } from "../../experiments/tasks/task.js";
import { claimsBundle, figureBundle, progressBundle, textBundle } from "../display/bundles.js";
import { type Outlet, outlet } from "../display/outlet.js";
import { paint } from "../display/painter.js";
import { displayId, finishFigure } from "../display/show.js";

let watched = true;

/** From now on boards show only how a run ends: nobody is there to see more. */
export const unwatch = (): void => {
  watched = false;
};

/** The displays below a cell that runs an experiment: a place for each figure, and one for progress, then claims. */
export interface Board {
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

/** Shows frames of one figure, each painted before the next: those that come meanwhile are skipped. */
function film({ update }: Outlet, id: string): { frame(figure: PlotlyFigure): void; end(figure: PlotlyFigure): void } {
  let busy = false;
  let ended = false;
  const frame = (figure: PlotlyFigure): void => {
    if (busy) return;
    busy = true;
    const free = (): void => {
      busy = false;
    };
    paint(figure)
      .then(png => ended || update(figureBundle(figure, png), id))
      .then(free, free);
  };
  const end = (figure: PlotlyFigure): void => {
    ended = true;
    finishFigure(figure, id);
  };
  return { frame, end };
}

/** Opens the displays of an experiment in the cell that runs. */
export function openBoard(spec: Experiment, units: readonly Unit[]): Board {
  const out = outlet();
  const films = Object.keys(spec.figures).map(name => {
    const id = displayId();
    out.display(textBundle(`[figure ${name}: nothing to draw yet]`), id);
    return { name, film: film(out, id) };
  });
  const bar = displayId();
  out.display(progressBundle(0, "begins"), bar);
  return {
    watched,
    progress: (fraction, words) => out.update(progressBundle(fraction, words), bar),
    sofar: results => {
      for (const { name, film } of films) {
        const figure = attempt(() => sofarOf(spec, units, results), name);
        if (figure) film.frame(figure);
      }
    },
    finish: result => {
      for (const { name, film } of films) film.end(drawFigure(result, name, "light"));
      out.update(claimsBundle(result.claims), bar);
    },
    abandon: fraction => out.update(progressBundle(fraction, "stopped"), bar),
  };
}
