import type { ExperimentResult } from "../spec/result.js";
import type { Figure } from "../spec/types.generated.js";
import type { Theme } from "./theme.js";

/** Plotly JSON; nothing here knows plotly. */
export interface PlotlyFigure {
  readonly data: readonly Readonly<Record<string, unknown>>[];
  readonly layout: Readonly<Record<string, unknown>>;
}

/** A figure: results in, plotly JSON out. No file system, no clock, no randomness. */
export type FigureFunction<F extends Figure> = (binding: F, result: ExperimentResult, theme: Theme) => PlotlyFigure;
