import type { Vec } from "../../arithmetic/vec.js";
import { exponentialRow } from "../../compute/index.js";
import { log } from "../../arithmetic/functions.js";
import { tabulate, zeros } from "../../arithmetic/vectors.js";
import type { Density } from "./measure.js";

/** ±∂z/∂θ, the sign that of the label, as `dim` columns of one entry per observation, one after the other. */
export interface Labelled {
  readonly columns: Vec;
  readonly dim: number;
}

/** Observations at once: what the exponential takes. */
const BLOCK = 512;
const exponentials = exponentialRow(1, 1);

/** Margins s = ±z (positive where the label is the likelier one) and e^{-|s|} of one block of observations. */
interface Room {
  readonly s: Vec;
  readonly e: Vec;
}

/** The number m of observations, and room for a block of them. */
function layout({ columns, dim }: Labelled): Room & { readonly m: number } {
  const m = columns.length / dim;
  const block = Math.min(BLOCK, m);
  return { m, s: zeros(block), e: zeros(block) };
}

/** s_k += t columns_{from+k}, k < count. */
function addColumn(t: number, columns: Vec, from: number, count: number, s: Vec): void {
  for (let k = 0; k < count; k++) s[k] += t * columns[from + k];
}

/** s and e^{-|s|} of the observations from `start` on, for the θ at offset `at`; returns how many they are. */
function predict({ columns, dim }: Labelled, m: number, theta: Vec, at: number, start: number, { s, e }: Room): number {
  const count = Math.min(BLOCK, m - start);
  s.fill(0);
  for (let c = 0; c < dim; c++) addColumn(theta[at + c], columns, c * m + start, count, s);
  for (let k = 0; k < count; k++) e[k] = Math.abs(s[k]);
  exponentials(e, count, e);
  return count;
}

/**
 * -Σ_i log(1 + e^{-s_i}) at all θ, without overflow: one logarithm for the product of a block, as each 1 + e^{-|s|} is
 * at most 2.
 */
function logLikelihoods(data: Labelled, thetas: Vec): Vec {
  const { m, s, e } = layout(data);
  return tabulate(thetas.length / data.dim, i => {
    let total = 0;
    for (let start = 0; start < m; start += BLOCK) {
      const count = predict(data, m, thetas, i * data.dim, start, { s, e });
      let product = 1;
      for (let k = 0; k < count; k++) {
        total -= Math.max(-s[k], 0);
        product *= 1 + e[k];
      }
      total -= log(product);
    }
    return total;
  });
}

/** s becomes σ(-s). */
function misfits(s: Vec, e: Vec, count: number): void {
  for (let k = 0; k < count; k++) s[k] = (s[k] >= 0 ? e[k] : 1) / (1 + e[k]);
}

/** Σ_i σ(-s_i) ∂s_i/∂θ at all θ, σ(z) = 1/(1 + e^{-z}). */
function scores(data: Labelled, thetas: Vec): Vec {
  const { columns, dim } = data;
  const { m, s, e } = layout(data);
  const out = zeros(thetas.length);
  for (let at = 0; at < thetas.length; at += dim)
    for (let start = 0; start < m; start += BLOCK) {
      const count = predict(data, m, thetas, at, start, { s, e });
      misfits(s, e, count);
      for (let c = 0; c < dim; c++) out[at + c] += dotColumn(s, columns, c * m + start, count);
    }
  return out;
}

/** Σ_k s_k columns_{from+k}, k < count. */
function dotColumn(s: Vec, columns: Vec, from: number, count: number): number {
  let total = 0;
  for (let k = 0; k < count; k++) total += s[k] * columns[from + k];
  return total;
}

/**
 * Σ_i log P(y_i | x_i, θ) and its gradient in θ, at all rows of a cloud of θ: plain loops, as flows evaluate it
 * millions of times.
 */
export const logisticLikelihood = (data: Labelled): NonNullable<Density["cloud"]> => ({
  logDensities: thetas => logLikelihoods(data, thetas),
  scores: thetas => scores(data, thetas),
});
