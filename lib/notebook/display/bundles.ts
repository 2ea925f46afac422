import { inspect } from "node:util";
import { plainText, plainTitle } from "../../display/figures/plain-text.js";
import type { PlotlyFigure } from "../../display/figures/plotly-figure.js";
import type { ExperimentResult } from "../../experiments/language/result.js";
import type { Bundle } from "./sink.js";
import { packed } from "./packed.js";
import { factored } from "./factored.js";
import { withMathematics } from "../../display/notation/plain-notation.js";
import { claimsTable, publishedSources, type SaidClaim, saidClaims, tally } from "../../display/tables/claims.js";
import { runLines, runsTable } from "../../display/tables/runs.js";
import { valuesTable } from "../../display/tables/values.js";
import { escapeMarkup } from "../../display/markup.js";
import { htmlTable, type Table, textTable } from "../../display/tables/table.js";
import { FINE, simplified, type Tolerance } from "./simplify.js";

const PLOTLY = "application/vnd.plotly.v1+json";

/** Arrays as JSON knows them, and numbers with so many digits. */
const plain = <T>(value: T, digits: number): T =>
  JSON.parse(
    JSON.stringify(value, (_, child: unknown) => {
      if (ArrayBuffer.isView(child)) return Array.from(child as Float64Array);
      return typeof child === "number" ? Number(child.toPrecision(digits)) : child;
    }),
  ) as T;

interface Annotated {
  readonly annotations?: readonly { readonly text?: unknown }[];
}

/**
 * What a figure says where no picture can be shown: its title, which is its first bold line, and the number of its
 * traces.
 */
function figureText({ data, layout }: PlotlyFigure): string {
  const texts = ((layout as Annotated).annotations ?? []).map(({ text }) => String(text));
  const title = texts.find(text => text.startsWith("<b>"));
  return `[figure${title === undefined ? "" : `: ${plainText(title)}`} (${data.length} traces)]`;
}

/** How closely a notebook keeps a figure. */
interface Fineness extends Tolerance {
  /** Of numbers that are not packed. */
  readonly digits: number;
}

/** Nothing that can be seen is lost: a thousandth of a pixel. */
const PAGE: Fineness = { ...FINE, digits: 7 };

/** What a wall shows: half a pixel of a curve, a fiftieth of a field. */
const WALL: Fineness = { curve: 0.5, field: 0.02, digits: 5 };

const config = { displaylogo: false };

/** A figure as plotly draws it, and words. */
function alive(figure: PlotlyFigure, fineness: Fineness): Bundle["data"] {
  const { data, layout } = factored(simplified(figure, fineness));
  const { digits } = fineness;
  return {
    [PLOTLY]: { data: data.map(trace => packed(plain(trace, digits))), layout: plain(layout, digits), config },
    "text/plain": figureText(figure),
  };
}

/** A figure: alive where plotly is known, a picture (if it is painted already) everywhere else, and words. */
export function figureBundle(figure: PlotlyFigure, png?: Uint8Array): Bundle {
  const { width, height } = figure.layout;
  return {
    data: {
      ...alive(figure, PAGE),
      ...(png && { "image/png": Buffer.from(png).toString("base64") }),
    },
    metadata: png ? { "image/png": { width, height } } : {},
  };
}

/** A figure of a talk: alive, and light, since it stands with its picture in its chapter. */
export const slideBundle = (figure: PlotlyFigure): Bundle => ({ data: alive(figure, WALL), metadata: {} });

export const textBundle = (text: string): Bundle => ({ data: { "text/plain": text }, metadata: {} });

/** Any value as Node prints it. */
export const valueBundle = (value: unknown): Bundle =>
  textBundle(
    typeof value === "string"
      ? value
      : inspect(value, { depth: 4, maxArrayLength: 20, breakLength: 100, colors: false }),
  );

export const tableBundle = (table: Table): Bundle => ({
  data: { "text/html": htmlTable(table), "text/plain": textTable(table) },
  metadata: {},
});

const listed = (lines: readonly string[]): string =>
  lines.length === 0 ? "" : `\n<ul>${lines.map(line => `<li>${escapeMarkup(line)}</li>`).join("")}</ul>`;

/** The claims as a table, whose reasons are typeset where pages are, and below it where published numbers stand. */
export function claimsBundle(claims: readonly SaidClaim[]): Bundle {
  const set = claims.map(claim => ({ ...claim, because: withMathematics(claim.because) }));
  const sources = publishedSources(claims);
  return {
    data: {
      "text/html": `<p>${tally(claims)}</p>\n${htmlTable(claimsTable(set))}${listed(sources)}`,
      "text/plain": [tally(claims), textTable(claimsTable(set)), ...sources.map(plainTitle)].join("\n"),
    },
    metadata: {},
  };
}

/**
 * The claims of a result, and what its runs say of themselves; before that the numbers, where no claim says more of
 * them than that runs end.
 */
export function resultBundle(result: ExperimentResult): Bundle {
  const { data, metadata } = claimsBundle(saidClaims(result));
  const silent = result.claims.every(({ claim }) => claim === "ends");
  const values = silent ? [valuesTable(result)].filter(({ rows }) => rows.length > 0) : [];
  const table = runsTable(result);
  const lines = runLines(result);
  const runs = `<details open><summary>runs</summary>\n${htmlTable(table)}${listed(lines)}</details>`;
  return {
    data: {
      "text/html": [...values.map(htmlTable), data["text/html"], runs].join("\n"),
      "text/plain": [
        ...values.map(each => textTable(each)),
        data["text/plain"],
        textTable(table),
        ...lines.map(plainTitle),
      ].join("\n"),
    },
    metadata,
  };
}

/** Mathematics; between `$$` unless it says how it wants to stand. */
export const latexBundle = (latex: string): Bundle => ({
  data: { "text/latex": /^\s*(\$|\\begin)/.test(latex) ? latex : `$$${latex}$$`, "text/plain": latex },
  metadata: {},
});

const BAR = 24;

/** How far something is. */
export function progressBundle(fraction: number, words: string): Bundle {
  const full = Math.round(BAR * fraction);
  const percent = `${Math.floor(100 * fraction)} %`;
  return {
    data: {
      "text/html":
        `<progress value="${fraction.toFixed(3)}" max="1" ` +
        `style="width:20em;vertical-align:middle"></progress> ${percent} · ${words}`,
      "text/plain": `[${"█".repeat(full)}${"░".repeat(BAR - full)}] ${percent} · ${words}`,
    },
    metadata: {},
  };
}
