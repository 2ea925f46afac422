import { escape, isForbidden, type Json } from "../pointer.js";
import { shown, type Finding } from "./problem.js";

/**
 * Deepest nesting, longest string and most values of a spec: beyond any honest use, and small enough that nothing can
 * hang on them.
 */
export const DEEPEST = 40;
const LONGEST = 10_000;
const MOST = 500_000;

interface Visit {
  readonly value: Json;
  readonly pointer: string;
  readonly depth: number;
}

const entriesOf = (value: Json): readonly (readonly [string, Json])[] =>
  value !== null && typeof value === "object" ? (Object.entries(value) as [string, Json][]) : [];

function findingAt({ value, pointer, depth }: Visit): Finding | undefined {
  if (depth > DEEPEST) return { pointer, message: `is nested more than ${DEEPEST} deep` };
  if (typeof value === "string" && value.length > LONGEST)
    return { pointer, message: `has ${value.length} characters, at most ${LONGEST} are read` };
  if (typeof value === "number" && !Number.isFinite(value)) return { pointer, message: "is too large for a number" };
  const wrong = entriesOf(value).find(([key]) => isForbidden(key));
  return wrong === undefined
    ? undefined
    : { pointer: `${pointer}/${escape(wrong[0])}`, message: `${shown(wrong[0])} is no admissible name` };
}

/**
 * Refuses what could exhaust the checker itself: depth, length, size, and names that mean the machinery of the
 * language. No recursion.
 */
export function checkShape(json: Json): readonly Finding[] {
  const open: Visit[] = [{ value: json, pointer: "", depth: 0 }];
  const findings: Finding[] = [];
  for (let seen = 0; open.length > 0; seen++) {
    const visit = open.pop() as Visit;
    const finding = findingAt(visit);
    if (seen > MOST) return [{ pointer: "", message: `has more than ${MOST} values: put large data into a file` }];
    if (finding !== undefined) findings.push(finding);
    else
      for (const [key, value] of entriesOf(visit.value))
        open.push({ value, pointer: `${visit.pointer}/${escape(key)}`, depth: visit.depth + 1 });
  }
  return findings;
}
