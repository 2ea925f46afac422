/** What a program can see of the standards for claims in CONTRIBUTING: hints, not mistakes. */
import { axesOf } from "../axes.js";
import { escape } from "../pointer.js";
import type { Claim, Experiment } from "../types.generated.js";
import { unitsOf } from "../units.js";
import { presented } from "./presented.js";
import type { Finding, Problem } from "./problem.js";

/** Parameters that enter a statement as factors, squares or exponents: each of them hides behind the value 1. */
const SCALES: readonly string[] = [
  ..."alpha bandwidth beta covariance depth epsilon factor lambda noise rho radius scale sigma temperature".split(" "),
];

/** A number, or the entries of a matrix that are not 0. */
const numbersIn = (value: unknown): readonly number[] =>
  [value].flat(2).filter((v): v is number => typeof v === "number" && v !== 0);

/** The values of the scales in a task, under their names. */
function scalesIn(value: unknown, found: Map<string, Set<number>>): void {
  if (value === null || typeof value !== "object") return;
  for (const [key, child] of Object.entries(value)) {
    if (SCALES.includes(key))
      for (const scale of numbersIn(child)) found.set(key, (found.get(key) ?? new Set()).add(scale));
    scalesIn(child, found);
  }
}

/** Scales that are 1 in every run: an error in their power is seen by no claim. */
function alwaysOne(spec: Experiment): readonly Finding[] {
  const found = new Map<string, Set<number>>();
  for (const { task } of unitsOf(spec)) scalesIn(task, found);
  return [...found]
    .filter(([, values]) => values.size === 1 && values.has(1))
    .map(([name]) => ({
      pointer: "/runs",
      message:
        `${name} is 1 in every run, so that an error in its power is seen by no claim: ` +
        "take another value in one of them",
    }));
}

const claimsOf = ({ claims }: Experiment): readonly (readonly [name: string, claim: Claim])[] =>
  Object.entries(claims ?? {}).flatMap(([name, claim]) => (claim === undefined ? [] : [[name, claim] as const]));

/** Claims that something falls along an axis without one that says how fast: it may fall towards a wrong limit. */
function ordersOnly(spec: Experiment): readonly Finding[] {
  const axes = Object.keys(axesOf(spec));
  const fitted = (axis: string): boolean =>
    claimsOf(spec).some(
      ([, claim]) =>
        claim.claim === "equal" && !claim.control && /\bslope\(/.test(claim.measured) && claim.measured.includes(axis),
    );
  return claimsOf(spec).flatMap(([name, claim]) =>
    claim.claim === "monotone" && !claim.control && axes.includes(claim.along) && !fitted(claim.along)
      ? [
          {
            pointer: `/claims/${escape(name)}`,
            message:
              `what is monotone along ${claim.along} may tend to a wrong limit: ` +
              "claim its fitted slope, too, and a wrong limit as a control",
          },
        ]
      : [],
  );
}

/** A spec with claims of which none must fail. */
const uncontrolled = (spec: Experiment): readonly Finding[] =>
  claimsOf(spec).length > 0 && !claimsOf(spec).some(([, { claim, ...rest }]) => claim !== "ends" && "control" in rest)
    ? [{ pointer: "/claims", message: "no claim must fail: add a control, the same claim of something that is not so" }]
    : [];

/** Where the claims of a spec without mistakes fall short of what a program can see of the standards. */
export const standards = (spec: Experiment, file: string): readonly Problem[] =>
  presented([...alwaysOne(spec), ...ordersOnly(spec), ...uncontrolled(spec)], file);
