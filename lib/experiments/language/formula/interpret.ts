import { insteadOf } from "../../../arithmetic/suggest.js";
import { INTEGRAL, SCANS, type Scan } from "./calculus.js";
import { BINARY, UNARY } from "./elementwise.js";
import { ENDS, OVER, type Reduction } from "./lines.js";
import { formulaError, type Selection, type Tree } from "./tree.js";

/**
 * What a formula means over some kind of value. Two algebras exist, dimensions and arrays, and one reading of formulas
 * for both: so the checker and the evaluator cannot disagree. `clock` is the run whose recorded times are meant by `t`.
 */
export interface Algebra<T> {
  number(value: number): T;
  name(name: string, clock: string | undefined, at: number): T;
  output(run: string, output: string, at: number): T;
  select(x: T, selection: Selection): T;
  /** Entry by entry, broadcast by name. */
  map(f: (...x: readonly number[]) => number, parts: readonly T[], at: number): T;
  reduce(x: T, dim: string, reduction: Reduction, at: number): T;
  scan(x: T, dim: string, scan: Scan, at: number): T;
  /** Slope of y over the only dimension of x, within a window of two numbers. */
  slope(y: T, x: T, window: readonly T[], at: number): T;
  /** The first run with recorded times that the tree mentions. */
  clock(tree: Tree): string | undefined;
}

type Call = Extract<Tree, { op: "call" }>;
type Clock = string | undefined;

/** How a function is called and read. */
interface Rule {
  readonly counts: readonly number[];
  readonly usage: string;
  read<T>(algebra: Algebra<T>, call: Call, clock: Clock): T;
}

const elementwise = (f: (...x: readonly number[]) => number, count: number, usage: string): Rule => ({
  counts: [count],
  usage,
  read: (algebra, { of, at }, clock) =>
    algebra.map(
      f,
      of.map(part => interpret(part, algebra, clock)),
      at,
    ),
});

/** A function that runs along t: in its argument, `t` means the recorded times of the runs mentioned there. */
const inside = <T>(tree: Tree, dim: string, algebra: Algebra<T>, clock: Clock): T =>
  interpret(tree, algebra, (dim === "t" ? algebra.clock(tree) : undefined) ?? clock);

const alongTime = (name: string, apply: <T>(algebra: Algebra<T>, x: T, at: number) => T): Rule => ({
  counts: [1],
  usage: `${name}(x)`,
  read: (algebra, { of, at }, clock) => apply(algebra, inside(of[0], "t", algebra, clock), at),
});

const over = (name: string, reduction: Reduction): Rule => ({
  counts: [2],
  usage: `${name}(x, seed)`,
  read: (algebra, { of: [x, dim] }, clock) =>
    dim.op === "name"
      ? algebra.reduce(inside(x, dim.name, algebra, clock), dim.name, reduction, dim.at)
      : formulaError(`the second argument of ${name} is a dimension: ${name}(x, seed)`, dim.at),
});

const integralOver = over("integral", INTEGRAL);
const integralAlongTime = alongTime("integral", (algebra, x, at) => algebra.reduce(x, "t", INTEGRAL, at));

const entries = <V>(table: Readonly<Record<string, V>>, rule: (name: string, value: V) => Rule): [string, Rule][] =>
  Object.entries(table).map(([name, value]) => [name, rule(name, value)]);

const RULES: ReadonlyMap<string, Rule> = new Map([
  ...entries(UNARY, (name, f) => elementwise(f, 1, `${name}(x)`)),
  ...entries(BINARY, (name, f) => elementwise(f, 2, `${name}(x, y)`)),
  ...entries(OVER, over),
  ...entries(ENDS, (name, end) => alongTime(name, (algebra, x, at) => algebra.reduce(x, "t", end, at))),
  ...entries(SCANS, (name, scan) => alongTime(name, (algebra, x, at) => algebra.scan(x, "t", scan, at))),
  [
    "integral",
    {
      counts: [1, 2],
      usage: "integral(x) along t, integral(x, axis) over an axis",
      read: (algebra, node, clock) =>
        (node.of.length === 1 ? integralAlongTime : integralOver).read(algebra, node, clock),
    },
  ],
  [
    "slope",
    {
      counts: [2, 4],
      usage: "slope(y, x) or slope(y, x, from, to)",
      read: (algebra, { of, at }, clock) => {
        const bound = algebra.clock(of[0]) ?? clock;
        const [y, x, ...window] = of.map(part => interpret(part, algebra, bound));
        return algebra.slope(y, x, window, at);
      },
    },
  ],
]);

/** Words that the operators are called inside; nobody writes them. */
const OPERATORS: readonly string[] = ["negate", "add", "subtract", "multiply", "divide", "power"];

/** Every function that a formula may call. */
export const FUNCTIONS: readonly string[] = [...RULES.keys()].filter(name => !OPERATORS.includes(name));

/** Whether the second argument of a function is a dimension: `max(x, t)`. */
export const takesDimension = (name: string): boolean => Object.hasOwn(OVER, name) || name === "integral";

/** Whether a word is a function of formulas. */
export const isFunction = (name: string): boolean => FUNCTIONS.includes(name);

function call<T>(tree: Call, algebra: Algebra<T>, clock: Clock): T {
  const rule = RULES.get(tree.name);
  if (rule === undefined)
    return formulaError(`there is no function "${tree.name}", ${insteadOf(tree.name, FUNCTIONS)}`, tree.at);
  if (!rule.counts.includes(tree.of.length))
    formulaError(
      `${tree.name} takes ${rule.counts.join(" or ")} argument(s), not ${tree.of.length}: ${rule.usage}`,
      tree.at,
    );
  return rule.read(algebra, tree, clock);
}

/** The value of a formula in an algebra. Refuses with the place. */
export function interpret<T>(tree: Tree, algebra: Algebra<T>, clock: Clock): T {
  if (tree.op === "number") return algebra.number(tree.value);
  if (tree.op === "name") return algebra.name(tree.name, clock, tree.at);
  if (tree.op === "output") return algebra.output(tree.run, tree.output, tree.at);
  if (tree.op === "select") return algebra.select(inside(tree.of, tree.selection.dim, algebra, clock), tree.selection);
  return call(tree, algebra, clock);
}
