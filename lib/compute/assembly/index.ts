import { exponentialRow, prepareExponential, TABLE } from "./exponential";
import { BLOCK, pack, ROW, unpack, WIDTH } from "./lanes";
import { squaredDistances } from "./pairs";
import { addColumns, addDifferences } from "./sums";
export { fractions } from "./exponential";
export { prepareExponential };
export const heap: usize = __heap_base;

export function gsum(x: usize, n: usize, y: usize, m: usize, dim: usize, w: usize, columns: usize, factor: f64, rate: f64, out: usize, table: usize, scratch: usize, diff: i32): void {
  const width = diff ? dim : columns;
  const sums = scratch + dim * ROW, rows = sums + width * ROW;
  for (let i: usize = 0; i < n; i += WIDTH) {
    pack(x, i, n, dim, scratch);
    memory.fill(sums, 0, width * ROW);
    for (let j: usize = 0; j < m; j += BLOCK) {
      const count = min(BLOCK, m - j);
      squaredDistances(scratch, y + ((j * dim) << 3), count, dim, rows);
      exponentialRow(rows, count * ROW, factor, rate, table, rows);
      if (diff) addDifferences(rows, w + (j << 3), scratch, y + ((j * dim) << 3), count, dim, sums);
      else addColumns(rows, w + ((j * columns) << 3), count, columns, sums);
    }
    unpack(sums, i, n, width, out);
  }
}
