import { axesOf } from "../axes.js";
import { own } from "../own.js";
import { insteadOf } from "../../../arithmetic/suggest.js";
import { CONSTANTS } from "../vocabulary.js";
import { slope } from "./calculus.js";
import { firstClock } from "./clock.js";
import { broadcast, constant, mapLines, reduceLines, type Field } from "./field.js";
import { interpret, type Algebra } from "./interpret.js";
import {
  arrayOf,
  axisField,
  coordinatesAlong,
  indexOf,
  outputField,
  timeField,
  withDimension,
  type Evaluation,
} from "./lookup.js";
import { parse } from "./parser.js";
import { quantitiesOf, quantityIn, type Quantities } from "./quantities.js";
import { formulaError, type Tree } from "./tree.js";

export type { Evaluation } from "./lookup.js";

/** Evaluates formulas of one experiment; quantities are computed once. */
export interface Evaluator {
  /** The value of a formula. `beside`: formulas whose runs say what `t` means where this one mentions none. */
  (formula: string, beside?: readonly string[]): Field;
}

function slopeField(y: Field, x: Field, window: readonly Field[], at: number): Field {
  if (x.dims.length !== 1)
    formulaError(`the abscissa of slope must have exactly one dimension, it has ${x.dims.length}`, at);
  if (window.some(w => w.dims.length > 0)) formulaError("the window of slope must be two numbers", at);
  const [from, to] = window.length === 2 ? window.map(w => w.data[0]) : [-Infinity, Infinity];
  const [dim] = x.dims;
  const aligned = broadcast(v => v, [withDimension(y, dim, at), x], at);
  return reduceLines(aligned, dim, line => slope(line, x.data, from, to));
}

/** Formulas over arrays. */
function fields(context: Evaluation, quantities: Quantities): Algebra<Field> {
  const quantity = quantityIn(quantities, () => algebra);
  const algebra: Algebra<Field> = {
    number: constant,
    name: (name, clock, at) => {
      if (name === "t") return timeField(context, clock, at);
      if (Object.hasOwn(axesOf(context.spec), name)) return axisField(context, name, at);
      if (quantities.names.includes(name)) return quantity(name, clock, at);
      if (Object.hasOwn(CONSTANTS, name)) return constant(CONSTANTS[name]);
      return formulaError(
        `"${name}" is no axis, quantity or constant, ` +
          `${insteadOf(name, [...Object.keys(axesOf(context.spec)), ...quantities.names])}`,
        at,
      );
    },
    output: (run, output, at) => outputField(context, run, output, at),
    select: (x, selection) => {
      const index = indexOf(withDimension(x, selection.dim, selection.at), selection, context);
      return reduceLines(x, selection.dim, line => line[index]);
    },
    map: broadcast,
    reduce: (x, dim, reduction, at) => {
      const coordinates = reduction.coordinates ? coordinatesAlong(x, dim, at) : new Float64Array(0);
      return reduceLines(withDimension(x, dim, at), dim, line => reduction.of(line, coordinates));
    },
    scan: (x, dim, scan, at) => {
      const coordinates = coordinatesAlong(x, dim, at);
      return mapLines(x, dim, coordinates.length, line => scan(line, coordinates));
    },
    slope: slopeField,
    clock: tree =>
      firstClock(tree, {
        quantity: quantities.readable,
        isTimed: (run, output) => {
          const archive = own(context.runs, run);
          return archive !== undefined && (arrayOf(archive, output)?.dims.includes("t") ?? false);
        },
      }),
  };
  return algebra;
}

/** An evaluator for the formulas of an experiment. Refuses a formula with its place; NaN in the data stays NaN. */
export function evaluatorOf(context: Evaluation): Evaluator {
  const algebra = fields(context, quantitiesOf(context.spec));
  const clockOf = (trees: readonly Tree[]): string | undefined =>
    trees.map(algebra.clock).find(clock => clock !== undefined);
  return (formula, beside = []) => {
    const tree = parse(formula);
    return interpret(tree, algebra, clockOf([tree, ...beside.map(parse)]));
  };
}

/** The value of one formula over an experiment's results: numbers over the dimensions that it leaves. */
export const evaluate = (formula: string, context: Evaluation): Field => evaluatorOf(context)(formula);
