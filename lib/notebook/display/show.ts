import { randomUUID } from "node:crypto";
import { drawFigure } from "../../display/figures/index.js";
import type { PlotlyFigure } from "../../display/figures/plotly-figure.js";
import type { ExperimentResult } from "../../experiments/language/result.js";
import {
  claimsBundle,
  figureBundle,
  latexBundle,
  resultBundle,
  slideBundle,
  tableBundle,
  textBundle,
  valueBundle,
} from "./bundles.js";
import { type Bundle, defer, displaySink, type DisplaySink } from "./sink.js";
import { paint } from "./painter.js";
import type { SaidClaim } from "../../display/tables/claims.js";
import type { Table } from "../../display/tables/table.js";

/** Mathematics in TeX. */
export interface Latex {
  readonly latex: string;
}

/** A figure as a talk shows it. */
export interface Slide {
  readonly slide: PlotlyFigure;
}

/** The claims of an experiment with the numbers that decide them. */
export interface Claims {
  readonly claims: readonly SaidClaim[];
}

const session = randomUUID();
let displays = 0;

/** A name for a display that can be updated; front ends forget it when the notebook is saved. */
export const displayId = (): string => `${session}-${++displays}`;

const has = <K extends string>(value: unknown, ...keys: readonly K[]): value is Readonly<Record<K, unknown>> =>
  typeof value === "object" && value !== null && keys.every(key => key in value);

const isFigure = (value: unknown): value is PlotlyFigure => has(value, "data", "layout") && Array.isArray(value.data);
const isResult = (value: unknown): value is ExperimentResult => has(value, "spec", "runs", "claims", "path");
const isTable = (value: unknown): value is Table => has(value, "columns", "rows") && Array.isArray(value.columns);
const isLatex = (value: unknown): value is Latex => has(value, "latex") && typeof value.latex === "string";
const isSlide = (value: unknown): value is Slide => has(value, "slide") && isFigure(value.slide);
const isClaims = (value: unknown): value is Claims => has(value, "claims") && Array.isArray(value.claims);

/**
 * Shows a figure at once where it can be alive, and everywhere as soon as its picture is painted; the cell waits for
 * that.
 */
function showFigure(figure: PlotlyFigure, id: string = displayId()): void {
  displaySink().display(figureBundle(figure), id);
  finishFigure(figure, id);
}

/** Puts the figure with its picture in the place of the display, or says below it why there is none. */
export function finishFigure(figure: PlotlyFigure, id: string): void {
  const { display, update } = displaySink();
  defer(
    paint(figure).then(
      png => update(figureBundle(figure, png), id),
      (error: Error) => display(textBundle(error.message)),
    ),
  );
}

export const figuresOf = (result: ExperimentResult): readonly PlotlyFigure[] =>
  Object.keys(result.spec.figures).map(name => drawFigure(result, name, "light"));

function showResult(result: ExperimentResult): void {
  for (const figure of figuresOf(result)) showFigure(figure);
  displaySink().display(resultBundle(result));
}

function bundleOf(value: unknown): Bundle {
  if (isTable(value)) return tableBundle(value);
  if (isLatex(value)) return latexBundle(value.latex);
  if (isSlide(value)) return slideBundle(value.slide);
  return isClaims(value) ? claimsBundle(value.claims) : valueBundle(value);
}

/** Results and figures that a cell has shown, and where: each cell has a display sink of its own. */
const shown = new WeakMap<object, DisplaySink>();

export const markShown = (value: object): void => void shown.set(value, displaySink());

const isShown = (value: object): boolean => shown.get(value) === displaySink();

/**
 * Shows a value below the cell: a figure `{ data, layout }`, a result of `run` with its figures and claims, claims
 * `{ claims }`, a slide `{ slide }`, a table `{ columns, rows }`, mathematics `{ latex }`, and anything else as text. A
 * result stands below a cell once: also when the cell ran it, which has shown it already.
 */
export function show(value: unknown): void {
  if (isResult(value)) {
    if (!isShown(value)) showResult(value);
    markShown(value);
  } else if (isFigure(value)) {
    showFigure(value);
    markShown(value);
  } else displaySink().display(bundleOf(value));
}

/** The value of the last expression of a cell: shown unless the cell has done so. */
export function showValue(value: unknown): void {
  const already = (isResult(value) || isFigure(value)) && isShown(value);
  if (!already) show(value);
}
