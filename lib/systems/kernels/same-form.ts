import type { KernelForm, ScoreField, Term } from "../../compute/kernel-form.js";

/** Whether two pieces of data are equal, entry by entry; functions only if they are the same one. */
function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => key in b && equal(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}

/** Whether two terms are the same function: functions by what they are as data, where they say it. */
const sameTerm = (a: Term, b: Term): boolean =>
  a.name === "function" && b.name === "function" && a.law !== undefined ? equal(a.law, b.law) : equal(a, b);

/** Whether s = ∇log π belongs to the same π: the same object, or described by the same data. */
export const sameTarget = (a: ScoreField, b: ScoreField): boolean =>
  a === b || (a.law !== undefined && b.law !== undefined && equal(a.law, b.law));

/**
 * Whether two forms are the same function k(x, y), by what they are made of: profiles φ as data, Stein targets by their
 * law, factors and summands one by one. False says only that they are not seen to be the same.
 */
export function sameForm(a: KernelForm, b: KernelForm): boolean {
  if (a === b) return true;
  if ((a.type === "radial" || a.type === "product") && a.type === b.type) return sameTerm(a.profile(0), b.profile(0));
  if (a.type === "pairwise" && b.type === "pairwise") return a.value === b.value;
  if (a.type === "stein" && b.type === "stein") return sameTerm(a.base(0), b.base(0)) && sameTarget(a.target, b.target);
  if (a.type === "scaled" && b.type === "scaled") return a.factor === b.factor && sameForm(a.of.form, b.of.form);
  if (a.type === "sum" && b.type === "sum")
    return a.of.length === b.of.length && a.of.every((k, i) => sameForm(k.form, b.of[i].form));
  return false;
}
