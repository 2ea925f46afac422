/**
 * Targets are the lanes: a panel is eight of them, four vectors of two, and one row of a panel (a coordinate, a value
 * of k for one source, a sum) stands in 64 bytes. Every lane does what the TypeScript twin does for its target, in the
 * same order, so that the bits agree.
 */
export const ROW: usize = 64;
export const WIDTH: usize = 8;

/** Sources per block: a few rows of values per source stay in the second-level cache. */
export const BLOCK: usize = 256;

/**
 * Eight targets from index `first`, row-major with `width` numbers each, as `width` rows; beyond the last one it is
 * repeated.
 */
export function pack(from: usize, first: usize, n: usize, width: usize, to: usize): void {
  for (let lane: usize = 0; lane < WIDTH; lane++) {
    const at = from + ((min(first + lane, n - 1) * width) << 3);
    for (let c: usize = 0; c < width; c++) store<f64>(to + c * ROW + (lane << 3), load<f64>(at + (c << 3)));
  }
}

/** One row; memory.copy would be a call that costs more than the row. */
// @ts-ignore: decorator
@inline export function copyRow(from: usize, to: usize): void {
  v128.store(to, v128.load(from));
  v128.store(to, v128.load(from, 16), 16);
  v128.store(to, v128.load(from, 32), 32);
  v128.store(to, v128.load(from, 48), 48);
}

/** The inverse: rows back to the targets that exist. */
export function unpack(from: usize, first: usize, n: usize, width: usize, to: usize): void {
  const lanes = min(WIDTH, n - first);
  for (let lane: usize = 0; lane < lanes; lane++) {
    const at = to + (((first + lane) * width) << 3);
    for (let c: usize = 0; c < width; c++) store<f64>(at + (c << 3), load<f64>(from + c * ROW + (lane << 3)));
  }
}
