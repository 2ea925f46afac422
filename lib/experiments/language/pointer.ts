/** What a spec is made of. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Names that every object has already: reading them would find the machinery of the language instead of data. */
const MACHINERY: readonly string[] = Object.getOwnPropertyNames(Object.prototype);

export const isForbidden = (key: string): boolean => MACHINERY.includes(key);

export { escape } from "../../arithmetic/place.js";

/** The steps of a JSON pointer. */
export const steps = (pointer: string): readonly string[] =>
  pointer
    .split("/")
    .slice(1)
    .map(step => step.replace(/~1/g, "/").replace(/~0/g, "~"));

/** The pointer to what holds the place. */
export const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf("/"));

/** The entry of an object or array that is its own, undefined otherwise. */
function child(value: Json | undefined, key: string): Json | undefined {
  if (value === null || typeof value !== "object" || isForbidden(key) || !Object.hasOwn(value, key)) return undefined;
  return (value as { readonly [key: string]: Json })[key];
}

/** The place a path leads to, undefined if it leads nowhere. */
export const read = (value: Json, path: readonly string[]): Json | undefined =>
  path.reduce(child, value as Json | undefined);

/** Whether the parent of the last step exists and can hold it. */
export function canWrite(value: Json, path: readonly string[]): boolean {
  const last = path.at(-1);
  const parent = read(value, path.slice(0, -1));
  if (
    last === undefined ||
    parent === undefined ||
    parent === null ||
    typeof parent !== "object" ||
    path.some(isForbidden)
  )
    return false;
  return !Array.isArray(parent) || (/^(0|[1-9]\d*)$/.test(last) && Number(last) < parent.length);
}

/** A copy with another value at a path; the copy shares what did not change. */
export function write(value: Json, path: readonly string[], next: Json): Json {
  if (path.length === 0) return next;
  const [key, ...rest] = path;
  const inner = write(child(value, key) ?? null, rest, next);
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === key ? inner : item));
  return { ...(value as { readonly [key: string]: Json }), [key]: inner };
}
