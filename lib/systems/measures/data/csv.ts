import { checkCount, refuseFile } from "./limits.js";
import { textOf } from "./text.js";
import type { Sheet } from "./table.js";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/**
 * A cell without surrounding blanks and, if it is quoted, without its quotes; quoted commas are not understood and
 * refused.
 */
function cells(path: string, line: string, at: number): readonly string[] {
  return line.split(",").map(raw => {
    const cell = raw.trim();
    const inner = /^"([^"]*)"$/.exec(cell);
    if (!inner && cell.includes('"')) refuseFile(path, `the quotes of ${cell} do not close before the comma`, at);
    return inner ? inner[1] : cell;
  });
}

function numberOf(path: string, cell: string, column: string, at: number): number {
  if (!NUMBER.test(cell)) refuseFile(path, `${JSON.stringify(cell)} in column ${column} is not a decimal number`, at);
  const value = Number(cell);
  return Number.isFinite(value) ? value : refuseFile(path, `${cell} in column ${column} is too large for a double`, at);
}

function header(path: string, line: string, at: number): readonly string[] {
  const columns = cells(path, line, at);
  const double = columns.find((c, i) => columns.indexOf(c) !== i);
  if (columns.every(c => NUMBER.test(c))) refuseFile(path, "the first line must name the columns", at);
  if (columns.includes("")) refuseFile(path, "a column has no name", at);
  return double === undefined ? columns : refuseFile(path, `two columns are called ${JSON.stringify(double)}`, at);
}

function rowOf(path: string, columns: readonly string[], line: string, at: number): readonly number[] {
  const row = cells(path, line, at);
  if (row.length !== columns.length) refuseFile(path, `${row.length} cells under ${columns.length} column names`, at);
  return row.map((cell, i) => numberOf(path, cell, columns[i], at));
}

/** Comma-separated numbers under one line of column names; blank lines and lines that begin with # are left out. */
export function parseCsv(path: string, bytes: Uint8Array): Sheet {
  const lines = textOf(path, bytes)
    .split(/\r\n|\n|\r/)
    .map((text, i) => ({ text, at: i + 1 }));
  const [first, ...rest] = lines.filter(({ text }) => text.trim() !== "" && !text.startsWith("#"));
  if (first === undefined || rest.length === 0)
    return refuseFile(path, "a line of column names and at least one row are needed");
  const columns = header(path, first.text, first.at);
  checkCount(path, rest.length * columns.length);
  return { columns, rows: rest.map(({ text, at }) => rowOf(path, columns, text, at)) };
}
