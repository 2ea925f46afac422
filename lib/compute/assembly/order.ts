/**
 * Stable order of numbers by their bits: radix sort, byte by byte from the last one, see
 * compute/summation/sorted/order. Longer digits need fewer passes, and take longer: 256 streams stay in the first-level
 * cache, 2048 do not.
 */
const DIGIT: u64 = 8, DIGITS: usize = 8, PLACES: usize = 256, MASK: u64 = 255;

/**
 * Numbers as integers that order like them: the sign bit turned for positive numbers, all bits for negative ones; and
 * back.
 */
// @ts-ignore: decorator
@inline function rank(bits: u64): u64 { return bits ^ (<u64>(<i64>bits >> 63) | 0x8000000000000000); }
// @ts-ignore: decorator
@inline function bitsOf(rank: u64): u64 { return rank ^ (<u64>(<i64>~rank >> 63) | 0x8000000000000000); }

/** How often each byte has each value: one pass over the keys. */
function count(keys: usize, n: usize, counts: usize): void {
  memory.fill(counts, 0, DIGITS * PLACES << 2);
  for (let at = keys; at < keys + (n << 3); at += 8) {
    let key = load<u64>(at);
    for (let row = counts; row < counts + (DIGITS * PLACES << 2); row += PLACES << 2, key >>= DIGIT) {
      const place = row + (<usize>(key & MASK) << 2);
      store<u32>(place, load<u32>(place) + 1);
    }
  }
}

/** Counts become the first places of each value; whether there is more than one value. */
function accumulate(counts: usize, n: u32): bool {
  let total: u32 = 0, most: u32 = 0;
  for (let at = counts; at < counts + (PLACES << 2); at += 4) {
    const each = load<u32>(at);
    store<u32>(at, total);
    total += each;
    most = max(most, each);
  }
  return most < n;
}

function distribute(
  keys: usize,
  order: usize,
  n: usize,
  shift: u64,
  places: usize,
  toKeys: usize,
  toOrder: usize,
): void {
  for (let i: usize = 0; i < n; i++) {
    const key = load<u64>(keys + (i << 3)),
      place = places + ((<usize>((key >> shift) & MASK)) << 2),
      to = <usize>load<u32>(place);
    store<u32>(place, <u32>to + 1);
    store<u64>(toKeys + (to << 3), key);
    store<u32>(toOrder + (to << 2), load<u32>(order + (i << 2)));
  }
}

/**
 * n numbers rise, and `order` says where each came from; `roomValues` and `roomOrder` are as large. Values and room
 * exchange their places with every byte that is not the same everywhere: the number of these is returned. `counts` has
 * 8 × 256 places of 32 bits.
 */
export function sortRising(
  values: usize,
  order: usize,
  n: usize,
  roomValues: usize,
  roomOrder: usize,
  counts: usize,
): usize {
  for (let i: usize = 0; i < n; i++) {
    store<u64>(values + (i << 3), rank(load<u64>(values + (i << 3))));
    store<u32>(order + (i << 2), <u32>i);
  }
  count(values, n, counts);
  let passes: usize = 0;
  for (let digit: usize = 0; digit < DIGITS; digit++) {
    const places = counts + ((digit * PLACES) << 2);
    if (!accumulate(places, <u32>n)) continue;
    distribute(values, order, n, digit * DIGIT, places, roomValues, roomOrder);
    let swapped = values;
    values = roomValues;
    roomValues = swapped;
    swapped = order;
    order = roomOrder;
    roomOrder = swapped;
    passes++;
  }
  for (let at = values; at < values + (n << 3); at += 8) store<u64>(at, bitsOf(load<u64>(at)));
  return passes;
}
