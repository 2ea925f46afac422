import { axesOf, axesOfRun, labelsOf, placesOf } from "../axes.js";
import { escape, read, type Json } from "../pointer.js";
import type { Axis, Experiment } from "../types.generated.js";
import type { Unit } from "../units.js";
import { isUnder } from "./problem.js";

/** A pointer as steps that are joined again. */
const pointerOf = (path: readonly string[]): string => path.map(step => `/${escape(step)}`).join("");

/** Where an axis says what it gives to its place `index` at a point. */
function inAxis(name: string, axis: Axis, label: string, index: number): string {
  const point = labelsOf(axis).indexOf(label);
  const within = {
    values: `/values/${point}`,
    choices: `/choices/${escape(label)}`,
    zip: `/rows/${escape(label)}/${index}`,
    grid: "",
    seeds: "",
  }[axis.axis];
  return `/axes/${escape(name)}${within}`;
}

/** Where a place of a run was written: in the run itself, or in one that it is the same as. */
function inRuns(json: Json, run: string, place: string): string {
  const task = read(json, ["runs", run]) as
    { readonly task?: Json; readonly run?: string; readonly but?: object } | undefined;
  if (task?.task !== "same-as" || typeof task.run !== "string") return `/runs/${escape(run)}${place}`;
  const change = Object.keys(task.but ?? {}).find(path => isUnder(place, path));
  return change === undefined
    ? inRuns(json, task.run, place)
    : `/runs/${escape(run)}/but/${escape(change)}${place.slice(change.length)}`;
}

/**
 * Where the hand must go to change a place of a unit: to the axis that points there, to a change of a run that is the
 * same as another, or to the run. `json` is the spec as it was written.
 */
export function writtenAt(json: Json, spec: Experiment, { run, point }: Unit, place: string): string {
  if (place === "") return `/runs/${escape(run)}`;
  for (const name of axesOfRun(spec, run)) {
    const axis = axesOf(spec)[name];
    const places = placesOf(axis);
    const index = places.findIndex(each => each.run === run && isUnder(place, pointerOf(each.path)));
    if (index < 0) continue;
    const parts = axis.axis === "choices" || axis.axis === "zip";
    return inAxis(name, axis, point[name], index) + (parts ? place.slice(pointerOf(places[index].path).length) : "");
  }
  return inRuns(json, run, place);
}
