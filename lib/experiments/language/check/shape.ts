import { escape, isForbidden, type Json } from "../pointer.js";
import { isPrintable, printable } from "./printable.js";
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

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === null || prototype === Object.prototype;
};

const entriesOf = (value: Json): readonly (readonly [string, Json])[] =>
  value !== null && typeof value === "object" ? (Object.entries(value) as [string, Json][]) : [];

/** What a number is that JSON cannot hold, and the number it is taken for where the rest is checked. */
const ofNumber = (value: number): Omit<Finding, "pointer"> =>
  Number.isNaN(value)
    ? { message: "is not a number (NaN)" }
    : { message: "is too large for a number", instead: { value: Math.sign(value) * Number.MAX_VALUE } };

function ofText(value: string): Omit<Finding, "pointer"> | undefined {
  if (value.length > LONGEST)
    return {
      message: `has ${value.length} characters, at most ${LONGEST} are read`,
      instead: { value: value.slice(0, LONGEST) },
    };
  return isPrintable(value)
    ? undefined
    : {
        message: `${shown(value)} has characters that are no text, such as controls of a terminal`,
        instead: { value: printable(value) },
      };
}

const kindOf = (value: object): string => value.constructor?.name ?? "object";

/** What is wrong with a value itself, of whatever a notebook may hold. */
function ofValue(value: unknown): Omit<Finding, "pointer"> | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? undefined : ofNumber(value);
  if (typeof value === "string") return ofText(value);
  if (value === null || value === undefined || typeof value === "boolean") return undefined;
  if (typeof value !== "object") return { message: `is a ${typeof value}: a spec is made of what JSON can hold` };
  return isPlain(value)
    ? undefined
    : { message: `is a ${kindOf(value)}: write a list or an object, as JSON has them (Array.from makes a list)` };
}

const ofKey = (key: string): string | undefined =>
  isForbidden(key) || !isPrintable(key) || key.length > LONGEST ? `${shown(key)} is no admissible name` : undefined;

const OMITTED = { instead: { key: undefined } } as const;

function findingsAt(visit: Visit): readonly Finding[] {
  const { value, pointer, depth } = visit;
  if (depth > DEEPEST) return [{ pointer, message: `is nested more than ${DEEPEST} deep` }];
  const own = ofValue(value);
  if (own !== undefined) return [{ pointer, ...own }];
  return entriesOf(value).flatMap(([key]) => {
    const message = ofKey(key);
    if (message === undefined) return [];
    return [{ pointer: `${pointer}/${escape(key)}`, message, ...(!Array.isArray(value) && OMITTED) }];
  });
}

/**
 * Refuses what could exhaust or mislead the checker itself: depth, length, size, what is no JSON, and names that mean
 * the machinery of the language. No recursion.
 */
export function checkShape(json: Json): readonly Finding[] {
  const open: Visit[] = [{ value: json, pointer: "", depth: 0 }];
  const findings: Finding[] = [];
  for (let seen = 0; open.length > 0; seen++) {
    const visit = open.pop() as Visit;
    if (seen > MOST) return [{ pointer: "", message: `has more than ${MOST} values: put large data into a file` }];
    const here = findingsAt(visit);
    findings.push(...here);
    if (here.some(({ pointer }) => pointer === visit.pointer)) continue;
    for (const [key, value] of entriesOf(visit.value))
      if (ofKey(key) === undefined)
        open.push({ value, pointer: `${visit.pointer}/${escape(key)}`, depth: visit.depth + 1 });
  }
  return findings;
}
