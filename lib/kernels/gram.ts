import { gram as cloudGram } from "../compute/index.js";
import type { Block, Kernel, Vec } from "../types.js";
import { dot, row } from "../numerics/vectors.js";

/** Gram matrix of a block, k(x_i, x_j) n_i·n_j (directions n only on edges): p × p. */
export function gram(kernel: Kernel, { points, dim, directions }: Block): Vec {
  const k = cloudGram(kernel, points, points, dim),
    p = points.length / dim;
  if (!directions) return k;
  return k.map((v, ij) => v * dot(row(directions, Math.floor(ij / p), dim), row(directions, ij % p, dim)));
}
