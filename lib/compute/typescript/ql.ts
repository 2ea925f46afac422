import type { Vec } from "../../arithmetic/vec.js";

/** A symmetric tridiagonal matrix; `off[i]` couples i - 1 and i, and `off[0]` is 0. */
export interface Tridiagonal {
  readonly diagonal: Vec;
  readonly off: Vec;
}

/**
 * The rotations of one sweep, in the order in which they act: the k-th in the plane of m - 1 - k and m - k, by cosine
 * and sine.
 */
export interface Sweep {
  readonly first: number;
  readonly last: number;
  /** c_0, s_0, c_1, s_1, … */
  readonly rotations: Vec;
}

/** √(a² + b²) without overflow. */
function hypotenuse(a: number, b: number): number {
  const [large, small] = Math.abs(a) > Math.abs(b) ? [a, b] : [b, a];
  if (large === 0) return 0;
  const ratio = small / large;
  return Math.abs(large) * Math.sqrt(1 + ratio * ratio);
}

/** Subtracts Wilkinson's shift from the diagonal below `first`, and returns it. */
function shift(d: Vec, e: Vec, first: number): number {
  const g = d[first];
  const p = (d[first + 1] - g) / (2 * e[first]);
  const r = p < 0 ? -hypotenuse(p, 1) : hypotenuse(p, 1);
  d[first] = e[first] / (p + r);
  d[first + 1] = e[first] * (p + r);
  const h = g - d[first];
  for (let i = first + 2; i < d.length; i++) d[i] -= h;
  return h;
}

/**
 * One implicit QL sweep over the rows first … last of the shifted matrix: its rotations are written down, and act on d
 * and e.
 */
function sweep(d: Vec, e: Vec, { first, last, rotations }: Sweep): void {
  const [before, below] = [d[first + 1], e[first + 1]];
  let [p, c, c2, c3, s, s2] = [d[last], 1, 1, 1, 0, 0];
  for (let i = last - 1, at = 0; i >= first; i--) {
    [c3, c2, s2] = [c2, c, s];
    const g = c * e[i];
    const h = c * p;
    const r = hypotenuse(p, e[i]);
    e[i + 1] = s * r;
    s = e[i] / r;
    c = p / r;
    p = c * d[i] - s * g;
    d[i + 1] = h + s * (c * g + s * d[i]);
    rotations[at++] = c;
    rotations[at++] = s;
  }
  p = (-s * s2 * c3 * below * e[first]) / before;
  e[first] = s * p;
  d[first] = c * p;
}

/**
 * Sweeps per eigenvalue; two or three do. More are wanted only by subnormal numbers, which cannot become smaller than ε
 * of each other.
 */
const SWEEPS = 50;

/** The first i ≥ `first` where the matrix falls apart between i and i + 1. */
function block(e: Vec, first: number, least: number): number {
  let last = first;
  while (last < e.length - 1 && !(Math.abs(e[last]) <= least)) last++;
  return last;
}

/**
 * Eigenvalues, in no order, by QL with implicit shifts (Bowdler, Martin, Reinsch, Wilkinson 1968): T = R diag(λ) Rᵀ for
 * the product R of all rotations, which `rotate` receives sweep by sweep.
 */
export function tridiagonalEigenvalues({ diagonal, off }: Tridiagonal, rotate: (sweep: Sweep) => void): Vec {
  const n = diagonal.length;
  const d = diagonal.slice();
  const e = new Float64Array(n);
  const rotations = new Float64Array(2 * n);
  e.set(off.subarray(1));
  let [shifted, size] = [0, 0];
  for (let first = 0; first < n; first++) {
    size = Math.max(size, Math.abs(d[first]) + Math.abs(e[first]));
    const last = block(e, first, Number.EPSILON * size);
    for (
      let done = 0;
      last > first && done < SWEEPS && (done === 0 || Math.abs(e[first]) > Number.EPSILON * size);
      done++
    ) {
      shifted += shift(d, e, first);
      sweep(d, e, { first, last, rotations });
      rotate({ first, last, rotations });
    }
    d[first] += shifted;
    e[first] = 0;
  }
  return d;
}
