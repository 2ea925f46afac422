import type { Vec } from "../../../arithmetic/vec.js";
import { type Cells, emptyCells, exponential, fillCells, type View } from "./cells.js";
import type { Rung } from "./rung.js";

/**
 * M_0, M_1, M_2 about the beginning of the present cell, each with what its sum has rounded away: M_q = m_q + m_{3+q}.
 */
type Moments = Vec;

/** Moments -> those about a beginning that is later by `distance` (in units of 1/κ), times e^{-distance}. */
function turn(m: Moments, distance: number): void {
  const decay = Float64Array.of(distance);
  const m0 = m[0] + m[3];
  const m1 = m[1] + m[4];
  const m2 = m[2] + m[5];
  exponential(decay, 1, decay);
  m[0] = decay[0] * m0;
  m[1] = decay[0] * (m1 - distance * m0);
  m[2] = decay[0] * (m2 - 2 * distance * m1 + distance * distance * m0);
  m.fill(0, 3);
}

/** What s + v = n has rounded away (Knuth's two-sum). */
const lost = (s: number, v: number, n: number): number => s - (n - (n - s)) + (v - (n - s));

/** The degree of the rung's polynomial: moments beyond it are not needed. */
const degreeOf = ({ coefficients: [, c1, c2] }: Rung): number => (c2 !== 0 ? 2 : c1 !== 0 ? 1 : 0);

/**
 * A sweep in its course: the present blocks, the beginning of the present cell, and how far it has come in all points
 * and in the blocks.
 */
interface Course {
  readonly coefficients: Vec;
  readonly degree: number;
  readonly w: Vec;
  readonly out: Vec;
  readonly side: 1 | -1;
  readonly moments: Moments;
  targets: Cells;
  sources: Cells;
  anchor: number;
  /** Targets and sources that are done, … */
  i: number;
  j: number;
  /** … those of the present blocks, and how many these have. */
  a: number;
  b: number;
  targetsHere: number;
  sourcesHere: number;
}

/**
 * Goes on to the end of a block or of the present cell. Everything is read from locals: the loop takes five times as
 * long with objects.
 */
function advance(course: Course): void {
  const {
    coefficients: c,
    degree,
    targets: t,
    sources: s,
    w,
    out,
    side,
    moments: m,
    anchor,
    targetsHere,
    sourcesHere,
  } = course;
  const { x, r, decay, anchor: cell } = t;
  const { x: y, r: q, decay: e, anchor: sourceCell } = s;
  const c0 = c[0];
  const c1 = c[1];
  const c2 = c[2];
  const isLast = course.j - course.b + sourcesHere === w.length;
  let m0 = m[0];
  let m1 = m[1];
  let m2 = m[2];
  let l0 = m[3];
  let l1 = m[4];
  let l2 = m[5];
  let { a, b } = course;
  const w0 = side > 0 ? course.j - b : w.length - 1 - course.j + b;
  const out0 = side > 0 ? course.i - a : out.length - 1 - course.i + a;
  for (; a < targetsHere; a++) {
    for (; b < sourcesHere && y[b] < x[a] && sourceCell[b] === anchor; b++) {
      const v0 = w[w0 + side * b] / e[b];
      const n0 = m0 + v0;
      l0 += lost(m0, v0, n0);
      m0 = n0;
      if (degree === 0) continue;
      const v1 = v0 * q[b];
      const n1 = m1 + v1;
      const v2 = v1 * q[b];
      const n2 = m2 + v2;
      l1 += lost(m1, v1, n1);
      l2 += lost(m2, v2, n2);
      m1 = n1;
      m2 = n2;
    }
    if (b < sourcesHere ? y[b] < x[a] : !isLast) break;
    if (cell[a] !== anchor) break;
    const z = r[a];
    const p = (m0 + l0) * (c0 + z * (c1 + z * c2));
    out[out0 + side * a] += decay[a] * (degree === 0 ? p : p - (m1 + l1) * (c1 + 2 * c2 * z) + c2 * (m2 + l2));
  }
  m[0] = m0;
  m[1] = m1;
  m[2] = m2;
  m[3] = l0;
  m[4] = l1;
  m[5] = l2;
  course.i += a - course.a;
  course.j += b - course.b;
  course.a = a;
  course.b = b;
}

/**
 * The next block of targets, or of sources where they are over; a block of sources that are the targets is not computed
 * again.
 */
function refill(course: Course, spare: readonly Cells[], x: View, y: View, low: number, rung: Rung): void {
  if (course.a === course.targetsHere) {
    course.targets = spare[course.sources === spare[0] ? 1 : 0];
    course.targetsHere = fillCells(course.targets, x, course.i, low, rung);
    course.a = 0;
  }
  if (course.b < course.sourcesHere || course.j === course.w.length) return;
  const isShared = x.x === y.x && course.i - course.a === course.j;
  course.sources = isShared ? course.targets : spare[2];
  course.sourcesHere = isShared ? course.targetsHere : fillCells(course.sources, y, course.j, low, rung);
  course.b = 0;
}

/**
 * out_i += Σ_{y_j < x_i} w_j e^{-ρ_ij} p(ρ_ij) for sorted x and y on one side (w and out in the order of the points,
 * whichever side), from the moments M_q = Σ w_j r_j^q e^{r_j} about the beginning of the present cell: e^{-r} (M_0 p(r)
 * - M_1 p'(r) + M_2 p''(r)/2). Between cells M turns by e^{-D}; within them sums are compensated, so that the error
 * stays at a few ulp of Σ |w_j| e^{-ρ_ij} (1 + ρ_ij²) for any number of points. The first cell begins at `low`.
 */
export function sweep(rung: Rung, x: View, y: View, w: Vec, low: number, out: Vec): void {
  const spare = [emptyCells(), emptyCells(), emptyCells()];
  const [targets, , sources] = spare;
  const course: Course = {
    coefficients: Float64Array.from(rung.coefficients),
    degree: degreeOf(rung),
    targets,
    sources,
    w,
    out,
    side: x.side,
    moments: new Float64Array(6),
    anchor: low,
    i: 0,
    j: 0,
    a: 0,
    b: 0,
    targetsHere: 0,
    sourcesHere: 0,
  };
  while (course.i < out.length) {
    refill(course, spare, x, y, low, rung);
    const { a, b, targets: t, sources: s } = course;
    const isSource = b < course.sourcesHere && s.x[b] < t.x[a];
    const next = isSource ? s.anchor[b] : t.anchor[a];
    if (next !== course.anchor) turn(course.moments, rung.kappa * (next - course.anchor));
    course.anchor = next;
    advance(course);
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
