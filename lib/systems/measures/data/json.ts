import { checkCount, defaultColumns, listed, quoted, refuseFile } from "./limits.js";
import { textOf } from "./text.js";
import type { Sheet } from "./table.js";

type Row = Readonly<Record<string, unknown>>;

const isNumber = (v: unknown): v is number => typeof v === "number" && Number.isFinite(v);
const isRow = (v: unknown): v is Row => typeof v === "object" && v !== null && !Array.isArray(v);

function parse(path: string, bytes: Uint8Array): unknown {
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
