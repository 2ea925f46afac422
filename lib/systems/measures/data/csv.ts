import Papa from "papaparse";
import { checkCount, MAX_NUMBERS, quoted, refuseFile } from "./limits.js";
import { textOf } from "./text.js";
import type { Sheet } from "./table.js";

/** A decimal number; every character can be matched in one way only, so that the test is linear in the length. */
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A cell that is no number, and where its row begins in the text. */
interface Fault {
  readonly cell: string;
  readonly at: number;
}

/** The numbers of a column as far as it is read; NaN where a cell is none. */
interface Column {
  readonly name: string;
  readonly numbers: number[];
  fault?: Fault;
}

/** A cell without surrounding blanks, and without the quotes that a blank before them has kept. */
function bare(cell: string): string {
  const inner = cell.trim();
  return inner.length > 1 && inner.startsWith('"') && inner.endsWith('"') ? inner.slice(1, -1) : inner;
}

const numberOf = (cell: string): number => (NUMBER.test(cell) ? Number(cell) : NaN);

/** The number, counted from 1, of the line at this place of the text, past lines that are comments. */
function lineAt(text: string, at: number): number {
  let start = at;
  while (text[start] === "#") start = text.indexOf("\n", start) + 1 || text.length;
  let line = 1;
  for (let i = text.indexOf("\n"); i >= 0 && i < start; i = text.indexOf("\n", i + 1)) line++;
  return line;
}

/** The line that begins at this place of the text. */
const lineOf = (text: string, at: number): string => {
  const end = text.indexOf("\n", at);
  return text.slice(at, end < 0 ? text.length : end);
};

const SEPARATORS: Readonly<Record<string, string>> = { ";": ";", "\t": "tab", "|": "|", " ": "blank" };

const refuseSeparator = (path: string, separator: string, decimal: string, line: number): never =>
  refuseFile(
    path,
    `the separator seems to be ${SEPARATORS[separator]}${decimal}: write commas between cells, and points in numbers`,
    line,
  );

/** What the separator seems to be, where commas separate nothing. */
function foreignSeparator(path: string, name: string, row: readonly string[], line: number): void {
  const written = row.join(",");
  const separator = Object.keys(SEPARATORS).find(s => name.includes(s) && written.includes(s));
  if (separator !== undefined) refuseSeparator(path, separator, row.length > 1 ? ", and the decimal sign ," : "", line);
}

/** A quote in the middle of a cell: its own fault, or that of another separator behind a quoted cell. */
function misplacedQuote(path: string, message: string, written: string, line: number): never {
  const separator = Object.keys(SEPARATORS).find(s => written.includes(`"${s}`) || written.includes(`${s}"`));
  if (separator !== undefined && separator !== " " && !written.includes('",') && !written.includes(',"'))
    refuseSeparator(path, separator, "", line);
  return refuseFile(path, `${message.toLowerCase()}: quotes stand around whole cells`, line);
}

function checkHeader(path: string, names: readonly string[], line: number): void {
  if (names.every(name => NUMBER.test(name))) refuseFile(path, "the first line must name the columns", line);
}

function push(columns: readonly Column[], row: readonly string[], at: number): void {
  for (let i = 0; i < row.length; i++) {
    const cell = bare(row[i]);
    const number = numberOf(cell);
    columns[i].numbers.push(number);
    if (!Number.isFinite(number)) columns[i].fault ??= { cell, at };
  }
}

/** The rows of the text as the parser finds them, each with the place where it begins; blank lines are left out. */
function eachRow(path: string, text: string, take: (row: readonly string[], at: number) => void): void {
  let at = 0;
  Papa.parse<readonly string[]>(text, {
    delimiter: ",",
    newline: "\n",
    comments: "#",
    fastMode: false,
    step: ({ data, errors, meta }) => {
      if (errors.length > 0) misplacedQuote(path, errors[0].message, lineOf(text, at), lineAt(text, at));
      checkCount(path, data.length);
      if (data.length > 1 || data[0].trim() !== "") take(data, at);
      at = meta.cursor;
    },
  });
}

function checkLines(path: string, text: string): void {
  let lines = 1;
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) lines++;
  if (lines > MAX_NUMBERS)
    refuseFile(path, `${lines} lines are more than the ${MAX_NUMBERS} numbers that a table may have`);
}

/** The numbers of a column, or which of its cells is none. */
function finite(path: string, text: string, { name, numbers, fault }: Column): Float64Array {
  if (fault === undefined) return Float64Array.from(numbers);
  const { cell, at } = fault;
  const reason = NUMBER.test(cell) ? "is too large for a double" : "is not a decimal number";
  return refuseFile(path, `${quoted(cell)} in column ${quoted(name)} ${reason}`, lineAt(text, at));
}

/**
 * Comma-separated cells under one line of column names, quotes as in RFC 4180; blank lines and lines that begin with #
 * are left out.
 */
export function parseCsv(path: string, bytes: Uint8Array): Sheet {
  const text = textOf(path, bytes).replace(/\r\n?/g, "\n");
  checkLines(path, text);
  let columns: readonly Column[] | undefined;
  eachRow(path, text, (row, at) => {
    if (columns === undefined) {
      const names = row.map(bare);
      checkHeader(path, names, lineAt(text, at));
      columns = names.map(name => ({ name, numbers: [] }));
      return;
    }
    if (columns.length === 1) foreignSeparator(path, columns[0].name, row, lineAt(text, at));
    if (row.length !== columns.length)
      refuseFile(path, `${row.length} cells under ${columns.length} column names`, lineAt(text, at));
    checkCount(path, (columns[0].numbers.length + 1) * columns.length);
    push(columns, row, at);
  });
  const found: readonly Column[] = columns ?? [];
  const count = found.length === 0 ? 0 : found[0].numbers.length;
  if (count === 0) refuseFile(path, "a line of column names and at least one row are needed");
  return { columns: found.map(c => c.name), count, numbers: c => finite(path, text, found[c]) };
}
