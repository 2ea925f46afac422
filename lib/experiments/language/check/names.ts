import { axesOf } from "../axes.js";
import { isFunction } from "../formula/interpret.js";
import { parse } from "../formula/parser.js";
import { children, type Tree } from "../formula/tree.js";
import { runsOf } from "../same-as.js";
import { insteadOf } from "../suggest.js";
import type { Experiment } from "../types.generated.js";
import { CONSTANTS, OUTPUT_DIMENSIONS } from "../vocabulary.js";
import type { Finding } from "./problem.js";
import type { Mark } from "./schema.js";

const quantityNames = (spec: Experiment): readonly string[] => Object.keys(spec.quantities ?? {});

const keysOf = (value: unknown): readonly string[] =>
  value !== null && typeof value === "object" ? Object.keys(value) : [];

/**
 * Every name of a run, claim or dimension is one. The spec is taken as it is, with entries that have mistakes, or none.
 */
export function checkNames({ runs, claims, axes }: Partial<Experiment>, marks: readonly Mark[]): readonly Finding[] {
  const lists: Readonly<Record<string, readonly string[]>> = {
    run: keysOf(runs),
    claim: keysOf(claims),
    dimension: [...OUTPUT_DIMENSIONS, ...keysOf(axes)],
  };
  return marks
    .filter(mark => mark.keyword === "x-names" && !(lists[mark.kind] ?? []).includes(mark.value))
    .map(({ pointer, kind, value }) => ({
      pointer,
      message: `there is no ${kind} "${value}", ${insteadOf(value, lists[kind] ?? [])}`,
    }));
}

/** A quantity has a name of its own. */
export function checkQuantityNames(spec: Experiment): readonly Finding[] {
  const owner = (name: string): string | undefined =>
    Object.hasOwn(axesOf(spec), name)
      ? "an axis"
      : Object.hasOwn(runsOf(spec), name)
        ? "a run"
        : name === "t" || Object.hasOwn(CONSTANTS, name) || isFunction(name)
          ? "the language"
          : undefined;
  return quantityNames(spec).flatMap(name => {
    const taken = owner(name);
    return taken === undefined
      ? []
      : [{ pointer: `/quantities/${name}`, message: `the name is already taken by ${taken}` }];
  });
}

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

/** Whatever is written is used: a run, axis or quantity that nothing speaks of is a misprint or dead. */
export function checkUse(spec: Experiment, marks: readonly Mark[]): readonly Finding[] {
  const spoken = new Set([
    ...marks
      .filter(mark => mark.keyword === "x-formula" && mark.kind === "experiment")
      .flatMap(mark => wordsOf(parse(mark.value))),
    ...marks.filter(mark => mark.keyword === "x-names").map(mark => mark.value),
  ]);
  const moved = (name: string): boolean => axesOf(spec)[name].set !== undefined;
  return [
    ...Object.keys(runsOf(spec))
      .filter(name => !spoken.has(name))
      .map(name => ({ pointer: `/runs/${name}`, message: "is used by no claim, no figure and no other run" })),
    ...Object.keys(axesOf(spec))
      .filter(name => !spoken.has(name) && !moved(name))
      .map(name => ({ pointer: `/axes/${name}`, message: "is used by no run and no formula" })),
    ...quantityNames(spec)
      .filter(name => !spoken.has(name))
      .map(name => ({
        pointer: `/quantities/${name}`,
        message: "is used by no claim, no figure and no other quantity",
      })),
  ];
}
