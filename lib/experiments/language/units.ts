import type { ResolvedRun } from "../tasks/task.js";
import { axesOf, axesOfRun, labelsOf, placesOf, sizeOf, valueOf } from "./axes.js";
import { write, type Json } from "./pointer.js";
import { resolveRuns } from "./same-as.js";
import type { Experiment } from "./types.generated.js";

/** The smallest piece of work: one run at one point of the axes that point into it. */
export interface Unit {
  readonly run: string;
  /** Axis -> label, in the order of the axes. */
  readonly point: Readonly<Record<string, string>>;
  readonly task: ResolvedRun;
}

/** `run[axis=label,…]`: the name of a unit inside its experiment. */
export const unitKey = ({ run, point }: Pick<Unit, "run" | "point">): string =>
  `${run}[${Object.entries(point)
    .map(([axis, label]) => `${axis}=${label}`)
    .join(",")}]`;

/** All index vectors below a shape, row-major. */
function indices(shape: readonly number[]): readonly (readonly number[])[] {
  return shape.reduce<readonly (readonly number[])[]>(
    (rows, n) => rows.flatMap(row => Array.from({ length: n }, (_, i) => [...row, i])),
    [[]],
  );
}

/** The run with point `index` of an axis filled in wherever the axis points into it. */
function filled(spec: Experiment, run: string, task: Json, name: string, index: number): Json {
  const axis = axesOf(spec)[name];
  return placesOf(axis).reduce(
    (t, place, i) => (place.run === run ? write(t, place.path, valueOf(axis, index, i, spec.seed)) : t),
    task,
  );
}

function unitsOfRun(spec: Experiment, run: string, task: ResolvedRun): readonly Unit[] {
  const names = axesOfRun(spec, run);
  const axes = names.map(name => axesOf(spec)[name]);
  return indices(axes.map(sizeOf)).map(index => ({
    run,
    point: Object.fromEntries(names.map((name, d) => [name, labelsOf(axes[d])[index[d]]])),
    task: names.reduce(
      (t, name, d) => filled(spec, run, t, name, index[d]),
      task as unknown as Json,
    ) as unknown as ResolvedRun,
  }));
}

/** The work of an experiment: runs in the order of the spec, points row-major over the axes of the run. */
export const unitsOf = (spec: Experiment): readonly Unit[] =>
  Object.entries(resolveRuns(spec)).flatMap(([run, task]) => unitsOfRun(spec, run, task));

/** How many units an experiment has, without making them. */
export const countUnits = (spec: Experiment): number =>
  Object.keys(spec.runs ?? {}).reduce(
    (n, run) => n + axesOfRun(spec, run).reduce((m, name) => m * sizeOf(axesOf(spec)[name]), 1),
    0,
  );
