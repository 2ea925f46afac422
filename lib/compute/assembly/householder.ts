/**
 * Householder's reduction of a symmetric matrix and the product of its reflections, as in the TypeScript twin: lanes
 * are the columns j, and every sum runs over the rows k in index order. Rows are `step` bytes long and go four at a
 * time, so that one load of a sum serves four. Where a leading block has an odd number of columns, the next one is
 * computed too: it is never used.
 */
import { PANEL, Reflection } from "./householder-stages";
import { runStage, serving } from "./pool";
import { REFLECT, UPDATE } from "./stage-numbers";

/** Runs a stage on all columns. Rows are read from end to end: a piece is as wide as it can be. */
function runColumns(routine: u32, block: Reflection): void {
  const panels = (block.bytes + PANEL - 1) / PANEL, pieces = 2 * (1 + <usize>serving());
  runStage(
    routine,
    changetype<usize>(block),
    panels,
    (panels + pieces - 1) / pieces,
    <f64>block.count * <f64>(block.bytes >> 1),
  );
}

/** Σ_k over `count` numbers of |x_k|, in index order. */
function sizeOf(x: usize, count: usize): f64 {
  let total: f64 = 0;
  for (const end = x + (count << 3); x < end; x += 8) total += abs(load<f64>(x));
  return total;
}

/** x ← x/|x|₁ ∓ |x|; the norm h and the entry that is left go to the two addresses. */
function reflector(x: usize, count: usize, norm: usize, left: usize): void {
  const scale = sizeOf(x, count), last = x + ((count - 1) << 3);
  if (scale === 0) {
    store<f64>(norm, 0);
    store<f64>(left, load<f64>(last));
    return;
  }
  let h: f64 = 0;
  for (let at = x; at <= last; at += 8) {
    const v = load<f64>(at) / scale;
    store<f64>(at, v);
    h += v * v;
  }
  const f = load<f64>(last), g = f > 0 ? -sqrt(h) : sqrt(h);
  store<f64>(last, f - g);
  store<f64>(norm, h - f * g);
  store<f64>(left, scale * g);
}

/** p ← p/h - (uᵀp/2h²) u */
function conjugate(p: usize, u: usize, count: usize, h: f64): void {
  let f: f64 = 0;
  const bytes = count << 3;
  for (let k: usize = 0; k < bytes; k += 8) {
    const v = load<f64>(p + k) / h;
    store<f64>(p + k, v);
    f += v * load<f64>(u + k);
  }
  const half = f / (h + h);
  for (let k: usize = 0; k < bytes; k += 8) store<f64>(p + k, load<f64>(p + k) - half * load<f64>(u + k));
}

/** x - (f p + g u) for one row. */
function updateRow(row: usize, k: usize, count: usize, u: usize, p: usize): void {
  const f = load<f64>(u + (k << 3)), g = load<f64>(p + (k << 3));
  for (let j: usize = 0; j < count << 3; j += 8)
    store<f64>(row + j, load<f64>(row + j) - (f * load<f64>(p + j) + g * load<f64>(u + j)));
}

/**
 * A = Q T Qᵀ for the full symmetric matrix at `a`: reflection i is left at the start of row i, its norm and the entry
 * off the diagonal in
 * `norms` and `off`. The update by one reflection and the product of the next are one pass over the block. `work` has
 * room for three rows.
 */
export function tridiagonalise(a: usize, n: usize, norms: usize, off: usize, work: usize, job: usize): void {
  const step = n << 3, zeros = work + 2 * step, block = changetype<Reflection>(job);
  block.a = a;
  block.step = step;
  let p = work, sums = work + step, u = zeros;
  memory.fill(work, 0, 3 * step);
  for (let i = n - 1; i > 0; i--) {
    const own = a + i * step;
    updateRow(own, i, i + 1, u, p);
    reflector(own, i, norms + (i << 3), off + (i << 3));
    memory.fill(sums, 0, step);
    block.count = i;
    block.bytes = (i << 3) + 8 & ~15;
    block.u = u;
    block.p = p;
    block.next = own;
    block.sums = sums;
    runColumns(UPDATE, block);
    const h = load<f64>(norms + (i << 3)), free = p;
    if (h === 0) {
      memory.fill(p, 0, step);
      u = zeros;
      continue;
    }
    conjugate(sums, own, i, h);
    p = sums;
    sums = free;
    u = own;
  }
  updateRow(a, 0, 1, u, p);
}

/** Q = the product of the reflections that `tridiagonalise` left in `a`, n × n; `work` has room for two rows. */
export function accumulate(a: usize, n: usize, norms: usize, q: usize, work: usize, job: usize): void {
  const step = n << 3, block = changetype<Reflection>(job);
  block.a = q;
  block.step = step;
  let p = work, sums = work + step, h: f64 = Infinity;
  memory.fill(p, 0, step);
  memory.fill(q, 0, n * step);
  for (let i: usize = 1; i <= n; i++) {
    // reflection i - 1 acts, which leaves row i - 1 as it is; that of i = n does not exist, and its sums are not used
    const u = a + (i - 1) * step, next = a + min(i, n - 1) * step, unit = (i - 1) << 3;
    memory.fill(sums, 0, step);
    block.count = i - 1;
    block.bytes = (min(i, n - 1) << 3) + 8 & ~15;
    block.u = u;
    block.h = h;
    block.p = p;
    block.next = next;
    block.sums = sums;
    runColumns(REFLECT, block);
    store<f64>(q + (i - 1) * step + unit, 1);
    if (i === n) return;
    store<f64>(sums + unit, load<f64>(sums + unit) + load<f64>(next + unit));
    const norm = load<f64>(norms + (i << 3)), free = p;
    h = norm === 0 ? Infinity : norm;
    p = sums;
    sums = free;
  }
}
