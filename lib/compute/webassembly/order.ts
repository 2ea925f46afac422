import type { Rising } from "../summation/sorted/rising.js";
import type { Vec } from "../../arithmetic/vec.js";
import { frameOf } from "./frame.js";
import type { Machine } from "./machine.js";

/** Numbers of room for the counts of eight bytes with 256 values, 32 bits each. */
const COUNTS = 1024;

/** The order of summation/sorted/sorting.ts: what is unique needs no twin that computes it in the same way. */
export function rising(machine: Machine, x: Vec): Rising {
  const frame = frameOf(machine);
  const n = x.length;
  const half = Math.ceil(n / 2);
  const values = frame.put(x);
  const order = frame.room(half);
  const roomValues = frame.room(n);
  const roomOrder = frame.room(half);
  const counts = frame.room(COUNTS);
  const inRoom = machine.exports.sortRising(values, order, n, roomValues, roomOrder, counts) % 2 === 1;
  return {
    values: frame.take(inRoom ? roomValues : values, n),
    order: new Int32Array(new Int32Array(machine.memory.buffer, inRoom ? roomOrder : order, n)),
  };
}
