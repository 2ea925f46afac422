import type { Vec } from "../../arithmetic/vec.js";
import { inStages } from "./distribute.js";
import { frameOf } from "./frame.js";
import type { Machine } from "./machine.js";

/** Rows or columns go in fours. */
const whole = (n: number): number => 4 * Math.ceil(n / 4);

/** Numbers that the description of a product takes. */
const PRODUCT = 8;

/** The twin of `matmul` in typescript/dense.ts. */
export function matmul(machine: Machine, a: Vec, b: Vec, inner: number): Vec {
  const n = a.length / inner;
  const m = b.length / inner;
  const frame = frameOf(machine);
  const stride = whole(m);
  const out = frame.room(whole(n) * stride);
  const left = frame.room(whole(n) * inner);
  const right = frame.room(stride * inner);
  const job = frame.room(PRODUCT);
  const from = frame.put(a);
  const by = frame.put(b);
  inStages(machine, () => machine.exports.multiply(from, n, by, m, inner, left, right, out, job));
  if (stride === m) return frame.take(out, n * m);
  const product = new Float64Array(n * m);
  for (let i = 0; i < n; i++) frame.copy(out + 8 * i * stride, m, product, i * m);
  return product;
}
