import { plainTitle } from "../figures/plain-text.js";
import { escapeMarkup } from "../markup.js";

/** Rows under column names. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const DIGITS = 6;

const cell = (value: string | number): string =>
  typeof value === "number" && !Number.isInteger(value) ? String(Number(value.toPrecision(DIGITS))) : String(value);

const row = (tag: "td" | "th", cells: readonly string[]): string =>
  `<tr>${cells.map(text => `<${tag} style="text-align:left">${escapeMarkup(text)}</${tag}>`).join("")}</tr>`;

/** A table that front ends style as their own; `$…$` in it is typeset where mathematics is. */
export function htmlTable({ columns, rows }: Table): string {
  const body = rows.map(cells => row("td", cells.map(cell)));
  return `<table>\n<thead>${row("th", columns)}</thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table>`;
}

/** The beginning of a text that is longer. */
const clipped = (text: string, widest: number): string =>
  text.length <= widest ? text : `${text.slice(0, widest - 1)}…`;

/** Columns as wide as their widest cell, or as `widest` letters; `$…$` is set in letters. */
export function textTable({ columns, rows }: Table, widest: number = Infinity): string {
  const lines = [columns, ...rows].map(cells => cells.map(value => clipped(plainTitle(cell(value)), widest)));
  const widths = columns.map((_, c) => Math.max(...lines.map(line => (line[c] ?? "").length)));
  return lines
    .map(line =>
      line
        .map((text, c) => text.padEnd(widths[c]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
