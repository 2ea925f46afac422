import { checkSize, listed, quoted, refuseFile } from "./limits.js";
import { parseCsv } from "./csv.js";
import { parseJson } from "./json.js";
import { parseNpy } from "./npy-table.js";
import type { Sheet, Table } from "./table.js";

type Parser = (path: string, bytes: Uint8Array) => Sheet;

const PARSERS: Readonly<Record<string, Parser>> = { csv: parseCsv, json: parseJson, npy: parseNpy };

/**
 * The table in the bytes of a .csv, .json or .npy file; the path says which, and stands in refusals.
 *
 * ```ts
 * const sheet = data.parseFile("points.csv", new TextEncoder().encode("x,y\n1,2\n3,4\n"));
 * ```
 */
export function parseFile(path: string, bytes: Uint8Array): Sheet {
  const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  const parser = Object.hasOwn(PARSERS, extension)
    ? PARSERS[extension]
    : refuseFile(path, "data files end in .csv, .json or .npy");
  checkSize(path, bytes);
  return parser(path, bytes);
}

const TWICE = -1;

/** Name -> index of its column, `TWICE` where two columns have it. */
function indices({ columns }: Sheet): ReadonlyMap<string, number> {
  const out = new Map<string, number>();
  columns.forEach((name, i) => out.set(name, out.has(name) ? TWICE : i));
  return out;
}

/**
 * The wanted columns as points, the label column as responses and the weight column as weights. Without names all
 * columns but these two are taken that have a name: pandas leaves the column of its index nameless.
 *
 * ```ts
 * const sheet = data.parseFile("points.csv", new TextEncoder().encode("x,y\n1,2\n3,4\n"));
 * const table = data.selectColumns("points.csv", sheet, ["x", "y"], undefined);
 * ```
 */
export function selectColumns(
  path: string,
  sheet: Sheet,
  columns: readonly string[] | undefined,
  label: string | undefined,
  weight?: string,
): Table {
  const places = indices(sheet);
  const numbers = (name: string): Float64Array => {
    const at =
      places.get(name) ?? refuseFile(path, `there is no column ${quoted(name)}, only: ${listed(sheet.columns)}`);
    return at === TWICE ? refuseFile(path, `two columns are called ${quoted(name)}`) : sheet.numbers(at);
  };
  const wanted = (columns ?? sheet.columns.filter(name => name !== "" && name !== label && name !== weight)).map(
    numbers,
  );
  if (wanted.length === 0) refuseFile(path, "no column is left for the points");
  const dim = wanted.length;
  const points = new Float64Array(sheet.count * dim);
  wanted.forEach((column, c) => column.forEach((value, i) => (points[i * dim + c] = value)));
  return {
    dim,
    points,
    labels: label === undefined ? undefined : numbers(label),
    ...(weight !== undefined && { weights: numbers(weight) }),
  };
}
