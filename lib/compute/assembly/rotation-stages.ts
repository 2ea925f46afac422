import { ROW } from "./lanes";

/**
 * Sweeps, up to `end`, that act on the rows of panels with n rows each: each one is its first row, its last row, and
 * the cosine and sine of its rotations from the last row up.
 */
@unmanaged
export class Sweeps {
  matrix: usize;
  n: usize;
  start: usize;
  end: usize;
}

/**
 * One sweep of rotations on a panel of eight columns: the row that two neighbouring rotations share stays in registers.
 */
function rotatePanel(panel: usize, first: usize, last: usize, rotations: usize): void {
  let row = panel + last * ROW,
    x0 = v128.load(row), x1 = v128.load(row, 16), x2 = v128.load(row, 32), x3 = v128.load(row, 48);
  for (const end = panel + first * ROW; row > end; row -= ROW, rotations += 16) {
    const c = v128.load64_splat(rotations), s = v128.load64_splat(rotations, 8), above = row - ROW;
    const y0 = v128.load(above), y1 = v128.load(above, 16), y2 = v128.load(above, 32), y3 = v128.load(above, 48);
    v128.store(row, f64x2.add(f64x2.mul(s, y0), f64x2.mul(c, x0)));
    v128.store(row, f64x2.add(f64x2.mul(s, y1), f64x2.mul(c, x1)), 16);
    v128.store(row, f64x2.add(f64x2.mul(s, y2), f64x2.mul(c, x2)), 32);
    v128.store(row, f64x2.add(f64x2.mul(s, y3), f64x2.mul(c, x3)), 48);
    x0 = f64x2.sub(f64x2.mul(c, y0), f64x2.mul(s, x0));
    x1 = f64x2.sub(f64x2.mul(c, y1), f64x2.mul(s, x1));
    x2 = f64x2.sub(f64x2.mul(c, y2), f64x2.mul(s, x2));
    x3 = f64x2.sub(f64x2.mul(c, y3), f64x2.mul(s, x3));
  }
  v128.store(row, x0);
  v128.store(row, x1, 16);
  v128.store(row, x2, 32);
  v128.store(row, x3, 48);
}

export function rotatePanels(sweeps: Sweeps, first: usize, last: usize): void {
  const end = sweeps.end;
  for (let panel = first; panel < last; panel++)
    for (let at = sweeps.start; at < end; ) {
      const above = <usize>load<f64>(at), below = <usize>load<f64>(at, 8);
      rotatePanel(sweeps.matrix + panel * sweeps.n * ROW, above, below, at + 16);
      at += 16 + ((below - above) << 4);
    }
}
