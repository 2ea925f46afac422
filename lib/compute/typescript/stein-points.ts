import type { Vec } from "../../arithmetic/vec.js";
import type { Profile, ScoreField } from "../kernel-form.js";
import { refuse } from "../../arithmetic/refusal.js";
import { BLOCK } from "./pairs.js";
import { rowOf } from "./rows.js";

/**
 * Points with their scores, rows [x | s(x)] of length 2d, and the matrices ∇²log π (n × d × d), computed when first
 * asked for.
 */
export interface Lifted {
  readonly points: Vec;
  hessians(): Vec;
}

/** The function at all points: n × width. */
function field(of: (x: Vec) => Vec, x: Vec, dim: number, width: number): Vec {
  const n = x.length / dim;
  const out = new Float64Array(n * width);
  for (let i = 0; i < n; i++) out.set(of(x.subarray(i * dim, i * dim + dim)), i * width);
  return out;
}

function lift(target: ScoreField, x: Vec, dim: number): Lifted {
  let kept: Vec | undefined;
  const hessian = (): ((x: Vec) => Vec) =>
    target.hessian ??
    refuse("the gradient of a Stein kernel needs the second derivatives of log π: take a target that has them");
  return {
    points: field(p => Float64Array.of(...p, ...target.score(p)), x, dim, 2 * dim),
    hessians: () => (kept ??= field(hessian(), x, dim, dim * dim)),
  };
}

/** Both clouds lifted; one cloud stays one, so that its Gram matrix is symmetric. */
export function liftBoth(target: ScoreField, x: Vec, y: Vec, dim: number): readonly [Lifted, Lifted] {
  const lifted = lift(target, x, dim);
  return [lifted, x === y ? lifted : lift(target, y, dim)];
}

/** s(x_i) · s(y_j) of lifted points. */
export function dotRows(x: Vec, y: Vec, i: number, j: number, dim: number): number {
  let total = 0;
  for (let c = 0, own = (2 * i + 1) * dim, at = (2 * j + 1) * dim; c < dim; c++) total += x[own + c] * y[at + c];
  return total;
}

/** (p_i - q_j) · (p'_i - q'_j) of lifted points, where the parts start at 0 (the point) or at d (its score). */
export function mixedDot(x: Vec, y: Vec, part: number, other: number, i: number, j: number, dim: number): number {
  const own = 2 * i * dim;
  const at = 2 * j * dim;
  let total = 0;
  for (let c = 0; c < dim; c++)
    total += (x[own + part + c] - y[at + part + c]) * (x[own + other + c] - y[at + other + c]);
  return total;
}

/** φ, φ', …, up to an order, of the squared distances of one target to one block of sources. */
export interface Rows {
  readonly s: Vec;
  readonly phi: readonly Vec[];
}

/** Evaluates the rows of a target i (of x) and a block of sources y, both lifted. */
export function rowsOf(
  profile: Profile,
  orders: number,
): (x: Vec, i: number, y: Vec, count: number, dim: number) => Rows {
  const derivatives = Array.from({ length: orders + 1 }, (_, order) => rowOf(profile(order)));
  const s = new Float64Array(BLOCK);
  const phi = derivatives.map(() => new Float64Array(BLOCK));
  return (x, i, y, count, dim) => {
    for (let j = 0; j < count; j++) s[j] = mixedDot(x, y, 0, 0, i, j, dim);
    derivatives.forEach((row, order) => row(s, count, phi[order]));
    return { s, phi };
  };
}
