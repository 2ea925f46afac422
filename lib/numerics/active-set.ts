import type { Vec } from "../arithmetic/vec.js";
import { fill, maxAbs, subtract, sum, tabulate } from "../arithmetic/vectors.js";
import { cholesky, matvec, solveCholesky, type Subject } from "../compute/index.js";

/** ½wᵀAw - bᵀw over w ≥ 0, with Σw = mass where that is given; A symmetric and positive definite. */
export interface QuadraticProgram {
  readonly a: Vec;
  readonly b: Vec;
  readonly mass?: number;
  /** What A is made of. */
  readonly subject: Subject;
}

/** The minimiser on a set of indices without the sign constraints, and the multiplier of the mass (0 without one). */
function onSupport(
  { a, b, mass, subject }: QuadraticProgram,
  support: readonly number[],
): { readonly z: Vec; readonly level: number } {
  const n = b.length;
  const p = support.length;
  if (p === 0) return { z: new Float64Array(0), level: 0 };
  const factor = cholesky(
    tabulate(p * p, ij => a[support[Math.floor(ij / p)] * n + support[ij % p]]),
    p,
    subject,
  );
  const z = solveCholesky(
    factor,
    Float64Array.from(support, i => b[i]),
  );
  if (mass === undefined) return { z, level: 0 };
  const one = solveCholesky(factor, fill(p, 1));
  const level = (mass - sum(z)) / sum(one);
  return { z: z.map((v, i) => v + level * one[i]), level };
}

/** A feasible vertex or the empty set: all mass where that costs least. */
function vertex({ a, b, mass }: QuadraticProgram): number[] {
  const n = b.length;
  const cost = (i: number): number => 0.5 * (mass ?? 0) * a[i * n + i] - b[i];
  return mass === undefined ? [] : [b.reduce((best, _, i) => (cost(i) < cost(best) ? i : best), 0)];
}

/** The index outside the support along which the objective falls fastest; -1 where none does by more than `slack`. */
function entering(slope: Vec, level: number, closed: ReadonlySet<number>, slack: number): number {
  let best = -1;
  slope.forEach((s, i) => {
    if (!closed.has(i) && s < level - slack && (best < 0 || s < slope[best])) best = i;
  });
  return best;
}

/** A feasible point, 0 outside its support. */
interface Iterate {
  readonly support: readonly number[];
  readonly x: Vec;
}

/** The first guess: `start` if its support is small, else a vertex. */
function begin(program: QuadraticProgram, start: Vec): Iterate {
  const support = [...start.keys()].filter(i => start[i] > 0);
  if (support.length <= 60) return { support, x: start.map(v => Math.max(0, v)) };
  const corner = vertex(program);
  return { support: corner, x: start.map((_, i) => (corner.includes(i) ? (program.mass ?? 0) : 0)) };
}

/**
 * Towards the minimiser on the support as far as signs allow; what vanishes on the way leaves. `level` where nothing
 * was in the way.
 */
function descend(
  program: QuadraticProgram,
  { support, x }: Iterate,
): Iterate & { readonly level?: number; readonly part: number } {
  const { z, level } = onSupport(program, support);
  const ratio = support.map((i, j) => (z[j] > 0 ? Infinity : x[i] / (x[i] - z[j])));
  const part = Math.min(1, ...ratio);
  const next = new Float64Array(x.length);
  const kept = support.filter((_, j) => ratio[j] > part);
  if (ratio.every(r => r === Infinity)) {
    support.forEach((i, j) => (next[i] = z[j]));
    return { support, x: next, level, part };
  }
  support.forEach((i, j) => (next[i] = ratio[j] > part ? x[i] + part * (z[j] - x[i]) : 0));
  return { support: kept, x: next, part };
}

/** Slopes below this fraction of the largest |b_i| count as rounding. */
const SLACK = 1e-11;

/**
 * The minimiser, by the active-set method of Lawson and Hanson: exact on its support after finitely many exchanges, and
 * cheap where the support is small. `start` is feasible; its support is the first guess if it has at most 60 elements.
 * Whether the last point is the minimiser is for `optimality` to say.
 */
export function activeSet(program: QuadraticProgram, start: Vec): Vec {
  const slack = SLACK * maxAbs(program.b);
  const barred = new Set<number>();
  let now = begin(program, start);
  let last = -1;
  for (let k = 0; k < 10 * start.length + 10; k++) {
    const next = descend(program, now);
    now = next;
    if (next.level === undefined) {
      if (next.part === 0) barred.add(last);
      continue;
    }
    const slope = subtract(matvec(program.a, next.x), program.b);
    last = entering(slope, next.level, new Set([...next.support, ...barred]), slack);
    if (last < 0) return next.x;
    now = { support: [...next.support, last], x: next.x };
  }
  return now.x;
}

/**
 * How far ½wᵀAw - bᵀw may fall from a feasible x, with s = Ax - b: Σ x_i (s_i - min s) bounds it for a fixed mass; else
 * Σ x_i |s_i| + max(0, -min s) Σ x_i does for points of no larger mass.
 */
export function optimalityGap({ a, b, mass }: QuadraticProgram, x: Vec): number {
  const slope = subtract(matvec(a, x), b);
  const lowest = slope.reduce((m, s) => Math.min(m, s), Infinity);
  if (mass !== undefined) return x.reduce((gap, v, i) => gap + v * (slope[i] - lowest), 0);
  return x.reduce((gap, v, i) => gap + v * Math.abs(slope[i]), 0) + Math.max(0, -lowest) * sum(x);
}
