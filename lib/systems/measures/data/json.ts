import { checkCount, defaultColumns, refuseFile } from "./limits.js";
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

function numberAt(path: string, value: unknown, row: number, column: string): number {
  return isNumber(value)
    ? value
    : refuseFile(path, `row ${row}, ${column}: ${JSON.stringify(value) ?? "nothing"} is not a finite number`);
}

/** Rows that are objects: the keys of the first row are the columns, and every row must have exactly these. */
function fromRecords(path: string, list: readonly Row[]): Sheet {
  const columns = Object.keys(list[0]);
  const rows = list.map((row, i) => {
    const strange = Object.keys(row).find(key => !columns.includes(key));
    if (strange !== undefined)
      refuseFile(path, `row ${i + 1} has the key ${JSON.stringify(strange)}, which the first row has not`);
    return columns.map(key => numberAt(path, Object.hasOwn(row, key) ? row[key] : undefined, i + 1, key));
  });
  return { columns, rows };
}

/** Rows that are arrays of equal length, or plain numbers (one column). */
function fromArrays(path: string, list: readonly unknown[]): Sheet {
  const rows = list.map(row => (Array.isArray(row) ? (row as readonly unknown[]) : [row]));
  const width = rows[0].length;
  const columns = defaultColumns(width);
  const ragged = rows.findIndex(r => r.length !== width);
  if (ragged >= 0) refuseFile(path, `row ${ragged + 1} has ${rows[ragged].length} numbers, the first has ${width}`);
  return { columns, rows: rows.map((row, i) => row.map((v, c) => numberAt(path, v, i + 1, columns[c]))) };
}

/** `[[1, 2], [3, 4]]`, `[1, 2, 3]` (one column) or `[{"height": 1, "weight": 2}, …]`. */
export function parseJson(path: string, bytes: Uint8Array): Sheet {
  const list = parse(path, bytes);
  if (!Array.isArray(list) || list.length === 0)
    return refuseFile(path, "an array of rows is needed: arrays of numbers, or objects of numbers");
  const sheet = list.every(isRow) ? fromRecords(path, list) : fromArrays(path, list);
  if (sheet.columns.length === 0) return refuseFile(path, "the rows are empty");
  checkCount(path, sheet.rows.length * sheet.columns.length);
  return sheet;
}
