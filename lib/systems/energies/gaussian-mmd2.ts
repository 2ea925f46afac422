import type { Vec } from "../../arithmetic/vec.js";
import type { Energy } from "./energy.js";
import type { Normal } from "../measures/cloud.js";
import { axpy, concat, scale, zeros } from "../../arithmetic/vectors.js";
import { covarianceSlope, type GaussianProfile, overlap } from "./gaussian-overlap.js";

/**
 * ½MMD²(N(m, Σ), Σ w_q Q_q) under a Gaussian kernel (G-6), with DF = [∂F/∂m | 2∂F/∂Σ]: F = ½I_PP - Σ w_q I_Pq + const.
 * Both arguments of I_PP move, so its derivative in Σ counts twice, and its derivative in m vanishes.
 */
export function gaussianMmd2(
  kernel: GaussianProfile,
  d: number,
  mixture: readonly Normal[],
): Pick<Energy, "value" | "differential"> {
  const normal = (u: Vec): Normal => ({ weight: 1, mean: u.subarray(0, d), covariance: u.subarray(d) });
  const paired = (p: Normal): number => mixture.reduce((s, q) => s + q.weight * overlap(kernel, d, p, q).value, 0);
  const constant = 0.5 * mixture.reduce((s, p) => s + p.weight * paired(p), 0);
  return {
    value: u => 0.5 * overlap(kernel, d, normal(u), normal(u)).value - paired(normal(u)) + constant,
    differential: u => {
      const p = normal(u);
      let b: Vec = zeros(d);
      let c: Vec = scale(2, covarianceSlope(overlap(kernel, d, p, p), d));
      for (const q of mixture) {
        const term = overlap(kernel, d, p, q);
        b = axpy(q.weight * term.value, term.slope, b);
        c = axpy(-2 * q.weight, covarianceSlope(term, d), c);
      }
      return { value: concat(b, c), temperature: 0 };
    },
  };
}
