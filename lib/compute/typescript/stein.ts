import type { Vec } from "../../arithmetic/vec.js";
import type { Profile, ScoreField } from "../kernel-form.js";
import { BLOCK, forBlocks, type PairVariable } from "./pairs.js";
import { dotRows, type Lifted, liftBoth, mixedDot, type Rows, rowsOf } from "./stein-points.js";
import { mixedTraceSum } from "./stein-trace.js";
import type { Routines } from "./routines.js";
import type { Row } from "./pairs.js";
import { rowGram, rowSum } from "./values.js";

/** k_π as the variable of a pair: (a·b) φ + 2φ' z·(b-a) - 2dφ' - 4|z|²φ'', with z = x-y, a = s(x), b = s(y). */
function steinPair(profile: Profile): PairVariable {
  const evaluate = rowsOf(profile, 2);
  return (x, i, y, count, width, out) => {
    const dim = width / 2;
    const {
      s,
      phi: [phi, slope, bend],
    } = evaluate(x, i, y, count, dim);
    for (let j = 0; j < count; j++)
      out[j] =
        dotRows(x, y, i, j, dim) * phi[j] -
        2 * slope[j] * (mixedDot(x, y, 0, dim, i, j, dim) + dim) -
        4 * s[j] * bend[j];
  };
}

/** What multiplies z in ∇_1 k_π, per source: 2φ' a·b + 4φ'' z·(b-a) + 2T', with T' = -(2d+4)φ'' - 4|z|²φ'''. */
function alongRow(
  x: Vec,
  i: number,
  y: Vec,
  count: number,
  dim: number,
  { s, phi: [, slope, bend, third] }: Rows,
  out: Vec,
): void {
  for (let j = 0; j < count; j++) {
    const cross = dotRows(x, y, i, j, dim);
    const c = -mixedDot(x, y, 0, dim, i, j, dim);
    out[j] = 2 * slope[j] * cross + 4 * bend[j] * c - 2 * ((2 * dim + 4) * bend[j] + 4 * s[j] * third[j]);
  }
}

/** out_i += A u, A the d × d matrix i of `hessians`. */
function addTurned(hessians: Vec, i: number, u: Vec, out: Vec, own: number): void {
  const dim = u.length;
  for (let c = 0; c < dim; c++) for (let e = 0; e < dim; e++) out[own + c] += hessians[(i * dim + c) * dim + e] * u[e];
}

/** Per target Σ_j w_j ((…) z + 2φ'(b-a)) and, behind it, Σ_j w_j (φ b - 2φ'z): n × 2d. */
function firstSums(profile: Profile, x: Lifted, y: Lifted, dim: number, w: Vec): Vec {
  const evaluate = rowsOf(profile, 3);
  const along = new Float64Array(BLOCK);
  const n = x.points.length / (2 * dim);
  const out = new Float64Array(2 * n * dim);
  forBlocks(y.points, 2 * dim, (from, count, sources) => {
    for (let i = 0; i < n; i++) {
      const rows = evaluate(x.points, i, sources, count, dim);
      alongRow(x.points, i, sources, count, dim, rows, along);
      for (let j = 0; j < count; j++)
        for (let c = 0; c < dim; c++) {
          const [own, at] = [2 * i * dim + c, 2 * j * dim + c];
          const z = x.points[own] - sources[at];
          const b = sources[at + dim];
          const [phi, slope] = [rows.phi[0][j], rows.phi[1][j]];
          out[own] += w[from + j] * (along[j] * z + 2 * slope * (b - x.points[own + dim]));
          out[own + dim] += w[from + j] * (phi * b - 2 * slope * z);
        }
    }
  });
  return out;
}

/** Σ_j w_j ∇_1 k_π = Σ_j w_j ((…) z + 2φ'(b-a)) + A Σ_j w_j (φ b - 2φ'z), A = ∇²log π(x), from both sums: n × d. */
export function addTurnedRows(x: Lifted, sums: Vec, dim: number): Vec {
  const n = sums.length / (2 * dim);
  const out = new Float64Array(n * dim);
  for (let i = 0; i < n; i++) {
    out.set(sums.subarray(2 * i * dim, (2 * i + 1) * dim), i * dim);
    addTurned(x.hessians(), i, sums.subarray((2 * i + 1) * dim, (2 * i + 2) * dim), out, i * dim);
  }
  return out;
}

/** Σ_j w_j ∇_2 k_π = Σ_j w_j (B (φ a + 2φ'z) - (…) z + 2φ'(a-b)), B = ∇²log π(y). */
function gradient2Sum(profile: Profile, x: Lifted, y: Lifted, dim: number, w: Vec): Vec {
  const evaluate = rowsOf(profile, 3);
  const along = new Float64Array(BLOCK);
  const turned = new Float64Array(dim);
  const n = x.points.length / (2 * dim);
  const out = new Float64Array(n * dim);
  forBlocks(y.points, 2 * dim, (from, count, sources) => {
    for (let i = 0; i < n; i++) {
      const rows = evaluate(x.points, i, sources, count, dim);
      alongRow(x.points, i, sources, count, dim, rows, along);
      for (let j = 0; j < count; j++) {
        for (let c = 0; c < dim; c++) {
          const [own, at] = [2 * i * dim + c, 2 * j * dim + c];
          const z = x.points[own] - sources[at];
          const a = x.points[own + dim];
          const [phi, slope] = [rows.phi[0][j], rows.phi[1][j]];
          turned[c] = w[from + j] * (phi * a + 2 * slope * z);
          out[i * dim + c] += w[from + j] * (2 * slope * (a - sources[at + dim]) - along[j] * z);
        }
        addTurned(y.hessians(), from + j, turned, out, i * dim);
      }
    }
  });
  return out;
}

const identity: Row = (s, count, out) => out.set(s.subarray(0, count));

/** The Stein kernel of a radial base kernel φ(|x-y|²) and a score (D-3): a kernel of the pairs (x, s(x)). */
export function steinRoutines({ base, target }: { readonly base: Profile; readonly target: ScoreField }): Routines {
  const points = (x: Vec, y: Vec, dim: number): readonly [Vec, Vec, number] => {
    const [p, q] = liftBoth(target, x, y, dim);
    return [p.points, q.points, 2 * dim];
  };
  return {
    gram: (...clouds) => rowGram(identity, steinPair(base), ...points(...clouds)),
    sum: (x, y, dim, w, columns) => rowSum(identity, steinPair(base), ...points(x, y, dim), w, columns),
    gradient1Sum: (x, y, dim, w) => {
      const [p, q] = liftBoth(target, x, y, dim);
      return addTurnedRows(p, firstSums(base, p, q, dim, w), dim);
    },
    gradient2Sum: (x, y, dim, w) => gradient2Sum(base, ...liftBoth(target, x, y, dim), dim, w),
    mixedTraceSum: (x, y, dim, w) => mixedTraceSum(base, ...liftBoth(target, x, y, dim), dim, w),
  };
}
