/** What runs have computed, as far as it is few numbers: distances, test statistics, parameters, means at the end. */
import type { NamedArray } from "../../arithmetic/named-arrays.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { ExperimentResult, RunArchive } from "../../experiments/language/result.js";
import { number } from "./claims.js";
import type { Table } from "./table.js";

/** Numbers of one output that still are few, and rows of a table that can be read at a glance. */
const FEW = 6;
const MOST = 30;

/** The last record of what was recorded over time; anything else as it is. */
function atEnd({ dims, shape, data }: NamedArray): Vec {
  const time = dims.indexOf("t");
  if (time < 0) return data;
  const records = shape[time];
  const inner = shape.slice(time + 1).reduce((a, b) => a * b, 1);
  return data.filter((_, i) => Math.floor(i / inner) % records === records - 1);
}

const rowsOf = (run: string, { outputs, coordinates: { t } }: RunArchive): readonly (readonly string[])[] =>
  Object.entries(outputs).flatMap(([name, output]) => {
    const values = atEnd(output);
    if (values.length === 0 || values.length > FEW) return [];
    const time = output.dims.includes("t") ? number(t[t.length - 1]) : "";
    return [[run, name, Array.from(values, number).join(", "), time]];
  });

/**
 * A row for every output of few numbers, what is recorded over time at its end; many rows are counted instead of shown.
 *
 * ```ts
 * const table = (result: ExperimentResult) => valuesTable(result);
 * ```
 */
export function valuesTable({ runs }: Pick<ExperimentResult, "runs">): Table {
  const all = Object.entries(runs).flatMap(([run, archive]) => rowsOf(run, archive));
  const rows = all.length <= MOST ? all : [...all.slice(0, MOST), ["…", `${all.length - MOST} more`, "", ""]];
  const timed = rows.some(([, , , t]) => t !== "");
  const kept = <T>(cells: readonly T[]): readonly T[] => (timed ? cells : cells.slice(0, 3));
  return { columns: kept(["run", "output", "value", "at t"]), rows: rows.map(kept) };
}
