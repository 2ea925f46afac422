import { checkCount, defaultColumns, listed, quoted, refuseFile } from "./limits.js";
import { textOf } from "./text.js";
import type { Sheet } from "./table.js";

type Row = Readonly<Record<string, unknown>>;

const isNumber = (v: unknown): v is number => typeof v === "number" && Number.isFinite(v);
const isRow = (v: unknown): v is Row => typeof v === "object" && v !== null && !Array.isArray(v);

/** Rows are arrays or objects, and what stands in columns that are not chosen may be nested a little. */
const DEEPEST = 16;
const [QUOTE, BACKSLASH, BRACKET, BRACE] = Array.from('"\\[{', sign => sign.charCodeAt(0));

/**
 * Refuses a nesting that no table has, from the bytes alone: parsing it would take many times as long. A bracket is
 * closed by the character two after it, in ASCII.
 */
function requireShallow(path: string, bytes: Uint8Array): void {
  let depth = 0;
  for (let i = 0, inside = false; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === QUOTE) inside = !inside;
    else if (inside) i += byte === BACKSLASH ? 1 : 0;
    else if (byte === BRACKET || byte === BRACE) depth++;
    else if (byte === BRACKET + 2 || byte === BRACE + 2) depth--;
    if (depth > DEEPEST)
      refuseFile(path, `is nested more than ${DEEPEST} deep: an array of rows is needed, arrays or objects of numbers`);
  }
}

function parse(path: string, bytes: Uint8Array): unknown {
  requireShallow(path, bytes);
  const text = textOf(path, bytes);
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuseFile(path, `not JSON: ${(error as Error).message}`);
  }
}

/** A table whose cell in a row and under a column is this. */
function sheetOf(
  path: string,
  columns: readonly string[],
  count: number,
  cell: (row: number, column: number) => unknown,
): Sheet {
  const numberAt = (row: number, column: number): number => {
    const value = cell(row, column);
    const text = quoted(typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing"));
    return isNumber(value)
      ? value
      : refuseFile(path, `row ${row + 1}, ${quoted(columns[column])}: ${text} is not a finite number`);
  };
  return { columns, count, numbers: c => Float64Array.from({ length: count }, (_, i) => numberAt(i, c)) };
}

/** Rows that are objects: the keys of the first row are the columns, and no row has others. */
function fromRecords(path: string, list: readonly Row[]): Sheet {
  const columns = Object.keys(list[0]);
  const known = new Set(columns);
  list.forEach((row, i) => {
    const strange = Object.keys(row).find(key => !known.has(key));
    if (strange !== undefined)
      refuseFile(path, `row ${i + 1} has the key ${quoted(strange)}, the first row only: ${listed(columns)}`);
  });
  return sheetOf(path, columns, list.length, (i, c) =>
    Object.hasOwn(list[i], columns[c]) ? list[i][columns[c]] : undefined,
  );
}

const widthOf = (row: unknown): number => (Array.isArray(row) ? row.length : 1);

/** Rows that are arrays of equal length, or plain numbers (one column). */
function fromArrays(path: string, list: readonly unknown[]): Sheet {
  const width = widthOf(list[0]);
  const ragged = list.findIndex(row => widthOf(row) !== width);
  if (ragged >= 0) refuseFile(path, `row ${ragged + 1} has ${widthOf(list[ragged])} numbers, the first has ${width}`);
  return sheetOf(path, defaultColumns(width), list.length, (i, c) => {
    const row = list[i];
    return Array.isArray(row) ? (row as readonly unknown[])[c] : row;
  });
}

/** `[[1, 2], [3, 4]]`, `[1, 2, 3]` (one column) or `[{"height": 1, "weight": 2}, …]`. */
export function parseJson(path: string, bytes: Uint8Array): Sheet {
  const list = parse(path, bytes);
  if (!Array.isArray(list) || list.length === 0)
    return refuseFile(path, "an array of rows is needed: arrays of numbers, or objects of numbers");
  checkCount(path, list.length);
  const sheet = list.every(isRow) ? fromRecords(path, list) : fromArrays(path, list);
  if (sheet.columns.length === 0) return refuseFile(path, "the rows are empty");
  checkCount(path, sheet.count * sheet.columns.length);
  return sheet;
}
