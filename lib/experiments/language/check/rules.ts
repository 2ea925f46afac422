import type { ResolvedRun } from "../../tasks/task.js";
import { escape } from "../pointer.js";
import type { Geometry, Space } from "../types.generated.js";
import { isUnder, type Finding } from "./problem.js";
import { PART_RULES } from "./part-rules.js";

/** Whether the schema has found nothing wrong at or below a pointer inside the run. */
export type Clean = (pointer: string) => boolean;

/**
 * A rule beyond the schema: what is wrong with a run, with pointers inside the run. It is asked where the schema is
 * content with the parts that it reads.
 */
interface Rule {
  readonly reads: readonly string[];
  readonly of: (run: ResolvedRun, clean: Clean) => readonly Finding[];
}

/** `steps` is a multiple of `records`: so a sweep over steps keeps the recorded times. */
const wholeRecords = (run: ResolvedRun): readonly Finding[] => {
  if (run.task !== "flow" || run.time.steps % run.time.records === 0) return [];
  return [{ pointer: "/time/steps", message: `${run.time.steps} is no multiple of records = ${run.time.records}` }];
};

/** The terms that a splitting integrates one by one: those of the sum under any `spherical`. */
function termsOf(geometry: Geometry): number {
  if (geometry.name === "spherical") return termsOf(geometry.of);
  return geometry.name === "sum" ? geometry.of.length : 1;
}

/** A splitting has one integrator per term of the geometry. */
const splitParts = (run: ResolvedRun): readonly Finding[] => {
  if (run.task !== "flow" || run.integrator.name !== "splitting") return [];
  const [parts, terms] = [run.integrator.of.length, termsOf(run.geometry)];
  return parts === terms
    ? []
    : [{ pointer: "/integrator/of", message: `has ${parts} integrators, the geometry has ${terms} term(s)` }];
};

/** The same of a curve that is integrated. */
const wholeCurveRecords = (run: ResolvedRun): readonly Finding[] => {
  if (run.task !== "curve" || !("steps" in run.by) || run.by.steps % run.records === 0) return [];
  return [{ pointer: "/by/steps", message: `${run.by.steps} is no multiple of records = ${run.records}` }];
};

/** A curve between two states says where it ends; one that is released does not. */
const endOfCurve = (run: ResolvedRun): readonly Finding[] => {
  if (run.task !== "curve" || (run.by.name === "release") !== "to" in run) return [];
  return [
    {
      pointer: "/to",
      message:
        run.by.name === "release" ? "has no meaning for a curve that is released" : "is missing (State at t = 1)",
    },
  ];
};

const isObject = (value: unknown): value is object => value !== null && typeof value === "object";

/** Findings about one value and whatever is inside it. */
function visit(value: object, pointer: string, space: Space, clean: Clean, out: Finding[]): void {
  if (!Array.isArray(value) && clean(pointer))
    for (const rule of PART_RULES) out.push(...rule(value, space).map(f => ({ ...f, pointer: pointer + f.pointer })));
  for (const [key, child] of Object.entries(value))
    if (isObject(child)) visit(child, `${pointer}/${escape(key)}`, space, clean, out);
}

/** The rules for measures, data and spaces, wherever they stand in the run. */
const parts = (run: ResolvedRun, clean: Clean): readonly Finding[] => {
  const out: Finding[] = [];
  visit(run, "", run.space, clean, out);
  return out;
};

/** All rules of a run, in the order of their messages. */
const RULES: readonly Rule[] = [
  { reads: ["/time"], of: wholeRecords },
  { reads: ["/by", "/records"], of: wholeCurveRecords },
  { reads: ["/integrator", "/geometry"], of: splitParts },
  { reads: ["/by", "/to"], of: endOfCurve },
  { reads: ["/space"], of: parts },
];

/** What the rules say of a run whose schema has these findings. */
export function checkRules(run: ResolvedRun, formal: readonly Finding[]): readonly Finding[] {
  const clean: Clean = pointer => !formal.some(finding => isUnder(finding.pointer, pointer));
  if (formal.some(({ pointer }) => pointer === "" || pointer === "/task")) return [];
  return RULES.filter(({ reads }) => reads.every(clean)).flatMap(({ of }) => of(run, clean));
}
