import { exp } from "../arithmetic/functions.js";
import { refuse } from "../arithmetic/refusal.js";
import type { Vec } from "../arithmetic/vec.js";
import { axpy, dot, maxAbs, scale, tabulate, times, zeros } from "../arithmetic/vectors.js";
import { choleskyInPlace, matvec, solveCholesky } from "../compute/index.js";
import { shiftedGram } from "./spd.js";

/** φ by its conjugate φ* with two derivatives; φ = ∞ for s < 0. */
export interface Conjugate {
  /** φ(s) at s = φ*'(v). */
  value(v: number): number;
  conjugate(v: number): number;
  slope(v: number): number;
  curvature(v: number): number;
}

/** φ(s) = s log s - s + 1. */
export const KL_CONJUGATE: Conjugate = {
  value: v => v * exp(v) - exp(v) + 1,
  conjugate: v => exp(v) - 1,
  slope: exp,
  curvature: exp,
};

/** φ(s) = ½(s - 1)² for s ≥ 0. */
export const CHI2_CONJUGATE: Conjugate = {
  value: v => (v > -1 ? 0.5 * v * v : 0.5),
  conjugate: v => (v > -1 ? v + 0.5 * v * v : -0.5),
  slope: v => Math.max(0, 1 + v),
  curvature: v => (v > -1 ? 1 : 0),
};

/** argmin_c Σ b_j φ(c_j/b_j) + ‖m - Σ c_j k_j‖²/2λ over c ≥ 0, with its dual. */
export interface Envelope {
  /** c_j */
  readonly masses: Vec;
  /** v_j = h(y_j) of the witness h = (m - Σ c_j k_j)/λ. */
  readonly witness: Vec;
  /** What is left of the optimality v = h(y), relative to the largest m(y_j). */
  readonly residual: number;
}

const STEPS = 200;

/**
 * λv + K(b φ*'(v)) = m on the atoms of π, by Newton's method, halved until the residual falls. `k` is their Gram
 * matrix, `m` the embedding of the measure there. Each step factorises λ + D^{1/2}KD^{1/2} with D = diag(b φ*''(v)),
 * which is never singular.
 */
export function moreauEnvelope(k: Vec, b: Vec, m: Vec, lambda: number, phi: Conjugate): Envelope {
  const n = b.length;
  const massesAt = (v: Vec): Vec => tabulate(n, j => b[j] * phi.slope(v[j]));
  const residualAt = (v: Vec): Vec =>
    axpy(
      1,
      matvec(k, massesAt(v)),
      tabulate(n, j => lambda * v[j] - m[j]),
    );
  const size = (r: Vec): number => (r.every(Number.isFinite) ? Math.sqrt(dot(r, r)) : Infinity);
  const newton = (v: Vec, r: Vec): Vec => {
    const root = tabulate(n, j => Math.sqrt(b[j] * phi.curvature(v[j])));
    const factor = choleskyInPlace(shiftedGram(k, root, lambda), n, {
      name: "the dual Newton matrix",
      advice: "take a larger lambda",
    });
    const inner = solveCholesky(factor, times(root, r));
    // Woodbury: (λ + KD)^{-1} r = (r - K D^{1/2} (λ + D^{1/2}KD^{1/2})^{-1} D^{1/2} r)/λ
    return scale(1 / lambda, axpy(-1, matvec(k, times(root, inner)), r));
  };
  const goal = 1e-13 * Math.max(maxAbs(m), lambda);
  let v: Vec = zeros(n);
  let r = residualAt(v);
  for (let step = 0; step < STEPS && maxAbs(r) > goal; step++) {
    const direction = newton(v, r);
    let t = 1;
    let next = axpy(-t, direction, v);
    while (t > 1e-12 && !(size(residualAt(next)) < size(r))) {
      t /= 2;
      next = axpy(-t, direction, v);
    }
    if (t <= 1e-12) break;
    v = next;
    r = residualAt(v);
  }
  const residual = maxAbs(r) / Math.max(maxAbs(m), lambda);
  if (!(residual < 1e-9))
    refuse(`the dual problem of the MMD-regularised divergence stopped at a residual ${residual}`);
  return { masses: massesAt(v), witness: v, residual };
}
