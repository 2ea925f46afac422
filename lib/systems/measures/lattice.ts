import { normalQuantile } from "../../arithmetic/normal-quantile.js";
import type { Rng } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { zeros } from "../../arithmetic/vectors.js";
import { cholesky, COVARIANCE } from "../../compute/index.js";
import type { Normal } from "./cloud.js";

/** The root φ > 1 of φ^{d+1} = φ + 1: the golden ratio for d = 1. */
const generalisedGolden = (d: number): number => {
  let phi = 2;
  for (let k = 0; k < 60; k++) {
    let power = 1;
    for (let j = 0; j < d; j++) power *= phi;
    phi -= (power * phi - phi - 1) / ((d + 1) * power - 1);
  }
  return phi;
};

/**
 * n points of a normal law, m + L Φ⁻¹(z_i) with the Kronecker lattice z_i = (s + i (φ^{-1}, …, φ^{-d})) mod 1, φ^{d+1}
 * = φ + 1, and a random shift s: averages of smooth functions miss by about 1/n instead of 1/√n.
 */
export function normalLattice({ mean, covariance }: Normal, n: number, random: Rng): Vec {
  const d = mean.length;
  const factor = cholesky(covariance, d, COVARIANCE);
  const phi = generalisedGolden(d);
  const shift = zeros(d).map(() => random.uniform());
  const out = zeros(n * d);
  const z = zeros(d);
  for (let i = 0; i < n; i++) {
    let step = 1;
    for (let c = 0; c < d; c++) {
      step /= phi;
      const place = shift[c] + i * step;
      z[c] = normalQuantile(place - Math.floor(place) - 0.5 + HALF_CELL);
    }
    for (let a = 0; a < d; a++) {
      out[i * d + a] = mean[a];
      for (let b = 0; b <= a; b++) out[i * d + a] += factor[a * d + b] * z[b];
    }
  }
  return out;
}

/** Keeps places off 0, where the quantile is infinite. */
const HALF_CELL = 0.5 / 9007199254740992;
