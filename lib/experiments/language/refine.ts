/**
 * The same experiment with smaller steps: what a claim says must not depend on the discretisation that it was checked
 * with.
 */
import { claimsOf } from "./claims.js";
import { mentionedNames } from "./formula/mentions.js";
import { renumbered } from "./renumbered.js";
import type { Experiment } from "./types.generated.js";

export interface Refined {
  readonly spec: Experiment;
  /** Claims that say nothing about smaller steps and are left out, with the reason as a sentence. */
  readonly apart: Readonly<Record<string, string>>;
}

/** Whether all numbers are equal within rounding. */
const constant = (numbers: readonly number[]): boolean =>
  numbers.every(v => Math.abs(v - numbers[0]) <= 1e-9 * Math.abs(numbers[0]));

/**
 * Labels of step sizes fall as step counts rise, labels of counts rise with them; others stay where all counts are
 * equal.
 */
function relabelled(
  labels: readonly number[],
  counts: readonly number[],
  factor: number,
): readonly number[] | undefined {
  if (constant(counts)) return labels;
  if (constant(labels.map((v, i) => v * counts[i]))) return labels.map(v => v / factor);
  return constant(labels.map((v, i) => v / counts[i])) ? labels.map(v => v * factor) : undefined;
}

type Section = Readonly<Record<string, unknown>>;

const without = <T extends Section>(section: T, names: Section): T =>
  Object.fromEntries(Object.entries(section).filter(([name]) => !Object.hasOwn(names, name))) as T;

/** Figures without the badges of claims that are left out. */
const unbadged = (figures: Experiment["figures"], apart: Section): Experiment["figures"] =>
  Object.fromEntries(
    Object.entries(figures ?? {}).map(([name, figure]) => {
      const entry = figure as { readonly badges?: readonly string[]; readonly claims?: readonly string[] };
      const kept = (names: readonly string[]): readonly string[] => names.filter(each => !Object.hasOwn(apart, each));
      return [
        name,
        {
          ...entry,
          ...(entry.badges && { badges: kept(entry.badges) }),
          ...(entry.claims && { claims: kept(entry.claims) }),
        },
      ];
    }),
  ) as Experiment["figures"];

/**
 * Every number of steps of an experiment times `factor`: of runs, of `same-as`, of axes, and where formulas select from
 * such axes. Axes that label step sizes follow. Recorded times stay. A claim that speaks of an axis whose labels cannot
 * follow, or that says itself that it is about these very steps (`steps`), is left out.
 */
export function refine(spec: Experiment, factor: number): Refined {
  if (factor === 1) return { spec, apart: {} };
  const after = renumbered(spec, {
    property: "steps",
    change: count => count * factor,
    relabel: (labels, counts) => relabelled(labels, counts, factor),
  });
  const apart = Object.fromEntries(
    Object.entries(claimsOf(spec)).flatMap(([name, claim]) => {
      const axis = mentionedNames(claim, spec).find(each => after.unclear.includes(each));
      const reason = claim.steps ?? (axis && `the labels of the axis "${axis}" do not follow its numbers of steps`);
      return reason === undefined ? [] : [[name, reason]];
    }),
  );
  const { claims, figures } = after.spec;
  return {
    spec: { ...after.spec, claims: without(claims, apart), ...(figures && { figures: unbadged(figures, apart) }) },
    apart,
  };
}
