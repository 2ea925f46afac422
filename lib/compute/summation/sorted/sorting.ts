import type { Vec } from "../../../arithmetic/vec.js";
import { machineFor } from "../../backend.js";
import { rising as risingOn } from "../../webassembly/order.js";
import type { Rising } from "./rising.js";

/** Column c of n × columns numbers, in another order. */
export function gathered(x: Vec, order: Int32Array, columns = 1, c = 0): Vec {
  const out = new Float64Array(order.length);
  for (let i = 0; i < out.length; i++) out[i] = x[order[i] * columns + c];
  return out;
}

/** Numbers as two words each that order like them: sign bit turned for positive numbers, all bits for negative ones. */
function words(x: Vec): readonly [low: Uint32Array, high: Uint32Array] {
  const low = new Uint32Array(x.length);
  const high = new Uint32Array(x.length);
  const view = new Uint32Array(x.slice().buffer);
  for (let i = 0; i < x.length; i++) {
    const h = view[2 * i + 1];
    const l = view[2 * i];
    const negative = h >>> 31 === 1;
    low[i] = negative ? ~l : l;
    high[i] = negative ? ~h : h | 0x80000000;
  }
  return [low, high];
}

/** First place of each digit (a byte) in the sorted order; undefined where all digits are equal. */
function starts(word: Uint32Array, shift: number): Int32Array | undefined {
  const count = new Int32Array(257);
  for (let i = 0; i < word.length; i++) count[((word[i] >>> shift) & 255) + 1]++;
  if (count.some(c => c === word.length)) return undefined;
  for (let digit = 0; digit < 256; digit++) count[digit + 1] += count[digit];
  return count;
}

const isSorted = (x: Vec): boolean => {
  for (let i = 1; i < x.length; i++) if (!(x[i - 1] <= x[i])) return false;
  return true;
};

/** 0 … n - 1 */
function identity(n: number): Int32Array {
  const order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  return order;
}

/** The stable order in which numbers rise: byte by byte from the last (radix sort), O(n). */
function risingOrder(x: Vec): Int32Array {
  const n = x.length;
  let order: Int32Array = identity(n);
  let spare: Int32Array = new Int32Array(n);
  let [low, high] = words(x);
  let room: readonly [Uint32Array, Uint32Array] = [new Uint32Array(n), new Uint32Array(n)];
  for (let pass = 0; pass < 8; pass++) {
    const shift = (8 * pass) % 32;
    const word = pass < 4 ? low : high;
    const place = starts(word, shift);
    if (place === undefined) continue;
    distribute(word, shift, place, low, high, order, room[0], room[1], spare);
    [low, high, order, room, spare] = [room[0], room[1], spare, [low, high], order];
  }
  return order;
}

function distribute(
  word: Uint32Array,
  shift: number,
  place: Int32Array,
  low: Uint32Array,
  high: Uint32Array,
  order: Int32Array,
  outLow: Uint32Array,
  outHigh: Uint32Array,
  outOrder: Int32Array,
): void {
  for (let i = 0; i < word.length; i++) {
    const to = place[(word[i] >>> shift) & 255]++;
    outLow[to] = low[i];
    outHigh[to] = high[i];
    outOrder[to] = order[i];
  }
}

/** Fewer numbers than this are not worth the way into WebAssembly. */
const WORTH = 2048;

/** Numbers in rising order; equal ones keep theirs. */
export function rising(x: Vec): Rising {
  if (isSorted(x)) return { values: x, order: identity(x.length) };
  const machine = x.length < WORTH ? undefined : machineFor(0);
  if (machine) return risingOn(machine, x);
  const order = risingOrder(x);
  return { values: gathered(x, order), order };
}
