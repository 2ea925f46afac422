import type { Vec } from "../../arithmetic/vec.js";
import type { Evaluator } from "../../experiments/language/formula/evaluate.js";
import type { ExperimentResult } from "../../experiments/language/result.js";
import type { Figure } from "../../experiments/language/types.generated.js";
import type { ResolvedRun } from "../../experiments/tasks/task.js";
import type { Theme } from "./theme.js";

export type Json = Readonly<Record<string, unknown>>;

/** Plotly JSON; nothing here knows plotly. */
export interface PlotlyFigure {
  readonly data: readonly Json[];
  readonly layout: Json;
}

/** What a figure reads: the archived experiment, its runs without `same-as`, and the values of formulas. */
export interface Source {
  readonly result: ExperimentResult;
  readonly tasks: Readonly<Record<string, ResolvedRun>>;
  readonly evaluate: Evaluator;
  /** What the flows of code, which have no spec, run to. */
  readonly targets?: Readonly<Record<string, DrawnTarget>>;
}

/** A target: a density everywhere, its masses on the nodes of a line, or points. */
export type DrawnTarget =
  | { readonly kind: "density"; readonly logDensity: (x: Vec) => number }
  | { readonly kind: "nodes"; readonly heights: Vec }
  | { readonly kind: "points"; readonly points: Vec };

/** A figure: results in, plotly JSON out. No file system, no clock, no randomness. */
export type FigureFunction<F extends Figure> = (binding: F, source: Source, theme: Theme) => PlotlyFigure;

/** A part of a figure: figures are concatenations of parts. */
export interface Part {
  readonly data?: readonly Json[];
  readonly annotations?: readonly Json[];
  readonly shapes?: readonly Json[];
  /** xaxis2: {…}, yaxis2: {…} */
  readonly axes?: Json;
}
