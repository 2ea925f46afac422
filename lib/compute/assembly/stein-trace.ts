import { Job } from "./job";
import { BLOCK, pack, ROW, unpack, WIDTH } from "./lanes";
import { steinInvariants } from "./stein";
import { addColumns } from "./sums";
import { evaluate } from "./terms";
import { room, termOf } from "./value-rows";

/**
 * Mixed traces of a Stein kernel, tr ∇_1∇_2 k_π for pairs of points x, y with scores a, b and A = ∇²log π(x), B = ∇²log
 * π(y), z = x - y. Rows of the room: 0 the result, 1 |z|², 2 a·b, 3 z·(a-b), 4 … 8 φ … φ'''', 9 aᵀBz - bᵀAz, 10 zᵀAz +
 * zᵀBz, 11 tr AB. The matrices A of the targets stand behind those of the sources.
 */
const ROWS: usize = 12;

/**
 * Bytes of scratch memory per thread: a panel of targets with its matrices, differences and sums, and rows of values.
 */
export function steinTraceScratchOf(job: Job): usize {
  const dim = <usize>job.dim;
  return (<usize>job.width + dim * dim + dim + 2 + ROWS * BLOCK) * ROW;
}

/** Σ_j w_j tr ∇_1∇_2 k_π(x_i, y_j) for the targets of some panels. */
export function steinTracePanels(job: Job, first: usize, last: usize, scratch: usize): void {
  const n = <usize>job.n,
    m = <usize>job.m,
    dim = <usize>job.dim,
    width = <usize>job.width,
    step = width << 3,
    square = dim * dim,
    A = scratch + width * ROW,
    z = A + square * ROW,
    traceA = z + dim * ROW,
    out = traceA + ROW,
    rows = out + ROW;
  for (let panel = first; panel < last; panel++) {
    pack(<usize>job.x, panel * WIDTH, n, width, scratch);
    pack(<usize>job.hessians + (m * square << 3), panel * WIDTH, n, square, A);
    addDiagonal(A, dim, traceA);
    memory.fill(out, 0, ROW);
    for (let j: usize = 0; j < m; j += BLOCK) {
      const count = min(BLOCK, m - j), y = <usize>job.y + j * step, B = <usize>job.hessians + (j * square << 3);
      steinInvariants(job, scratch, y, count, rows);
      for (let k: usize = 0; k < 5; k++) evaluate(termOf(job, k), room(rows, 1), count, room(rows, 4 + k));
      for (let k: usize = 0; k < count; k++)
        contract(scratch, A, y + k * step, B + ((k * square) << 3), dim, z, rows + k * ROW);
      for (let k: usize = 0; k < count; k++)
        combine(job.dim, diagonalSum(B + ((k * square) << 3), dim), traceA, rows + k * ROW);
      addColumns(rows, <usize>job.w + (j << 3), count, 1, out);
    }
    unpack(out, panel * WIDTH, n, 1, <usize>job.out);
  }
}

/** tr A of eight matrices. */
function addDiagonal(A: usize, dim: usize, out: usize): void {
  for (let lanes: usize = 0; lanes < ROW; lanes += 16) {
    let t = f64x2.splat(0);
    for (let c: usize = 0; c < dim; c++) t = f64x2.add(t, v128.load(A + c * (dim + 1) * ROW + lanes));
    v128.store(out + lanes, t);
  }
}

/** tr B */
function diagonalSum(B: usize, dim: usize): f64 {
  let t: f64 = 0;
  for (let c: usize = 0; c < dim; c++) t += load<f64>(B + (c * (dim + 1) << 3));
  return t;
}

/** What costs d² for one source: rows 9 to 11, sums over c and e in this order. */
function contract(x: usize, A: usize, y: usize, B: usize, dim: usize, z: usize, row: usize): void {
  const scores = dim * ROW, score = dim << 3;
  for (let lanes: usize = 0; lanes < ROW; lanes += 16) {
    for (let c: usize = 0, p = x + lanes, q = y; c < dim; c++, p += ROW, q += 8)
      v128.store(z + c * ROW, f64x2.sub(v128.load(p), v128.load64_splat(q)));
    let aBz = f64x2.splat(0), bAz = aBz, zAz = aBz, zBz = aBz, AB = aBz, p = A + lanes, q = B;
    for (let c: usize = 0; c < dim; c++) {
      const zc = v128.load(z + c * ROW),
        ac = v128.load(x + scores + c * ROW + lanes),
        bc = v128.load64_splat(y + score + (c << 3));
      for (let e: usize = 0; e < scores; e += ROW, p += ROW, q += 8) {
        const Ace = v128.load(p), Bce = v128.load64_splat(q), ze = v128.load(z + e);
        aBz = f64x2.add(aBz, f64x2.mul(f64x2.mul(ac, Bce), ze));
        bAz = f64x2.add(bAz, f64x2.mul(f64x2.mul(bc, Ace), ze));
        zAz = f64x2.add(zAz, f64x2.mul(f64x2.mul(zc, Ace), ze));
        zBz = f64x2.add(zBz, f64x2.mul(f64x2.mul(zc, Bce), ze));
        AB = f64x2.add(AB, f64x2.mul(Ace, Bce));
      }
    }
    v128.store(room(row, 9) + lanes, f64x2.sub(aBz, bAz));
    v128.store(room(row, 10) + lanes, f64x2.add(zAz, zBz));
    v128.store(room(row, 11) + lanes, AB);
  }
}

// @ts-ignore: decorator
@inline function times(factor: f64, v: v128): v128 { return f64x2.mul(f64x2.splat(factor), v); }

/**
 * φ tr AB + 2φ' (aᵀBz - bᵀAz - d a·b + tr A + tr B) + 4φ'' (zᵀ(A + B)z - |z|² a·b - (d+2) c) - 8φ''' |z|² c - 4 S |z|²
 * - 2d F, where
 * c = -z·(a-b), F = -(2d+4)φ'' - 4|z|²φ''' and S = -(2d+8)φ''' - 4|z|²φ''''.
 */
function combine(d: f64, traceB: f64, traceA: usize, row: usize): void {
  for (let lanes: usize = 0; lanes < ROW; lanes += 16, row += 16, traceA += 16) {
    const s = v128.load(room(row, 1)),
      cross = v128.load(room(row, 2)),
      c = f64x2.neg(v128.load(room(row, 3))),
      phi = v128.load(room(row, 4)),
      slope = v128.load(room(row, 5)),
      bend = v128.load(room(row, 6)),
      third = v128.load(room(row, 7)),
      fourth = v128.load(room(row, 8)),
      s4 = times(4, s),
      F = f64x2.sub(times(-(2 * d + 4), bend), f64x2.mul(s4, third)),
      S = f64x2.sub(times(-(2 * d + 8), third), f64x2.mul(s4, fourth)),
      turned = f64x2.add(
        f64x2.add(f64x2.sub(v128.load(room(row, 9)), times(d, cross)), v128.load(traceA)),
        f64x2.splat(traceB),
      ),
      curved = f64x2.sub(f64x2.sub(v128.load(room(row, 10)), f64x2.mul(s, cross)), times(d + 2, c));
    let t = f64x2.add(f64x2.mul(phi, v128.load(room(row, 11))), f64x2.mul(times(2, slope), turned));
    t = f64x2.add(t, f64x2.mul(times(4, bend), curved));
    t = f64x2.sub(t, f64x2.mul(f64x2.mul(times(8, third), s), c));
    t = f64x2.sub(t, f64x2.mul(times(4, S), s));
    v128.store(row, f64x2.sub(t, times(2 * d, F)));
  }
}
