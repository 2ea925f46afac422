import type { Vec } from "../../../types.js";
import { risingOrder } from "./order.js";
import type { Rung } from "./rung.js";
import { addTies, sweepUp } from "./sweep.js";

const gathered = (x: Vec, order: Int32Array, columns = 1, c = 0): Vec => {
  const out = new Float64Array(order.length);
  for (let i = 0; i < out.length; i++) out[i] = x[order[i] * columns + c];
  return out;
};

/** -x in rising order. */
function mirrored(x: Vec): Vec {
  const out = new Float64Array(x.length);
  for (let i = 0, j = x.length - 1; i < out.length; i++, j--) out[i] = -x[j];
  return out;
}

/** Both sides of every target, for rising points. */
function bothSides(rung: Rung, x: Vec, y: Vec, w: Vec): Vec {
  const out = new Float64Array(x.length), right = new Float64Array(x.length);
  if (x.length === 0 || y.length === 0) return out;
  const low = Math.min(x[0], y[0]), high = Math.max(x[x.length - 1], y[y.length - 1]), backwards = mirrored(y);
  // without decay the cell begins in the middle, so that moments are not larger than they must be
  const middle = low + (high - low) / 2, [from, to] = rung.decay === "none" ? [middle, -middle] : [low, -high];
  sweepUp(rung, x, y, w, from, out);
  sweepUp(rung, x === y ? backwards : mirrored(x), backwards, w.slice().reverse(), to, right);
  for (let i = 0; i < out.length; i++) out[i] += rung.parity * right[out.length - 1 - i];
  if (rung.atZero !== 0) addTies(rung.atZero, x, y, w, out);
  return out;
}

/** Σ_j w_jc k(x_i - y_j) on the line for a rung k, n × columns: exact up to rounding, O((n + m) log) by sorting once. */
export function sortedSum(rung: Rung, x: Vec, y: Vec, w: Vec, columns: number): Vec {
  const targets = risingOrder(x), sources = x === y ? targets : risingOrder(y), out = new Float64Array(x.length * columns);
  const rising = gathered(x, targets), from = x === y ? rising : gathered(y, sources);
  for (let c = 0; c < columns; c++) {
    const values = bothSides(rung, rising, from, gathered(w, sources, columns, c));
    for (let i = 0; i < values.length; i++) out[targets[i] * columns + c] = values[i];
  }
  return out;
}
