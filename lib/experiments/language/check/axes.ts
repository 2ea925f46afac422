import { axesOf, placesOf, sizeOf, valueOf } from "../axes.js";
import { canWrite, escape, isForbidden, read, write, type Json } from "../pointer.js";
import { insteadOf, suggest } from "../../../arithmetic/suggest.js";
import type { ResolvedRun } from "../../tasks/task.js";
import type { Axis, Experiment } from "../types.generated.js";
import { CONSTANTS, outputsOf, timesOf } from "../vocabulary.js";
import type { Finding } from "./problem.js";
import { hasOutline, type CheckedRuns } from "./runs.js";
import { broughtAbout, checkTask } from "./task.js";

/** Keys of a run that may be missing and still be pointed at. */
const OPTIONAL: readonly string[] = ["seed"];

/** Where the value of a point is written, relative to the axis; "" where it is not written but counted. */
function valuePointer(axis: Axis, point: number, place: number): string {
  if (axis.axis === "values") return `/values/${point}`;
  if (axis.axis === "grid") return point === 0 ? "/from" : "/to";
  if (axis.axis === "choices") return `/choices/${escape(Object.keys(axis.choices)[point])}`;
  return axis.axis === "zip" ? `/rows/${escape(Object.keys(axis.rows)[point])}/${place}` : "";
}

/** The points that are tried: all, but of a grid only the ends, and of seeds only the first. */
function triedPoints(axis: Axis): readonly number[] {
  if (axis.axis === "grid") return [0, axis.points - 1];
  return axis.axis === "seeds" ? [0] : Array.from({ length: sizeOf(axis) }, (_, i) => i);
}

/** Why a pointer leads nowhere in a run. */
function lostAt(task: Json, path: readonly string[]): string | undefined {
  const missing = path.findIndex((_, i) => read(task, path.slice(0, i + 1)) === undefined);
  if (missing < 0 || (path.length === 1 && OPTIONAL.includes(path[0])))
    return canWrite(task, path) ? undefined : "points nowhere";
  const parent = read(task, path.slice(0, missing));
  const keys = parent !== null && typeof parent === "object" ? Object.keys(parent) : [];
  const key = path[missing];
  return (
    `points nowhere: ${isForbidden(key) ? "no" : `no "${key}"`} among ` +
    `${keys.join(", ") || "nothing"}${suggest(key, keys)}`
  );
}

function sameTimes(a: ResolvedRun, b: ResolvedRun): boolean {
  const [x, y] = [timesOf(a), timesOf(b)];
  return x?.end === y?.end && x?.records === y?.records;
}

/**
 * Tries every point of an axis at one of its places: the value must suit the branch it lands in, and keep the recorded
 * times.
 */
function checkPlace(
  name: string,
  axis: Axis,
  place: number,
  spec: Experiment,
  { runs }: CheckedRuns,
  written: readonly string[],
): readonly Finding[] {
  const here = `/axes/${name}/set/${place}`;
  const { run, path } = placesOf(axis)[place];
  const checked = runs.get(run);
  if (checked === undefined)
    return written.includes(run)
      ? []
      : [{ pointer: here, message: `there is no run "${run}", ${insteadOf(run, written)}` }];
  const base = checked.task as unknown as Json;
  const lost = lostAt(base, path);
  if (lost !== undefined) return [{ pointer: here, message: lost }];
  const inside = `/${path.map(escape).join("/")}`;
  return triedPoints(axis).flatMap(point => {
    const value = valueOf(axis, point, place, Number.isInteger(spec.seed) ? spec.seed : 0);
    if (value === undefined) return [];
    const variant = write(base, path, value);
    const pointer = `/axes/${name}${valuePointer(axis, point, place)}`;
    const findings = broughtAbout(
      checked.findings,
      checkTask(variant).findings,
      [{ path: inside, writtenAt: pointer }],
      pointer,
    );
    if (findings.length > 0 || !hasOutline(checked) || sameTimes(checked.task, variant as unknown as ResolvedRun))
      return findings;
    return [
      {
        pointer: here,
        message: "changes the recorded times: `steps` may change along an axis, `end` and `records` may not",
      },
    ];
  });
}

/** A zip has one value per pointer in each row, and one number per row. */
function checkZip(name: string, axis: Axis): readonly Finding[] {
  if (axis.axis !== "zip") return [];
  const rows = Object.entries(axis.rows) as [string, readonly unknown[]][];
  const short = rows
    .filter(([, row]) => row.length !== axis.set.length)
    .map(([label, row]) => ({
      pointer: `/axes/${name}/rows/${escape(label)}`,
      message: `has ${row.length} values for ${axis.set.length} pointers`,
    }));
  const numbers = axis.values?.length ?? rows.length;
  return numbers === rows.length
    ? short
    : [...short, { pointer: `/axes/${name}/values`, message: `has ${numbers} numbers for ${rows.length} rows` }];
}

/** A logarithmic grid is positive; labels of values are distinct. */
function checkNumbers(name: string, axis: Axis): readonly Finding[] {
  if (axis.axis === "grid" && axis.scale === "log")
    return (["from", "to"] as const)
      .filter(end => axis[end] <= 0)
      .map(end => ({ pointer: `/axes/${name}/${end}`, message: "must be > 0 on a logarithmic scale" }));
  if (axis.axis !== "values") return [];
  const values: readonly number[] = axis.values;
  const again = values.findIndex((v, i) => values.indexOf(v) !== i);
  return again < 0 ? [] : [{ pointer: `/axes/${name}/values/${again}`, message: `${values[again]} stands here twice` }];
}

/** Two axes that write one place would overrule each other. */
function checkOverlap(spec: Experiment): readonly Finding[] {
  const places = Object.entries(axesOf(spec)).flatMap(([name, axis]) =>
    (axis.set ?? []).map((pointer, i) => ({ name, pointer, here: `/axes/${name}/set/${i}` })),
  );
  return places.flatMap(place => {
    const other = places.find(
      ({ name, pointer }) =>
        name !== place.name && (place.pointer === pointer || place.pointer.startsWith(`${pointer}/`)),
    );
    return other === undefined || (other.pointer === place.pointer && other.here > place.here)
      ? []
      : [{ pointer: place.here, message: `is written by the axis "${other.name}" too` }];
  });
}

/** An axis has a name of its own: neither a word of the language nor a dimension that outputs have of themselves. */
function checkName(name: string, { runs }: CheckedRuns): readonly Finding[] {
  const owner = [...runs].find(
    ([, run]) => hasOutline(run) && Object.values(outputsOf(run.task)).some(dims => dims.includes(name)),
  );
  const reason =
    name === "t" || Object.hasOwn(CONSTANTS, name)
      ? "it belongs to the language"
      : owner && `outputs of "${owner[0]}" have this dimension`;
  return reason === undefined ? [] : [{ pointer: `/axes/${name}`, message: `the name is taken: ${reason}` }];
}

/** Everything about axes: names, numbers, rows, and every value against the run it lands in; `written` are all runs. */
export function checkAxes(spec: Experiment, runs: CheckedRuns, written: readonly string[]): readonly Finding[] {
  const each = Object.entries(axesOf(spec)).flatMap(([name, axis]) => [
    ...checkName(name, runs),
    ...checkZip(name, axis),
    ...checkNumbers(name, axis),
    ...(axis.set ?? []).flatMap((_, place) => checkPlace(name, axis, place, spec, runs, written)),
  ]);
  return [...each, ...checkOverlap(spec)];
}
