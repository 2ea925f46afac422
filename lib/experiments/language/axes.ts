import { exp, log } from "../../arithmetic/functions.js";
import { oncePer } from "../../arithmetic/once.js";
import type { Vec } from "../../arithmetic/vec.js";
import { steps, type Json } from "./pointer.js";
import type { Axis, Experiment, GridAxis } from "./types.generated.js";

/**
 * What an axis is to runs and formulas: its points have labels, some have numbers, and each gives a value to every
 * pointer.
 */
interface AxisKind<A extends Axis> {
  size(axis: A): number;
  label(axis: A, point: number): string;
  /** The numbers that the name of the axis stands for in a formula. */
  numbers?(axis: A): readonly number[] | undefined;
  /** What the pointer number `place` receives; `seed` is the seed of the experiment. */
  value(axis: A, point: number, place: number, seed: number): Json;
}

type AxisKinds = { readonly [N in Axis["axis"]]: AxisKind<Extract<Axis, { axis: N }>> };

/** Point i of n between the ends, equally spaced in x or in log x; the ends are exact. */
function gridPoint({ from, to, points, scale }: GridAxis, i: number): number {
  if (i === 0 || i === points - 1) return i === 0 ? from : to;
  const share = i / (points - 1);
  return scale === "log" ? exp(log(from) + (log(to) - log(from)) * share) : from + (to - from) * share;
}

const gridNumbers = (axis: GridAxis): number[] => Array.from({ length: axis.points }, (_, i) => gridPoint(axis, i));

const KINDS: AxisKinds = {
  values: {
    size: axis => axis.values.length,
    label: (axis, i) => String(axis.values[i]),
    numbers: axis => axis.values,
    value: (axis, i) => axis.values[i],
  },
  grid: {
    size: axis => axis.points,
    label: (axis, i) => String(gridPoint(axis, i)),
    numbers: gridNumbers,
    value: gridPoint,
  },
  choices: {
    size: axis => Object.keys(axis.choices).length,
    label: (axis, i) => Object.keys(axis.choices)[i],
    value: (axis, i) => Object.values(axis.choices)[i] as Json,
  },
  zip: {
    size: axis => Object.keys(axis.rows).length,
    label: (axis, i) => Object.keys(axis.rows)[i],
    numbers: axis => axis.values,
    value: (axis, i, place) => Object.values(axis.rows)[i]?.[place] as Json,
  },
  seeds: {
    size: axis => axis.count,
    label: (_, i) => String(i + 1),
    value: (_, i, __, seed) => seed + i,
  },
};

const kindOf = (axis: Axis): AxisKind<Axis> => KINDS[axis.axis] as AxisKind<Axis>;

/** The axes of an experiment under their names, in the order of the spec. */
export const axesOf = (spec: Experiment): Readonly<Record<string, Axis>> =>
  (spec.axes ?? {}) as Readonly<Record<string, Axis>>;

/** Number of points of an axis. */
export const sizeOf = (axis: Axis): number => kindOf(axis).size(axis);

/** The names of its points: numbers as they are written, labels of choices and rows, 1, 2, … for seeds. */
export const labelsOf: (axis: Axis) => readonly string[] = oncePer(axis =>
  Array.from({ length: sizeOf(axis) }, (_, i) => kindOf(axis).label(axis, i)),
);

/** Its numbers for formulas; undefined for choices, seeds, and rows without `values`. */
export const numbersOf: (axis: Axis) => Vec | undefined = oncePer(axis => {
  const numbers = kindOf(axis).numbers?.(axis);
  return numbers === undefined ? undefined : Float64Array.from(numbers);
});

/**
 * What the pointer number `place` of the axis receives at a point. Seeds are the seed of the experiment, the next one,
 * and so on.
 */
export const valueOf = (axis: Axis, point: number, place: number, seed: number): Json =>
  kindOf(axis).value(axis, point, place, seed);

/** Where an axis points to, as run and path inside the run. */
export interface Place {
  readonly run: string;
  readonly path: readonly string[];
}

/** The places that receive the value of an axis, in the order of `set`; none for a free variable. */
export const placesOf: (axis: Axis) => readonly Place[] = oncePer(axis =>
  (axis.set ?? []).map(pointer => {
    const [, run, ...path] = steps(pointer);
    return { run, path };
  }),
);

/** The axes that point into a run, in the order of the spec: the leading dimensions of its outputs. */
export const axesOfRun = (spec: Experiment, run: string): readonly string[] =>
  Object.entries(axesOf(spec))
    .filter(([, axis]) => placesOf(axis).some(place => place.run === run))
    .map(([name]) => name);

/**
 * The point of an axis that a selection means: by label, else by the nearest number within rounding; -1 if there is
 * none.
 */
export function pointOf(axis: Axis, label: string): number {
  const byLabel = labelsOf(axis).indexOf(label);
  const wanted = Number(label);
  if (byLabel >= 0 || label.trim() === "" || Number.isNaN(wanted)) return byLabel;
  return (numbersOf(axis) ?? new Float64Array(0)).findIndex(v => Math.abs(v - wanted) <= 1e-12 * Math.abs(v));
}
