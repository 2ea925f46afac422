import { axesOf, numbersOf } from "../axes.js";
import { insteadOf } from "../../../arithmetic/suggest.js";
import { CONSTANTS } from "../vocabulary.js";
import { firstClock, UNTIMED } from "./clock.js";
import {
  axisExtent,
  checkSelection,
  ELSEWHERE,
  extentOf,
  isTimed,
  located,
  merge,
  NUMBER,
  outputDimensions,
  slopeDimensions,
  timeExtent,
  without,
  type Dimensions,
  type Outline,
} from "./extents.js";
import { interpret, takesDimension, type Algebra } from "./interpret.js";
import { parse } from "./parser.js";
import { quantitiesOf, quantityIn, type Quantities } from "./quantities.js";
import { children, formulaError, isFormulaError, type Tree } from "./tree.js";

/** Whether a mistake is reported somewhere else already. */
export const isElsewhere = (at: number): boolean => at === ELSEWHERE;

/** Mistakes of a quantity that are those of the formula that uses it. */
const OF_USE = /defined by itself|nested more|needs recorded times/;

/** `open`: `t` may stand without recorded times, as in a quantity, which has those of the formula that uses it. */
function algebraOf(outline: Outline, quantities: Quantities, open: boolean): Algebra<Dimensions> {
  const axes = axesOf(outline.spec);
  const quantity = quantityIn(quantities, () => algebra);
  const used = (name: string, clock: string | undefined, at: number): Dimensions => {
    try {
      return quantity(name, clock, at);
    } catch (error) {
      if (isFormulaError(error) && !OF_USE.test(error.message)) return formulaError(error.message, ELSEWHERE);
      throw error;
    }
  };
  const algebra: Algebra<Dimensions> = {
    number: () => NUMBER,
    name: (name, clock, at) => {
      if (outline.broken.has(name)) formulaError(`"${name}" has a mistake`, ELSEWHERE);
      if (name === "t") {
        if (clock === undefined && !open) formulaError(UNTIMED, at);
        return new Map([["t", clock === undefined ? { located: true } : timeExtent(outline.runs[clock])]]);
      }
      if (Object.hasOwn(axes, name)) {
        if (numbersOf(axes[name]) === undefined)
          formulaError(`axis "${name}" has no numbers: select with [${name}=label], or give a zip its "values"`, at);
        return new Map([[name, axisExtent(outline.spec, name)]]);
      }
      if (quantities.names.includes(name)) return used(name, clock, at);
      if (Object.hasOwn(CONSTANTS, name)) return NUMBER;
      const { written } = outline;
      const names = ["t", ...written.axes, ...written.quantities, ...Object.keys(CONSTANTS)];
      return formulaError(`"${name}" is no axis, quantity or constant, ${insteadOf(name, names)}`, at);
    },
    output: (run, output, at) => outputDimensions(outline, run, output, at),
    select: (x, selection) => {
      if (outline.broken.has(selection.dim)) formulaError(`"${selection.dim}" has a mistake`, ELSEWHERE);
      checkSelection(selection, extentOf(x, selection.dim, selection.at), outline);
      return without(x, selection.dim);
    },
    map: (_, parts, at) => merge(parts, at),
    reduce: (x, dim, { coordinates }, at) => {
      if (outline.broken.has(dim)) formulaError(`"${dim}" has a mistake`, ELSEWHERE);
      extentOf(x, dim, at);
      if (coordinates) located(x, dim, at);
      return without(x, dim);
    },
    scan: (x, dim, _, at) => {
      located(x, dim, at);
      return x;
    },
    slope: slopeDimensions,
    clock: tree =>
      firstClock(tree, {
        quantity: quantities.readable,
        isTimed: (run, output) => isTimed(outline, run, output),
      }),
  };
  return algebra;
}

/** The words that a formula may use as it stands. */
export interface Words {
  readonly names: readonly string[];
  readonly runs: readonly string[];
  readonly dimensions: readonly string[];
  /** Names with mistakes of their own. */
  readonly broken: ReadonlySet<string>;
}

/**
 * The first word of a formula that means nothing, whatever the runs are: what can be said of it where they are broken.
 */
export function checkWords(tree: Tree, words: Words): void {
  const means = (word: string, known: readonly string[]): boolean => known.includes(word) || words.broken.has(word);
  if (tree.op === "name" && !means(tree.name, words.names))
    formulaError(`"${tree.name}" is no axis, quantity or constant, ${insteadOf(tree.name, words.names)}`, tree.at);
  if (tree.op === "output" && !means(tree.run, words.runs))
    formulaError(`there is no run "${tree.run}", ${insteadOf(tree.run, words.runs)}`, tree.at);
  if (tree.op === "select" && !means(tree.selection.dim, words.dimensions))
    formulaError(
      `there is no dimension "${tree.selection.dim}", ${insteadOf(tree.selection.dim, words.dimensions)}`,
      tree.selection.at,
    );
  const [, ...dimensions] = tree.op === "call" && takesDimension(tree.name) ? tree.of : [];
  for (const dim of dimensions)
    if (dim.op === "name" && !means(dim.name, words.dimensions))
      formulaError(`there is no dimension "${dim.name}", ${insteadOf(dim.name, words.dimensions)}`, dim.at);
  for (const part of children(tree)) if (!dimensions.includes(part)) checkWords(part, words);
}

/**
 * Finds the dimensions of formulas without running anything; `beside` as in the evaluator. Refuses what evaluation
 * would refuse.
 */
export interface DimensionFinder {
  (formula: string, beside?: readonly string[], open?: boolean): Dimensions;
}

export function dimensionsOf(outline: Outline): DimensionFinder {
  const quantities = quantitiesOf(outline.spec);
  const [closed, opened] = [false, true].map(open => algebraOf(outline, quantities, open));
  return (formula, beside = [], open = false) => {
    const tree = parse(formula);
    const algebra = open || outline.broken.size > 0 ? opened : closed;
    const clock = [tree, ...beside.map(parse)].map(algebra.clock).find(run => run !== undefined);
    return interpret(tree, algebra, clock);
  };
}
