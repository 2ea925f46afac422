import type { Vec } from "../types.js";
import { exponentialRow } from "../compute/index.js";
import { log } from "../numerics/functions.js";
import { tabulate, zeros } from "../numerics/vectors.js";
import type { Density } from "./types.js";

/** m labels 0 or 1, and ∂z/∂θ as `dim` columns of length m, one after the other. */
export interface Labelled {
  readonly columns: Vec;
  readonly labels: Vec;
  readonly dim: number;
}

/** Rows at once: what the exponential takes. */
const BLOCK = 512;
const exponentials = exponentialRow(1, 1);

/** z = θ·x and e^{-|z|} of one block of rows. */
interface Room {
  readonly z: Vec;
  readonly e: Vec;
}

/** z and e^{-|z|} of the rows from `start` on, for the θ at offset `at`; returns how many they are. */
function predict({ columns, labels, dim }: Labelled, theta: Vec, at: number, start: number, { z, e }: Room): number {
  const m = labels.length, count = Math.min(BLOCK, m - start);
  z.fill(0);
  for (let c = 0; c < dim; c++) {
    const t = theta[at + c], from = c * m + start;
    for (let k = 0; k < count; k++) z[k] += t * columns[from + k];
  }
  for (let k = 0; k < count; k++) e[k] = Math.abs(z[k]);
  exponentials(e, count, e);
  return count;
}

/** Σ_i y_i z_i - log(1 + e^{z_i}) at θ, without overflow: one logarithm for the product of a block, as each 1 + e^{-|z|} is at most 2. */
function logLikelihood(data: Labelled, theta: Vec, at: number, room: Room): number {
  let total = 0;
  for (let start = 0; start < data.labels.length; start += BLOCK) {
    const count = predict(data, theta, at, start, room);
    let product = 1;
    for (let k = 0; k < count; k++) {
      total += data.labels[start + k] * room.z[k] - Math.max(room.z[k], 0);
      product *= 1 + room.e[k];
    }
    total -= log(product);
  }
  return total;
}

/** out += Σ_i (y_i - σ(z_i)) x_i with σ(z) = 1/(1 + e^{-z}). */
function addScore(data: Labelled, theta: Vec, at: number, room: Room, out: Vec): void {
  const { columns, labels, dim } = data, { z, e } = room, m = labels.length;
  for (let start = 0; start < m; start += BLOCK) {
    const count = predict(data, theta, at, start, room);
    for (let k = 0; k < count; k++) z[k] = labels[start + k] - (z[k] >= 0 ? 1 : e[k]) / (1 + e[k]);
    for (let c = 0; c < dim; c++) {
      const from = c * m + start;
      let total = 0;
      for (let k = 0; k < count; k++) total += z[k] * columns[from + k];
      out[at + c] += total;
    }
  }
}

const roomFor = ({ labels }: Labelled): Room => ({ z: zeros(Math.min(BLOCK, labels.length)), e: zeros(Math.min(BLOCK, labels.length)) });

/** Σ_i log P(y_i | x_i, θ) and its gradient in θ, at all rows of a cloud of θ: plain loops, as flows evaluate it millions of times. */
export const logisticLikelihood = (data: Labelled): NonNullable<Density["cloud"]> => ({
  logDensities: thetas => {
    const room = roomFor(data);
    return tabulate(thetas.length / data.dim, i => logLikelihood(data, thetas, i * data.dim, room));
  },
  scores: thetas => {
    const room = roomFor(data), out = zeros(thetas.length);
    for (let at = 0; at < thetas.length; at += data.dim) addScore(data, thetas, at, room, out);
    return out;
  },
});
