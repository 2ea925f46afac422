import type { Vec } from "../types.js";
import { exponentialRow } from "../compute/index.js";
import { log1p } from "../numerics/functions.js";
import { zeros } from "../numerics/vectors.js";
import type { Density } from "./types.js";

/** m rows ∂z/∂θ of length d, and labels 0 or 1. */
export interface Labelled {
  readonly features: Vec;
  readonly labels: Vec;
  readonly dim: number;
}

/** Rows at once: what the exponential takes. */
const BLOCK = 512;
const exponentials = exponentialRow(1, 1);

/** Calls `visit` with a row, its z = θ·x and e^{-|z|}, for all rows in their order. */
function eachRow({ features, labels, dim }: Labelled, theta: Vec, at: number, visit: (i: number, z: number, e: number) => void): void {
  const z = zeros(Math.min(BLOCK, labels.length)), e = zeros(z.length);
  for (let start = 0; start < labels.length; start += BLOCK) {
    const count = Math.min(BLOCK, labels.length - start);
    for (let k = 0; k < count; k++) {
      let total = 0;
      for (let c = 0; c < dim; c++) total += theta[at + c] * features[(start + k) * dim + c];
      z[k] = total;
      e[k] = Math.abs(total);
    }
    exponentials(e, count, e);
    for (let k = 0; k < count; k++) visit(start + k, z[k], e[k]);
  }
}

/** Σ_i y_i z_i - log(1 + e^{z_i}) at θ, without overflow. */
function logLikelihood(data: Labelled, theta: Vec, at: number): number {
  let total = 0;
  eachRow(data, theta, at, (i, z, e) => {
    total += data.labels[i] * z - Math.max(z, 0) - log1p(e);
  });
  return total;
}

/** out += Σ_i (y_i - σ(z_i)) x_i with σ(z) = 1/(1 + e^{-z}). */
function addScore(data: Labelled, theta: Vec, at: number, out: Vec): void {
  const { features, labels, dim } = data;
  eachRow(data, theta, at, (i, z, e) => {
    const residual = labels[i] - (z >= 0 ? 1 : e) / (1 + e);
    for (let c = 0; c < dim; c++) out[at + c] += residual * features[i * dim + c];
  });
}

/** Σ_i log P(y_i | x_i, θ) and its gradient in θ, at all rows of a cloud of θ: plain loops, as flows evaluate it millions of times. */
export const logisticLikelihood = (data: Labelled): NonNullable<Density["cloud"]> => ({
  logDensities: thetas => zeros(thetas.length / data.dim).map((_, i) => logLikelihood(data, thetas, i * data.dim)),
  scores: thetas => {
    const out = zeros(thetas.length);
    for (let at = 0; at < thetas.length; at += data.dim) addScore(data, thetas, at, out);
    return out;
  },
});
