import { axesOf } from "../axes.js";
import { isFunction } from "../formula/interpret.js";
import { escape, type Json } from "../pointer.js";
import { runsOf } from "../same-as.js";
import { insteadOf } from "../../../arithmetic/suggest.js";
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
export function checkNames(spec: Json, marks: readonly Mark[]): readonly Finding[] {
  const { runs, claims, axes } = spec as { readonly [section: string]: Json };
  const lists: Readonly<Record<string, readonly string[]>> = {
    run: keysOf(runs),
    claim: keysOf(claims),
    dimension: [...OUTPUT_DIMENSIONS, ...keysOf(axes)],
  };
  return marks
    .filter(mark => mark.keyword === "x-names" && !lists[mark.kind].includes(mark.value))
    .map(({ pointer, kind, value }) => ({
      pointer,
      message: `there is no ${kind} "${value}", ${insteadOf(value, lists[kind])}`,
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
      : [{ pointer: `/quantities/${escape(name)}`, message: `the name is already taken by ${taken}` }];
  });
}
