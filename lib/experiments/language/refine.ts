/**
 * The same experiment with smaller steps: what a claim says must not depend on the discretisation that it was checked
 * with.
 */
import { axesOf } from "./axes.js";
import type { Axis, Experiment } from "./types.generated.js";

/** Whether a property, or a pointer in `but` and `set`, is a number of steps. */
const countsSteps = (key: string): boolean => key === "steps" || key.endsWith("/steps");

/** JSON with every leaf changed; `key` is the property under which it stands. */
function mapped(value: unknown, key: string, leaf: (value: unknown, key: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map(each => mapped(each, "", leaf));
  if (value === null || typeof value !== "object") return leaf(value, key);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapped(each, name, leaf)]));
}

/** A value with every number of steps inside it multiplied. */
const refined = <T>(value: T, key: string, factor: number): T =>
  mapped(value, key, (leaf, name) => (typeof leaf === "number" && countsSteps(name) ? leaf * factor : leaf)) as T;

/** Whether an axis is one of step counts, and nothing else. */
const isOfSteps = ({ set }: Axis): boolean => set !== undefined && set.every(countsSteps);

type Refiners = { readonly [N in Axis["axis"]]: (axis: Extract<Axis, { axis: N }>, factor: number) => Axis };

const REFINERS: Refiners = {
  values: (axis, factor) =>
    isOfSteps(axis) ? { ...axis, values: axis.values.map(v => v * factor) as typeof axis.values } : axis,
  grid: (axis, factor) => (isOfSteps(axis) ? { ...axis, from: axis.from * factor, to: axis.to * factor } : axis),
  choices: (axis, factor) => ({
    ...axis,
    choices: eachEntry(axis.choices, choice => refined(choice, axis.set[0], factor)),
  }),
  zip: (axis, factor) => ({
    ...axis,
    rows: eachEntry(
      axis.rows,
      (row = [null]) => row.map((v, place) => refined(v, axis.set[place], factor)) as [unknown, ...unknown[]],
    ),
  }),
  seeds: axis => axis,
};

const eachEntry = <T extends Readonly<Record<string, unknown>>>(record: T, map: (value: T[string]) => T[string]): T =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value as T[string])])) as T;

const refinedAxis = (axis: Axis, factor: number): Axis =>
  (REFINERS[axis.axis] as (axis: Axis, factor: number) => Axis)(axis, factor);

/** Formulas select points of an axis by their numbers: x[steps=100] becomes x[steps=200]. */
const reselected = <T>(value: T, axes: readonly string[], factor: number): T =>
  mapped(value, "", leaf =>
    typeof leaf !== "string"
      ? leaf
      : leaf.replace(/\[\s*(\w+)\s*=\s*([\d.e+-]+)\s*\]/gi, (whole, name: string, number: string) =>
          axes.includes(name) ? `[${name}=${Number(number) * factor}]` : whole,
        ),
  ) as T;

/**
 * Every number of steps of an experiment times `factor`: of runs, of `same-as`, of axes, and where formulas select from
 * such axes.
 * Recorded times stay. A formula that writes a step size as a number does not follow.
 */
export function refine(spec: Experiment, factor: number): Experiment {
  const axes = axesOf(spec);
  const ofSteps = Object.keys(axes).filter(name => isOfSteps(axes[name]));
  const { quantities, claims, figures } = spec;
  return {
    ...spec,
    ...reselected({ ...(quantities && { quantities }), claims, figures }, ofSteps, factor),
    ...(spec.runs && { runs: refined(spec.runs, "", factor) }),
    ...(spec.axes && { axes: eachEntry(axes, axis => refinedAxis(axis, factor)) }),
  };
}
