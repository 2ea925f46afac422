import assert from "node:assert/strict";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { RunContext, RunResult } from "./task.js";

/** A context without files. */
export const bare: RunContext = {
  seed: 1,
  readFile: path => refuse(`no file ${path} here`),
  progress: () => undefined,
};

export const dataOf = ({ outputs }: RunResult, name: string): Vec => outputs[name].data;

/** max |a_i - b_i| ≤ tolerance, for as many entries. */
export function closeTo(a: ArrayLike<number>, b: ArrayLike<number>, tolerance: number): void {
  assert.equal(a.length, b.length);
  const worst = Array.from(a, (v, i) => Math.abs(v - b[i])).reduce((x, y) => (y > x || Number.isNaN(y) ? y : x), 0);
  assert.ok(worst <= tolerance, `differs by ${worst}, more than ${tolerance}`);
}
