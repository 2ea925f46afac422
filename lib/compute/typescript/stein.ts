import type { Profile, Row, ScoreField, Vec } from "../../types.js";
import { refuse } from "../../refusal.js";
import { type PairVariable, squaredDistances } from "./pairs.js";
import type { Routines } from "./routines.js";
import { profileGram, profileSum } from "./values.js";

/** Σ_c (p_c - q_c)(r_c - s_c) over the rows i of p, r and j of q, s. */
function differenceDot(p: Vec, q: Vec, r: Vec, s: Vec, i: number, j: number, dim: number): number {
  let total = 0;
  for (let c = 0; c < dim; c++) total += (p[i + c] - q[j + c]) * (r[i + c] - s[j + c]);
  return total;
}

/** a_i · b_j. */
function rowDot(a: Vec, b: Vec, i: number, j: number, dim: number): number {
  let total = 0;
  for (let c = 0; c < dim; c++) total += a[i + c] * b[j + c];
  return total;
}

/** A u for the d × d matrix at `start` of a. */
const apply = (a: Vec, start: number, u: Vec): Vec =>
  u.map((_, i) => u.reduce((total, v, j) => total + a[start + i * u.length + j] * v, 0));

/** The function at all points: n × width. */
function field(of: (x: Vec) => Vec, x: Vec, dim: number, width: number): Vec {
  const n = x.length / dim,
    out = new Float64Array(n * width);
  for (let i = 0; i < n; i++) out.set(of(x.subarray(i * dim, i * dim + dim)), i * width);
  return out;
}

const hessians = (target: ScoreField, x: Vec, dim: number): Vec =>
  field(
    target.hessian ?? refuse("the gradient of a Stein kernel needs the second derivatives of log π: take a target that has them"),
    x,
    dim,
    dim * dim,
  );

/** Squared distances of x_i to all y, then φ, φ', … up to the wanted order. */
function profileRows(profile: Profile, orders: number, m: number): (x: Vec, i: number, y: Vec, from: number, dim: number, count: number) => Vec[] {
  const s = new Float64Array(m),
    rows: readonly Row[] = Array.from({ length: orders + 1 }, (_, order) => profile(order)),
    out = rows.map(() => new Float64Array(m));
  return (x, i, y, from, dim, count) => {
    squaredDistances(x, i, y, from, count, dim, s);
    rows.forEach((row, order) => row(s, count, out[order]));
    return [s, ...out];
  };
}

/** k_π itself as the variable of a pair: (a·b) φ + 2φ' z·(b-a) - 2dφ' - 4|z|²φ'', with z = x-y, a = s(x), b = s(y). */
function steinPair(profile: Profile, a: Vec, b: Vec, m: number): PairVariable {
  const evaluate = profileRows(profile, 2, m);
  return (x, i, y, from, count, dim, out) => {
    const [s, phi, slope, bend] = evaluate(x, i, y, from, dim, count);
    for (let j = 0, own = i * dim, at = from * dim; j < count; j++, at += dim) {
      const c = -differenceDot(x, y, a, b, own, at, dim);
      out[j] = rowDot(a, b, own, at, dim) * phi[j] + 2 * slope[j] * c - 2 * dim * slope[j] - 4 * s[j] * bend[j];
    }
  };
}

/** What multiplies z in ∇_1 k_π: 2φ' a·b + 4φ'' z·(b-a) + 2T', with T' = -(2d+4)φ'' - 4|z|²φ'''. */
const along = (dim: number, ab: number, c: number, s: number, slope: number, bend: number, third: number): number =>
  2 * slope * ab + 4 * bend * c - 2 * ((2 * dim + 4) * bend + 4 * s * third);

/** Σ_j w_j ∇_1 k_π = A Σ_j w_j (φ b - 2φ'z) + Σ_j w_j ((…) z + 2φ'(b-a)), A = ∇²log π(x). */
function gradient1Sum(profile: Profile, target: ScoreField, x: Vec, y: Vec, dim: number, w: Vec): Vec {
  const m = y.length / dim,
    [a, b, curvature] = [field(target.score, x, dim, dim), field(target.score, y, dim, dim), hessians(target, x, dim)],
    evaluate = profileRows(profile, 3, m),
    out = new Float64Array(x.length);
  for (let i = 0, own = 0; own < x.length; i++, own += dim) {
    const [s, phi, slope, bend, third] = evaluate(x, i, y, 0, dim, m),
      turned = new Float64Array(dim);
    for (let j = 0, at = 0; j < m; j++, at += dim) {
      const g = along(dim, rowDot(a, b, own, at, dim), -differenceDot(x, y, a, b, own, at, dim), s[j], slope[j], bend[j], third[j]);
      for (let c = 0; c < dim; c++) {
        const z = x[own + c] - y[at + c];
        turned[c] += w[j] * (phi[j] * b[at + c] - 2 * slope[j] * z);
        out[own + c] += w[j] * (g * z + 2 * slope[j] * (b[at + c] - a[own + c]));
      }
    }
    apply(curvature, own * dim, turned).forEach((v, c) => (out[own + c] += v));
  }
  return out;
}

/** Σ_j w_j ∇_2 k_π(x_i, y_j), where ∇_2 k(x, y) = ∇_1 k(y, x): one source at a time. */
function gradient2Sum(profile: Profile, target: ScoreField, x: Vec, y: Vec, dim: number, w: Vec): Vec {
  const out = new Float64Array(x.length);
  for (let i = 0; i < x.length; i += dim) {
    const gradients = (j: number): Vec =>
      gradient1Sum(profile, target, y.subarray(j * dim, j * dim + dim), x.subarray(i, i + dim), dim, w.subarray(j, j + 1));
    for (let j = 0; j < w.length; j++) gradients(j).forEach((v, c) => (out[i + c] += v));
  }
  return out;
}

/** The form z·Bz, and tr AB, of d × d matrices at `at`. */
const quadratic = (b: Vec, at: number, z: Vec): number => apply(b, at, z).reduce((total, v, c) => total + v * z[c], 0);
const trace = (a: Vec, at: number, dim: number): number => Array.from({ length: dim }, (_, c) => a[at + c * dim + c]).reduce((t, v) => t + v, 0);
const traceOfProduct = (a: Vec, b: Vec, p: number, q: number, dim: number): number => rowDot(a, b, p, q, dim * dim);

/** tr ∇_1∇_2 k_π: the divergence in y of ∇_1 k_π, with B = ∇²log π(y). */
function mixedTraceSum(profile: Profile, target: ScoreField, x: Vec, y: Vec, dim: number, w: Vec): Vec {
  const m = y.length / dim,
    [a, b] = [field(target.score, x, dim, dim), field(target.score, y, dim, dim)],
    [A, B] = [hessians(target, x, dim), hessians(target, y, dim)],
    evaluate = profileRows(profile, 4, m);
  return new Float64Array(x.length / dim).map((_, i) => {
    const [s, phi, slope, bend, third, fourth] = evaluate(x, i, y, 0, dim, m),
      own = i * dim;
    return w.reduce((total, weight, j) => {
      const at = j * dim,
        z = Float64Array.from({ length: dim }, (_, c) => x[own + c] - y[at + c]),
        ab = rowDot(a, b, own, at, dim),
        c = -differenceDot(x, y, a, b, own, at, dim),
        turned = rowDot(z, apply(B, at * dim, a.subarray(own, own + dim)), 0, 0, dim) - rowDot(z, apply(A, own * dim, b.subarray(at, at + dim)), 0, 0, dim),
        curved = quadratic(A, own * dim, z) + quadratic(B, at * dim, z),
        traces = trace(A, own * dim, dim) + trace(B, at * dim, dim),
        t1 = -(2 * dim + 4) * bend[j] - 4 * s[j] * third[j],
        t2 = -(2 * dim + 8) * third[j] - 4 * s[j] * fourth[j];
      return (
        total +
        weight *
          (phi[j] * traceOfProduct(A, B, own * dim, at * dim, dim) +
            2 * slope[j] * (turned - dim * ab + traces) +
            4 * bend[j] * (curved - s[j] * ab - (dim + 2) * c) -
            8 * third[j] * s[j] * c -
            4 * t2 * s[j] -
            2 * dim * t1)
      );
    }, 0);
  });
}

/** The Stein kernel of a radial base kernel φ(|x-y|²) and a score (D-3). */
export const steinRoutines = ({ base, target }: { readonly base: Profile; readonly target: ScoreField }): Routines => {
  const identity: Profile = () => (s, count, out) => out.set(s.subarray(0, count)),
    pair = (x: Vec, y: Vec, dim: number): PairVariable =>
      steinPair(base, field(target.score, x, dim, dim), field(target.score, y, dim, dim), y.length / dim);
  return {
    gram: (x, y, dim) => profileGram(identity, pair(x, y, dim), x, y, dim),
    sum: (x, y, dim, w, columns) => profileSum(identity, pair(x, y, dim), x, y, dim, w, columns),
    gradient1Sum: (x, y, dim, w) => gradient1Sum(base, target, x, y, dim, w),
    gradient2Sum: (x, y, dim, w) => gradient2Sum(base, target, x, y, dim, w),
    mixedTraceSum: (x, y, dim, w) => mixedTraceSum(base, target, x, y, dim, w),
  };
};
