import type { Json } from "../pointer.js";

/** What is wrong with a spec, at the place where the hand must go: a JSON pointer, "" for the whole file. */
export interface Problem {
  readonly file: string;
  readonly pointer: string;
  readonly message: string;
}

/** What was probably meant by a misprint: the value, or the key (undefined: none, the entry means nothing). */
export type Instead = { readonly value: Json } | { readonly key: string | undefined };

/** A problem of a spec whose file does not matter yet. */
export interface Finding extends Pick<Problem, "pointer" | "message"> {
  readonly instead?: Instead;
  /** Whether another finding says the same to a reader. */
  readonly echo?: boolean;
}

/** Every finding once, in the order of appearance. */
export const distinct = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map(finding => [`${finding.pointer} ${finding.message}`, finding])).values(),
];

/** Whether a pointer lies at or below another. */
export const isUnder = (pointer: string, top: string): boolean => pointer === top || pointer.startsWith(`${top}/`);

const LONGEST_VALUE = 60;

/** A value as it is shown in messages: JSON, cut after 60 characters. */
export function shown(value: unknown): string {
  if (value !== null && typeof value === "object") return shownObject(value);
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "nothing");
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 3)}...` : text;
}

/** The beginning of a list or object; of a long one, no more than that is ever written out. */
function shownObject(value: object): string {
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  let text = open;
  for (const [key, child] of Object.entries(value)) {
    if (text.length > LONGEST_VALUE) return `${text.slice(0, LONGEST_VALUE - 3)}...`;
    text += `${text === open ? "" : ","}${Array.isArray(value) ? "" : `${JSON.stringify(key)}:`}${shown(child)}`;
  }
  text += close;
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 3)}...` : text;
}
