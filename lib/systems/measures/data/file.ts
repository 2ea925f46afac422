import { checkSize, refuseFile } from "./limits.js";
import { parseCsv } from "./csv.js";
import { parseJson } from "./json.js";
import { parseNpy } from "./npy.js";
import type { Sheet, Table } from "./table.js";

type Parser = (path: string, bytes: Uint8Array) => Sheet;

const PARSERS: Readonly<Record<string, Parser>> = { csv: parseCsv, json: parseJson, npy: parseNpy };

/** The rows of a .csv, .json or .npy file. */
export function parseFile(path: string, bytes: Uint8Array): Sheet {
  const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  const parser = Object.hasOwn(PARSERS, extension)
    ? PARSERS[extension]
    : refuseFile(path, "data files end in .csv, .json or .npy");
  checkSize(path, bytes);
  return parser(path, bytes);
}

const indexOf = (path: string, { columns }: Sheet, name: string): number => {
  const at = columns.indexOf(name);
  return at >= 0 ? at : refuseFile(path, `there is no column ${JSON.stringify(name)}, only: ${columns.join(", ")}`);
};

/** The wanted columns as points (default: all but the label) and the label column as responses. */
export function selectColumns(
  path: string,
  sheet: Sheet,
  columns: readonly string[] | undefined,
  label: string | undefined,
): Table {
  const y = label === undefined ? undefined : indexOf(path, sheet, label);
  const wanted = columns?.map(c => indexOf(path, sheet, c)) ?? sheet.columns.map((_, i) => i).filter(i => i !== y);
  if (wanted.length === 0) refuseFile(path, "no column is left for the points");
  return {
    dim: wanted.length,
    points: Float64Array.from(sheet.rows.flatMap(row => wanted.map(c => row[c]))),
    labels: y === undefined ? undefined : Float64Array.from(sheet.rows, row => row[y]),
  };
}
