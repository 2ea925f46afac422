import { isFunction } from "../formula/interpret.js";
import { parse } from "../formula/parser.js";
import { children, isFormulaError, type Tree } from "../formula/tree.js";
import { escape, read, type Json } from "../pointer.js";
import { nearest } from "../../../arithmetic/suggest.js";
import { CONSTANTS, OUTPUT_DIMENSIONS } from "../vocabulary.js";
import type { Finding } from "./problem.js";
import type { Mark } from "./schema.js";

/** The words of a formula that name runs, axes or quantities. */
export function wordsOf(tree: Tree): readonly string[] {
  const own =
    tree.op === "output"
      ? [tree.run]
      : tree.op === "name"
        ? [tree.name]
        : tree.op === "select"
          ? [tree.selection.dim]
          : [];
  return [...own, ...children(tree).flatMap(wordsOf)];
}

const lettersOf = (text: string): readonly string[] => text.match(/[A-Za-z][A-Za-z0-9]*/g) ?? [];

/** The same; of a formula that cannot be read, every word in it. */
function wordsIn(formula: string): readonly string[] {
  try {
    return wordsOf(parse(formula));
  } catch (error) {
    if (!isFormulaError(error)) throw error;
    return lettersOf(formula);
  }
}

/** Every word of every text in a value. */
function textsIn(value: Json | undefined): readonly string[] {
  if (typeof value === "string") return lettersOf(value);
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(textsIn) : [];
}

const namesIn = (json: Json, section: string): readonly string[] => {
  const value = read(json, [section]);
  return value !== null && typeof value === "object" ? Object.keys(value) : [];
};

/** Words of the language, which mean no entry. */
const isWord = (word: string): boolean =>
  OUTPUT_DIMENSIONS.includes(word) || Object.hasOwn(CONSTANTS, word) || isFunction(word);

/** Where a mistake takes away what could speak of a name, or the names themselves. */
const WHOLE: readonly string[] = ["", "/runs", "/axes", "/quantities", "/claims", "/figures"];

/**
 * Whatever is written is used: a run, axis or quantity that nothing speaks of is a misprint or dead. Where there are
 * other mistakes, a name counts as used if any text has it, or a word that nothing is called and that is near to it.
 */
export function checkUse(json: Json, marks: readonly Mark[], mistakes: readonly Finding[]): readonly Finding[] {
  if (mistakes.some(({ pointer }) => WHOLE.includes(pointer))) return [];
  const [runs, axes, quantities] = ["runs", "axes", "quantities"].map(section => namesIn(json, section));
  const names = new Set([...runs, ...axes, ...quantities]);
  const spoken = new Set([
    ...marks
      .filter(mark => mark.keyword === "x-formula" && mark.kind === "experiment")
      .flatMap(mark => wordsIn(mark.value)),
    ...marks.filter(mark => mark.keyword === "x-names").map(mark => mark.value),
    ...(mistakes.length > 0 ? textsIn(json) : []),
  ]);
  const strange = mistakes.length > 0 ? [...spoken].filter(word => !names.has(word) && !isWord(word)) : [];
  const isUsed = (name: string): boolean =>
    spoken.has(name) || strange.some(word => nearest(word, [name]) !== undefined);
  const isMoved = (axis: string): boolean => read(json, ["axes", axis, "set"]) !== undefined;
  const unused = (section: string, all: readonly string[], message: string): readonly Finding[] =>
    all.filter(name => !isUsed(name)).map(name => ({ pointer: `/${section}/${escape(name)}`, message }));
  return [
    ...unused("runs", runs, "is used by no claim, no figure and no other run"),
    ...unused(
      "axes",
      axes.filter(name => !isMoved(name)),
      "is used by no run and no formula",
    ),
    ...unused("quantities", quantities, "is used by no claim, no figure and no other quantity"),
  ];
}
