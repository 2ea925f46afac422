import { type Complaint, complaintsOf, isRefusal, refuseAll } from "./refusal.js";

/** Where a part of a spec stands: its JSON pointer, and the part that it belongs to. */
interface Place {
  readonly pointer: string;
  readonly parent?: object;
}

/** Parts are told apart by identity; what no spec gave has no place. */
const PLACES = new WeakMap<object, Place>();

/** What was made of a part of a spec: a kernel that fails in the middle of a run knows where it was written. */
const SPECS = new WeakMap<object, object>();

/** A key as a step of a JSON pointer (RFC 6901). */
export const escape = (key: string | number): string => String(key).replace(/~/g, "~0").replace(/\//g, "~1");

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Gives a spec, and all parts below it, their places; a list of numbers or of points is one part. */
export function locate(part: object, pointer = "", parent?: object): void {
  PLACES.set(part, { pointer, parent });
  if (Array.isArray(part) && (!isObject(part[0]) || Array.isArray(part[0]))) return;
  for (const [key, child] of Object.entries(part))
    if (isObject(child)) locate(child, `${pointer}/${escape(key)}`, part);
}

/** Remembers of what part of a spec something was made. */
export function madeFrom<T extends object>(spec: object, made: T): T {
  SPECS.set(made, spec);
  return made;
}

/** Shorter keys (`of`, `at`, `to`) are words of every sentence. */
const SHORTEST = 4;

/** The own key of a part that a sentence speaks of first, as a step of a pointer. */
function fieldIn(part: object, sentence: string): string | undefined {
  const words = sentence.split(/[^\w-]+/);
  const keys = Object.keys(part).filter(key => key.length >= SHORTEST && key !== "name" && words.includes(key));
  const [first] = keys.sort((a, b) => words.indexOf(a) - words.indexOf(b));
  return first === undefined ? undefined : `/${escape(first)}`;
}

/**
 * A complaint about a part of a spec, or about what was made of it: at the field that the sentence speaks of, of this
 * part or of the one that it belongs to, else at the part.
 */
export function about(part: object, reason: string): Complaint {
  const spec = SPECS.get(part) ?? part;
  const place = PLACES.get(spec);
  if (place === undefined) return { reason };
  const { pointer, parent } = place;
  const own = fieldIn(spec, reason);
  const beside = own === undefined && parent !== undefined ? fieldIn(parent, reason) : undefined;
  const above = parent === undefined ? undefined : PLACES.get(parent)?.pointer;
  return { reason, place: beside === undefined ? pointer + (own ?? "") : `${above}${beside}` };
}

/**
 * What comes of a part of a spec. A refusal on the way says where the hand must go: at this part, unless it has named a
 * place already; `subject` begins its sentences.
 */
export function within<T>(part: object, compute: () => T, subject = ""): T {
  try {
    return compute();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return refuseAll(
      complaintsOf(error).map(({ reason, place }) => ({
        ...about(part, reason),
        ...(place !== undefined && { place }),
        reason: subject + reason,
      })),
    );
  }
}
