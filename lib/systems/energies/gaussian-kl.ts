import type { Vec } from "../../arithmetic/vec.js";
import type { Energy } from "./energy.js";
import { COVARIANCE, matmul, matvec, STATE_COVARIANCE } from "../../compute/index.js";
import { inverseSpd, logDet } from "../../numerics/spd.js";
import { concat, dot, subtract, tabulate } from "../../arithmetic/vectors.js";

/** ½(tr A⁻¹B + δᵀA⁻¹δ - d + log det A - log det B), KL(N(·, B) | N(·, A)) with δ the difference of the means (G-3b). */
const divergence = (inverse: Vec, a: Vec, b: Vec, delta: Vec, d: number): number =>
  0.5 *
  (dot(inverse, b) + dot(delta, matvec(inverse, delta)) - d + logDet(a, d, COVARIANCE) - logDet(b, d, COVARIANCE));

/** KL(N(m,Σ) | N(a,Q)), target [a | Q]: DF = [Q⁻¹(m-a) | Q⁻¹ - Σ⁻¹]. */
export function gaussianKl(d: number, target: Vec): Energy {
  const q = target.subarray(d);
  const precision = inverseSpd(q, d, COVARIANCE);
  const delta = (u: Vec): Vec => subtract(u.subarray(0, d), target.subarray(0, d));
  return {
    name: "kl",
    form: { type: "gaussian-kl", target },
    value: u => divergence(precision, q, u.subarray(d), delta(u), d),
    differential: u => ({
      value: concat(matvec(precision, delta(u)), subtract(precision, inverseSpd(u.subarray(d), d, STATE_COVARIANCE))),
      temperature: 0,
    }),
  };
}

/** KL(N(a,Q) | N(m,Σ)), target [a | Q]: DF = [Σ⁻¹(m-a) | Σ⁻¹ - Σ⁻¹(Q + δδᵀ)Σ⁻¹]; minimal at matched moments (B-11). */
export function gaussianInclusiveKl(d: number, target: Vec): Energy {
  const q = target.subarray(d);
  const delta = (u: Vec): Vec => subtract(u.subarray(0, d), target.subarray(0, d));
  const differential = (u: Vec): Vec => {
    const inverse = inverseSpd(u.subarray(d), d, STATE_COVARIANCE);
    const z = delta(u);
    const moment = tabulate(d * d, k => q[k] + z[Math.floor(k / d)] * z[k % d]);
    return concat(matvec(inverse, z), subtract(inverse, matmul(inverse, matmul(moment, inverse, d), d)));
  };
  return {
    name: "inclusive-kl",
    form: { type: "gaussian-inclusive-kl", target },
    value: u => divergence(inverseSpd(u.subarray(d), d, STATE_COVARIANCE), u.subarray(d), q, delta(u), d),
    differential: u => ({ value: differential(u), temperature: 0 }),
  };
}
