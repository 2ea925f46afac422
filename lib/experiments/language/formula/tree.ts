/** One selection `[dim=label]`; `at` is its place in the text. */
export interface Selection {
  readonly dim: string;
  readonly label: string;
  readonly at: number;
}

/** A formula as a tree; `at` counts characters from 0, for messages. */
export type Tree =
  | { readonly op: "number"; readonly value: number; readonly at: number }
  | { readonly op: "name"; readonly name: string; readonly at: number }
  | { readonly op: "output"; readonly run: string; readonly output: string; readonly at: number }
  | { readonly op: "select"; readonly of: Tree; readonly selection: Selection; readonly at: number }
  | { readonly op: "call"; readonly name: string; readonly of: readonly Tree[]; readonly at: number };

/** The parts of a tree. */
export const children = (tree: Tree): readonly Tree[] =>
  tree.op === "call" ? tree.of : tree.op === "select" ? [tree.of] : [];

/** 1 for a leaf. */
export const depth = (tree: Tree): number => 1 + Math.max(0, ...children(tree).map(depth));

/** What is wrong with a formula, and where. */
export interface FormulaError extends Error {
  readonly at: number;
}

/** Refuses a formula at a place of its text. */
export function formulaError(message: string, at: number): never {
  throw Object.assign(new Error(message), { at });
}

export const isFormulaError = (error: unknown): error is FormulaError =>
  error instanceof Error && "at" in error && typeof error.at === "number";

/** Most characters of a formula that are shown on each side of a mistake. */
const AROUND = 200;

/** The message with the formula cut at the place: `… in: max(x, >>>tt)`. */
export function explain(formula: string, { message, at }: FormulaError): string {
  const before = at > AROUND ? `...${formula.slice(at - AROUND, at)}` : formula.slice(0, at);
  const after = formula.length > at + AROUND ? `${formula.slice(at, at + AROUND)}...` : formula.slice(at);
  return `${message}   in: ${before}>>>${after}`;
}
