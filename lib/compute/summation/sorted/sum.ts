import type { Vec } from "../../../arithmetic/vec.js";
import { gathered, rising } from "./sorting.js";
import { type Rung, times } from "./rung.js";
import { addTies, sweep } from "./sweep.js";

/** Both sides of every target, for rising points. */
function bothSides(rung: Rung, x: Vec, y: Vec, w: Vec): Vec {
  const out = new Float64Array(x.length);
  const low = Math.min(x[0], y[0]);
  const high = Math.max(x[x.length - 1], y[y.length - 1]);
  // without decay the cell begins in the middle, so that moments are not larger than they must be
  const middle = low + (high - low) / 2;
  const [from, to] = rung.decay === "none" ? [middle, -middle] : [low, -high];
  sweep(rung, { x, side: 1 }, { x: y, side: 1 }, w, from, out);
  sweep(
    { ...rung, coefficients: times(rung.parity, rung.coefficients) },
    { x, side: -1 },
    { x: y, side: -1 },
    w,
    to,
    out,
  );
  if (rung.atZero !== 0) addTies(rung.atZero, x, y, w, out);
  return out;
}

/** Σ_j w_jc k(x_i - y_j) on the line for a rung k, n × columns: exact up to rounding, O(n + m) after sorting once. */
export function sortedSum(rung: Rung, x: Vec, y: Vec, w: Vec, columns: number): Vec {
  const targets = rising(x);
  const sources = x === y ? targets : rising(y);
  const out = new Float64Array(x.length * columns);
  for (let c = 0; c < columns; c++) {
    const sums = bothSides(rung, targets.values, sources.values, gathered(w, sources.order, columns, c));
    for (let i = 0; i < sums.length; i++) out[targets.order[i] * columns + c] = sums[i];
  }
  return out;
}
