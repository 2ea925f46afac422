import type { Experiment } from "../types.generated.js";
import { type Algebra, interpret } from "./interpret.js";
import { parse } from "./parser.js";
import { formulaError, isFormulaError, type Tree } from "./tree.js";

/** Most quantities that may stand inside one another. */
const DEEPEST = 16;

/** The named formulas of an experiment, each read once. */
export interface Quantities {
  readonly names: readonly string[];
  /** Refuses if the formula cannot be read. */
  tree(name: string): Tree | undefined;
  /** The same, but undefined if it cannot be read. */
  readable(name: string): Tree | undefined;
  /** Runs `work` inside a quantity; refuses circles and too deep nesting. */
  inside<T>(name: string, at: number, work: (tree: Tree) => T): T;
}

export function quantitiesOf(spec: Experiment): Quantities {
  const formulas = (spec.quantities ?? {}) as Readonly<Record<string, string>>;
  const trees = new Map<string, Tree>();
  const open: string[] = [];
  const tree = (name: string): Tree | undefined => {
    if (!Object.hasOwn(formulas, name)) return undefined;
    const known = trees.get(name) ?? parse(formulas[name]);
    trees.set(name, known);
    return known;
  };
  const readable = (name: string): Tree | undefined => {
    try {
      return tree(name);
    } catch (error) {
      if (isFormulaError(error)) return undefined;
      throw error;
    }
  };
  return {
    names: Object.keys(formulas),
    tree,
    readable,
    inside: (name, at, work) => {
      if (open.includes(name)) formulaError(`"${name}" is defined by itself`, at);
      if (open.length >= DEEPEST) formulaError(`quantities are nested more than ${DEEPEST} deep`, at);
      open.push(name);
      try {
        return work(tree(name) ?? formulaError(`there is no quantity "${name}"`, at));
      } finally {
        open.pop();
      }
    },
  };
}

/** What a quantity is in an algebra, by its name and the clock around it, each found once. */
export function quantityIn<T>(
  quantities: Quantities,
  algebra: () => Algebra<T>,
): (name: string, clock: string | undefined, at: number) => T {
  const known = new Map<string, T>();
  return (name, clock, at) => {
    const key = `${name}|${clock ?? ""}`;
    const inside = (tree: Tree): T => interpret(tree, algebra(), algebra().clock(tree) ?? clock);
    const value = known.get(key) ?? quantities.inside(name, at, inside);
    known.set(key, value);
    return value;
  };
}
