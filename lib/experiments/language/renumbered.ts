/** The same experiment with every number of one kind changed: its steps, or its seeds. */
import { axesOf } from "./axes.js";
import type { Axis, Experiment } from "./types.generated.js";

/** Which numbers change, and how. */
export interface Renumbering {
  /** The property that holds such a number. */
  readonly property: "steps" | "seed";
  readonly change: (value: number) => number;
  /**
   * The numbers that rows are labelled with, once the numbers in the rows have changed; undefined where labels and
   * numbers have nothing in common that could be followed.
   */
  readonly relabel: (labels: readonly number[], numbers: readonly number[]) => readonly number[] | undefined;
}

/** Whether a property, or the last step of a pointer in `but` and `set`, is this one. */
const isOf =
  ({ property }: Renumbering) =>
  (key: string): boolean =>
    key === property || key.endsWith(`/${property}`);

/** JSON with every leaf changed; `key` is the property under which it stands. */
function mapped(value: unknown, key: string, leaf: (value: unknown, key: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map(each => mapped(each, "", leaf));
  if (value === null || typeof value !== "object") return leaf(value, key);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapped(each, name, leaf)]));
}

/** A value with every such number inside it changed. */
const changed = <T>(value: T, key: string, numbering: Renumbering): T =>
  mapped(value, key, (leaf, name) =>
    typeof leaf === "number" && isOf(numbering)(name) ? numbering.change(leaf) : leaf,
  ) as T;

const eachEntry = <T extends Readonly<Record<string, unknown>>>(record: T, map: (value: T[string]) => T[string]): T =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value as T[string])])) as T;

/** An axis afterwards; what its old numbers are called now; whether its labels still say what they said. */
interface Renumbered {
  readonly axis: Axis;
  readonly names: ReadonlyMap<number, number>;
  readonly clear: boolean;
}

const unchanged = (axis: Axis): Renumbered => ({ axis, names: new Map(), clear: true });

const pairs = (from: readonly number[], to: readonly number[]): ReadonlyMap<number, number> =>
  new Map(from.map((v, i) => [v, to[i]]));

type Of<N extends Axis["axis"]> = (axis: Extract<Axis, { axis: N }>, numbering: Renumbering) => Renumbered;

function valuesAxis(axis: Extract<Axis, { axis: "values" }>, numbering: Renumbering): Renumbered {
  const hits = (axis.set ?? []).filter(isOf(numbering));
  if (hits.length === 0) return unchanged(axis);
  const values = axis.values.map(numbering.change) as typeof axis.values;
  const whole = hits.length === axis.set?.length;
  return whole
    ? { axis: { ...axis, values }, names: pairs(axis.values, values), clear: true }
    : { ...unchanged(axis), clear: false };
}

function gridAxis(axis: Extract<Axis, { axis: "grid" }>, numbering: Renumbering): Renumbered {
  if (axis.set === undefined || !axis.set.every(isOf(numbering))) return unchanged(axis);
  const [from, to] = [axis.from, axis.to].map(numbering.change);
  return { axis: { ...axis, from, to }, names: pairs([axis.from, axis.to], [from, to]), clear: true };
}

function zipAxis(axis: Extract<Axis, { axis: "zip" }>, numbering: Renumbering): Renumbered {
  const rows = Object.fromEntries(
    Object.entries(axis.rows).map(([label, row]) => [
      label,
      (row ?? []).map((v, place) => changed(v, axis.set[place], numbering)),
    ]),
  ) as typeof axis.rows;
  const place = axis.set.findIndex(isOf(numbering));
  if (place < 0 || axis.values === undefined) return { ...unchanged(axis), axis: { ...axis, rows } };
  const numbers = Object.values(axis.rows).map(row => Number(row?.[place]));
  const values = numbering.relabel(axis.values, numbers);
  if (values === undefined) return { ...unchanged(axis), axis: { ...axis, rows }, clear: false };
  return {
    axis: { ...axis, rows, values: values as typeof axis.values } as Axis,
    names: pairs(axis.values, values),
    clear: true,
  };
}

const AXES: { readonly [N in Axis["axis"]]: Of<N> } = {
  values: valuesAxis,
  grid: gridAxis,
  zip: zipAxis,
  choices: (axis, numbering) =>
    unchanged({ ...axis, choices: eachEntry(axis.choices, choice => changed(choice, axis.set[0], numbering)) }),
  seeds: unchanged,
};

const axisAfter = (axis: Axis, numbering: Renumbering): Renumbered =>
  (AXES[axis.axis] as (axis: Axis, numbering: Renumbering) => Renumbered)(axis, numbering);

/** Formulas select points of an axis by their numbers: x[steps=100] becomes x[steps=200]. */
const reselected = <T>(value: T, axes: Readonly<Record<string, Renumbered>>): T =>
  mapped(value, "", leaf =>
    typeof leaf !== "string"
      ? leaf
      : leaf.replace(/\[\s*(\w+)\s*=\s*([\d.e+-]+)\s*\]/gi, (whole, name: string, number: string) => {
          const now = Object.hasOwn(axes, name) ? axes[name].names.get(Number(number)) : undefined;
          return now === undefined ? whole : `[${name}=${now}]`;
        }),
  ) as T;

/**
 * Every such number of an experiment changed: of runs, of `same-as`, of axes and of what labels them, and where
 * formulas select from such axes. `unclear` are the axes whose labels could not follow.
 */
export function renumbered(
  spec: Experiment,
  numbering: Renumbering,
): { readonly spec: Experiment; readonly unclear: readonly string[] } {
  const axes = Object.fromEntries(
    Object.entries(axesOf(spec)).map(([name, axis]) => [name, axisAfter(axis, numbering)]),
  );
  const { quantities, claims, figures } = spec;
  return {
    spec: {
      ...spec,
      ...reselected({ ...(quantities && { quantities }), claims, figures }, axes),
      ...(spec.runs && { runs: changed(spec.runs, "", numbering) }),
      ...(spec.axes && { axes: Object.fromEntries(Object.entries(axes).map(([name, { axis }]) => [name, axis])) }),
    } as Experiment,
    unclear: Object.keys(axes).filter(name => !axes[name].clear),
  };
}
