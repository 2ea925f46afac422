import type { Vec } from "../../../types.js";
import { exponentialRow } from "../../typescript/exponential.js";
import type { Rung } from "./rung.js";

/** Rising coordinates in cells of length 1/κ: r = κ (x - a) with a the beginning of the cell, and e^{-r}. */
interface Cells {
  /** Beginning of the cell of each point: a double, so that x - a is exact or nearly so. */
  readonly anchor: Vec;
  readonly r: Vec;
  readonly decay: Vec;
}

const exponential = exponentialRow(1, 1);

/** The beginning of the last cell at or before x; rounding could put x an ulp before the cell that its quotient names. */
function cellBefore(x: number, low: number, kappa: number, length: number): number {
  const cell = Math.floor((x - low) * kappa), begin = low + cell * length;
  return begin <= x ? begin : low + (cell - 1) * length;
}

/** Without decay one cell, which begins at `low`. */
function cells(x: Vec, low: number, { kappa, decay }: Rung): Cells {
  const n = x.length, length = 1 / kappa, anchor = new Float64Array(n).fill(low), r = new Float64Array(n), e = new Float64Array(n).fill(1);
  if (decay === "exponential") for (let i = 0; i < n; i++) anchor[i] = cellBefore(x[i], low, kappa, length);
  for (let i = 0; i < n; i++) r[i] = kappa * (x[i] - anchor[i]);
  if (decay === "exponential") exponential(r, n, e);
  return { anchor, r, decay: e };
}

/** Moments about the beginning of a cell -> about one that begins by `distance` (in units of 1/κ) later, times e^{-distance}. */
function turn(m: Vec, distance: number): void {
  const decay = Float64Array.of(distance), [m0, m1, m2] = m;
  exponential(decay, 1, decay);
  m[0] = decay[0] * m0;
  m[1] = decay[0] * (m1 - distance * m0);
  m[2] = decay[0] * (m2 - 2 * distance * m1 + distance * distance * m0);
}

/** What s + v = n has rounded away (Knuth's two-sum). */
const lost = (s: number, v: number, n: number): number => s - (n - (n - s)) + (v - (n - s));

/**
 * out_i += Σ_{y_j < x_i} w_j e^{-ρ_ij} p(ρ_ij) for rising x and y, from the moments M_q = Σ w_j r_j^q e^{r_j} about the beginning of
 * the present cell: e^{-r} (M_0 p(r) - M_1 p'(r) + M_2 p''(r)/2). Between cells M turns by e^{-D}; within them sums are compensated, so
 * that the error stays at a few ulp of Σ |w_j| e^{-ρ_ij} (1 + ρ_ij²) for any number of points.
 */
export function sweepUp(rung: Rung, x: Vec, y: Vec, w: Vec, low: number, out: Vec): void {
  const targets = cells(x, low, rung), sources = x === y ? targets : cells(y, low, rung), [c0, c1, c2] = rung.coefficients, m = new Float64Array(3);
  let anchor = low, [s0, s1, s2, t0, t1, t2] = [0, 0, 0, 0, 0, 0];
  for (let i = 0, j = 0; i < x.length; ) {
    const isSource = j < y.length && y[j] < x[i], next = isSource ? sources.anchor[j] : targets.anchor[i];
    if (next !== anchor) {
      m[0] = s0 + t0;
      m[1] = s1 + t1;
      m[2] = s2 + t2;
      turn(m, rung.kappa * (next - anchor));
      [s0, s1, s2, t0, t1, t2, anchor] = [m[0], m[1], m[2], 0, 0, 0, next];
    }
    if (isSource) {
      const r = sources.r[j], v0 = w[j] / sources.decay[j], v1 = v0 * r, v2 = v1 * r, n0 = s0 + v0, n1 = s1 + v1, n2 = s2 + v2;
      t0 += lost(s0, v0, n0);
      t1 += lost(s1, v1, n1);
      t2 += lost(s2, v2, n2);
      s0 = n0;
      s1 = n1;
      s2 = n2;
      j++;
    } else {
      const r = targets.r[i];
      out[i] += targets.decay[i] * ((s0 + t0) * (c0 + r * (c1 + r * c2)) - (s1 + t1) * (c1 + 2 * c2 * r) + c2 * (s2 + t2));
      i++;
    }
  }
}

/** out_i += Σ_{y_j = x_i} factor w_j for rising x and y. */
export function addTies(factor: number, x: Vec, y: Vec, w: Vec, out: Vec): void {
  let total = 0;
  for (let i = 0, j = 0; i < x.length; i++) {
    if (i === 0 || x[i] !== x[i - 1]) {
      total = 0;
      while (j < y.length && y[j] < x[i]) j++;
      for (; j < y.length && y[j] === x[i]; j++) total += w[j];
    }
    out[i] += factor * total;
  }
}
