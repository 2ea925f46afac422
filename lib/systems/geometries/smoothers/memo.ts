import type { Vec } from "../../../arithmetic/vec.js";
import type { Kernel } from "../../../compute/kernel-form.js";

/** A costly function of a kernel, arrays and numbers. */
type Costly<T> = (kernel: Kernel, arrays: readonly Vec[], numbers: readonly number[]) => T;

interface Entry<T> {
  readonly arrays: readonly Vec[];
  readonly numbers: readonly number[];
  readonly value: T;
}

const CAPACITY = 4;

const equal = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};

/**
 * The same function, with its last results kept per kernel and found again by the *contents* of the arrays: a Gram
 * matrix of a lattice or of resting particles is computed once per run, and comparing costs O(p) against the O(p²) of
 * using it.
 */
export function memoized<T>(compute: Costly<T>): Costly<T> {
  const kept = new WeakMap<Kernel, Entry<T>[]>();
  return (kernel, arrays, numbers) => {
    const entries = kept.get(kernel) ?? [];
    const hit = entries.find(e => equal(e.numbers, numbers) && e.arrays.every((a, i) => equal(a, arrays[i])));
    const entry = hit ?? { arrays: arrays.map(a => a.slice()), numbers, value: compute(kernel, arrays, numbers) };
    kept.set(kernel, [entry, ...entries.filter(e => e !== hit)].slice(0, CAPACITY));
    return entry.value;
  };
}
