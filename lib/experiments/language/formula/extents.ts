import type { ResolvedRun } from "../../tasks/task.js";
import { axesOf, axesOfRun, labelsOf, numbersOf, pointOf, sizeOf } from "../axes.js";
import { own } from "../own.js";
import { insteadOf, suggest } from "../../../arithmetic/suggest.js";
import type { Experiment } from "../types.generated.js";
import { outputsOf, timesOf } from "../vocabulary.js";
import { LARGEST } from "./field.js";
import { formulaError, type Selection } from "./tree.js";

/**
 * What is known of a dimension before anything has run. Two dimensions fit if their grids are equal; an unknown grid
 * fits all.
 */
export interface Extent {
  readonly grid?: string;
  readonly size?: number;
  /** Whether it has coordinates, to integrate over. */
  readonly located: boolean;
  /** Last recorded time. */
  readonly end?: number;
}

/** The place of a mistake that is reported where it is written, not where it is used. */
export const ELSEWHERE: number = -1;

/** The dimensions of a formula's value. */
export type Dimensions = ReadonlyMap<string, Extent>;

/** An experiment with its runs expanded. */
export interface Outline {
  readonly spec: Experiment;
  readonly runs: Readonly<Record<string, ResolvedRun>>;
  /** Runs, axes and quantities with mistakes of their own: a formula that mentions one is not judged. */
  readonly broken: ReadonlySet<string>;
  /** The names that are written, those with mistakes too: what a list of the names that there are has to say. */
  readonly written: Readonly<Record<"runs" | "axes" | "quantities", readonly string[]>>;
}

export const NUMBER: Dimensions = new Map();

export function timeExtent(task: ResolvedRun): Extent {
  const times = timesOf(task);
  if (times === undefined) return { located: true };
  return { grid: `${times.records} intervals to ${times.end}`, size: times.records + 1, located: true, end: times.end };
}

/** The part of a space that fixes its nodes. */
function nodeGrid(task: ResolvedRun): string {
  const { name, n, interval, box, d } = task.space as {
    name: string;
    n?: unknown;
    interval?: unknown;
    box?: unknown;
    d?: unknown;
  };
  return JSON.stringify([name, n, interval, box, d]);
}

export function axisExtent(spec: Experiment, name: string): Extent {
  const axis = axesOf(spec)[name];
  return { size: sizeOf(axis), located: numbersOf(axis) !== undefined };
}

function ownExtent(dim: string, task: ResolvedRun, varies: boolean): Extent {
  if (dim === "t") return timeExtent(task);
  const onGrid = dim === "node" && task.space.name === "grid1d" && !varies;
  return dim.startsWith("node") && !varies ? { grid: nodeGrid(task), located: onGrid } : { located: onGrid };
}

/** Whether an axis points into the space of a run: then its nodes differ from point to point. */
const spaceVaries = (spec: Experiment, run: string): boolean =>
  Object.values(axesOf(spec)).some(axis => (axis.set ?? []).some(pointer => pointer.startsWith(`/runs/${run}/space`)));

/** Whether an output of a run runs along t. */
export function isTimed({ runs }: Outline, run: string, output: string): boolean {
  const task = own(runs, run);
  return task !== undefined && (own(outputsOf(task), output)?.includes("t") ?? false);
}

export function outputDimensions(outline: Outline, run: string, output: string, at: number): Dimensions {
  const { spec, runs, broken, written } = outline;
  if (broken.has(run)) formulaError(`run "${run}" has a mistake`, ELSEWHERE);
  const task = own(runs, run) ?? formulaError(`there is no run "${run}", ${insteadOf(run, written.runs)}`, at);
  const outputs = outputsOf(task);
  const dims =
    own(outputs, output) ??
    formulaError(`run "${run}" has no output "${output}", ${insteadOf(output, Object.keys(outputs))}`, at);
  const axes = axesOfRun(spec, run).map(name => [name, axisExtent(spec, name)] as const);
  return new Map([...axes, ...dims.map(dim => [dim, ownExtent(dim, task, spaceVaries(spec, run))] as const)]);
}

function fit(dim: string, a: Extent, b: Extent, at: number): Extent {
  if (a.grid !== undefined && b.grid !== undefined && a.grid !== b.grid)
    formulaError(
      `the two sides have different ${dim === "t" ? "recorded times" : `dimensions "${dim}"`} ` +
        `(${a.grid} and ${b.grid})`,
      at,
    );
  return { grid: a.grid ?? b.grid, size: a.size ?? b.size, located: a.located || b.located, end: a.end ?? b.end };
}

export function merge(parts: readonly Dimensions[], at: number): Dimensions {
  const merged = new Map<string, Extent>();
  for (const [dim, extent] of parts.flatMap(part => [...part]))
    merged.set(dim, fit(dim, merged.get(dim) ?? extent, extent, at));
  const size = [...merged.values()].reduce((n, extent) => n * (extent.size ?? 1), 1);
  if (size > LARGEST) formulaError(`${size} numbers over ${[...merged.keys()].join(" x ")} are too many`, at);
  return merged;
}

export const without = (x: Dimensions, dim: string): Dimensions => new Map([...x].filter(([d]) => d !== dim));

export const extentOf = (x: Dimensions, dim: string, at: number): Extent =>
  x.get(dim) ??
  formulaError(
    `there is no dimension "${dim}" here, only: ` +
      `${[...x.keys()].join(", ") || "none, it is a number"}${suggest(dim, [...x.keys()])}`,
    at,
  );

export function located(x: Dimensions, dim: string, at: number): void {
  if (!extentOf(x, dim, at).located) formulaError(`"${dim}" has no coordinates to run along`, at);
}

/** Refuses a selection that means no point of the dimension. */
export function checkSelection({ dim, label, at }: Selection, extent: Extent, { spec }: Outline): void {
  const axis = own(axesOf(spec), dim);
  const wanted = Number(label);
  if (axis !== undefined) {
    if (pointOf(axis, label) < 0)
      formulaError(`axis ${dim} has no value ${label}, ${insteadOf(label, labelsOf(axis))}`, at);
  } else if (dim === "t") {
    const { end = Infinity, size = 2 } = extent;
    const half = end / (size - 1) / 2;
    if (!(wanted >= -half && wanted <= end + half))
      formulaError(`${label} is no recorded time between 0 and ${end}`, at);
  } else if (!Number.isInteger(wanted) || wanted < 1)
    formulaError(`${dim} is counted from 1, ${label} is none of them`, at);
}

export function slopeDimensions(y: Dimensions, x: Dimensions, window: readonly Dimensions[], at: number): Dimensions {
  if (x.size !== 1) formulaError(`the abscissa of slope must have exactly one dimension, it has ${x.size}`, at);
  if (window.some(w => w.size > 0)) formulaError("the window of slope must be two numbers", at);
  const [dim] = x.keys();
  extentOf(y, dim, at);
  return without(merge([y, x], at), dim);
}
