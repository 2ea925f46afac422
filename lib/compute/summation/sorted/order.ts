import type { Vec } from "../../../types.js";

/** Numbers as two words each that order like them: sign bit turned for positive numbers, all bits for negative ones. */
function words(x: Vec): readonly [low: Uint32Array, high: Uint32Array] {
  const low = new Uint32Array(x.length), high = new Uint32Array(x.length), view = new Uint32Array(x.slice().buffer);
  for (let i = 0; i < x.length; i++) {
    const h = view[2 * i + 1], l = view[2 * i], negative = h >>> 31 === 1;
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

/** The stable order in which numbers rise: byte by byte from the last (radix sort), O(n). */
export function risingOrder(x: Vec): Int32Array {
  const n = x.length;
  let order = new Int32Array(n), spare = new Int32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  if (isSorted(x)) return order;
  let [low, high] = words(x), room: readonly [Uint32Array, Uint32Array] = [new Uint32Array(n), new Uint32Array(n)];
  for (let pass = 0; pass < 8; pass++) {
    const shift = (8 * pass) % 32, word = pass < 4 ? low : high, place = starts(word, shift);
    if (place === undefined) continue;
    distribute(word, shift, place, low, high, order, room[0], room[1], spare);
    [low, high, order, room, spare] = [room[0], room[1], spare, [low, high], order];
  }
  return order;
}

function distribute(
  word: Uint32Array, shift: number, place: Int32Array,
  low: Uint32Array, high: Uint32Array, order: Int32Array, outLow: Uint32Array, outHigh: Uint32Array, outOrder: Int32Array,
): void {
  for (let i = 0; i < word.length; i++) {
    const to = place[(word[i] >>> shift) & 255]++;
    outLow[to] = low[i];
    outHigh[to] = high[i];
    outOrder[to] = order[i];
  }
}
