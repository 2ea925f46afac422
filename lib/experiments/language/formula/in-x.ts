import type { Vec } from "../../../arithmetic/vec.js";
import { CONSTANTS } from "../vocabulary.js";
import { insteadOf } from "../../../arithmetic/suggest.js";
import { interpret, type Algebra } from "./interpret.js";
import { parse } from "./parser.js";
import { formulaError } from "./tree.js";

const COORDINATES: Readonly<Record<string, number>> = { x: 0, x1: 0, x2: 1, x3: 2 };

const noRuns = (at: number): never =>
  formulaError("a formula in x has no runs and no dimensions, only x, x1, x2, x3, pi, e and functions of numbers", at);

/** A value here is a function of x. */
type OfX = (x: Vec) => number;

const ALGEBRA: Algebra<OfX> = {
  number: value => () => value,
  name: (name, _, at) => {
    if (Object.hasOwn(CONSTANTS, name)) return () => CONSTANTS[name];
    if (!Object.hasOwn(COORDINATES, name))
      formulaError(
        `"${name}" is no coordinate, ${insteadOf(name, [...Object.keys(COORDINATES), ...Object.keys(CONSTANTS)])}`,
        at,
      );
    return x => x[COORDINATES[name]] ?? NaN;
  },
  map: (f, parts) => x => f(...parts.map(part => part(x))),
  output: (_, __, at) => noRuns(at),
  select: (_, { at }) => noRuns(at),
  reduce: (_, __, ___, at) => noRuns(at),
  scan: (_, __, ___, at) => noRuns(at),
  slope: (_, __, ___, at) => noRuns(at),
  clock: () => undefined,
};

/**
 * The function of x ∈ R^d that a formula in x (= x1), x2, x3 writes; NaN where d is too small. Refuses with the place.
 */
export const parseInX = (text: string): ((x: Vec) => number) => interpret(parse(text), ALGEBRA, undefined);
