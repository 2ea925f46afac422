import { escape, parentOf, read, steps, write, type Json } from "../pointer.js";
import { isUnder, type Finding } from "./problem.js";

/** A spec as it was probably meant, and where its places stand in the spec that was written. */
export interface Mended {
  readonly json: Json;
  written(pointer: string): string;
}

interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** The object without a key, or with its entry under another, in place. */
function renamed(value: Json, key: string, next: string | undefined): Json {
  const entries = Object.entries(value as { readonly [key: string]: Json });
  return Object.fromEntries(
    entries.flatMap(([name, child]) => (name !== key ? [[name, child]] : next === undefined ? [] : [[next, child]])),
  );
}

function mendKey(json: Json, pointer: string, key: string | undefined): Json {
  const path = steps(pointer);
  const above = path.slice(0, -1);
  const holder = read(json, above);
  return holder === undefined ? json : write(json, above, renamed(holder, path[path.length - 1], key));
}

/**
 * The spec with every misprint replaced by what was probably meant, so that one mistake hides no other: the rest is
 * checked as if it were mended. Undefined where there is nothing to mend.
 */
export function mend(json: Json, findings: readonly Finding[]): Mended | undefined {
  const misprints = findings.filter(({ pointer, instead }) => instead !== undefined && pointer !== "");
  if (misprints.length === 0) return undefined;
  const renamings: Renaming[] = [];
  // Keys last, and the deepest first: no pointer is read after a step of it has changed.
  const depth = ({ pointer, instead }: Finding): number => ("key" in instead! ? 0 : 1000) + steps(pointer).length;
  const ordered = [...misprints].sort((a, b) => depth(b) - depth(a));
  let mended = json;
  for (const { pointer, instead } of ordered) {
    if (read(mended, steps(pointer)) === undefined) continue;
    if ("value" in instead!) mended = write(mended, steps(pointer), instead.value);
    else {
      mended = mendKey(mended, pointer, instead!.key);
      if (instead!.key !== undefined)
        renamings.push({ from: pointer, to: `${parentOf(pointer)}/${escape(instead!.key)}` });
    }
  }
  // The deepest renaming was made first: taken back in the reverse order, every pointer meets what it names.
  const written = (pointer: string): string =>
    renamings.reduceRight(
      (place, { from, to }) => (isUnder(place, to) ? from + place.slice(to.length) : place),
      pointer,
    );
  return { json: mended, written };
}
