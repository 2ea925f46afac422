import type { Vec } from "../../types.js";
import { frameOf } from "./frame.js";
import type { Machine } from "./machine.js";

/** The twin of `matmul` in typescript/dense.ts. */
export function matmul(machine: Machine, a: Vec, b: Vec, inner: number): Vec {
  const n = a.length / inner, m = b.length / inner, frame = frameOf(machine), out = frame.room(n * m),
    packs = frame.room(inner * (Math.ceil(n / 8) * 8 + Math.ceil(m / 4) * 4));
  machine.exports.multiply(frame.put(a), n, frame.put(b), m, inner, packs, out);
  return frame.take(out, n * m);
}
