import { stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { concat } from "../../arithmetic/vectors.js";
import { gram } from "../../compute/index.js";
import type { Kernel } from "../../compute/kernel-form.js";

/** How often labels are exchanged, for which statistic. */
export interface Relabelling {
  readonly statistic: "u" | "v";
  readonly permutations: number;
  readonly seed?: number;
}

/**
 * MMD² of the points `order` up to n against those from n on, from their Gram matrix: U without, V with the diagonal.
 */
function squared(k: Vec, order: Int32Array, n: number, statistic: "u" | "v"): number {
  const total = order.length;
  const m = total - n;
  let [aa, ab, bb, diagonalA, diagonalB] = [0, 0, 0, 0, 0];
  for (let i = 0; i < total; i++) {
    const row = order[i] * total;
    if (i < n) diagonalA += k[row + order[i]];
    else diagonalB += k[row + order[i]];
    for (let j = 0; j < i; j++) {
      const value = k[row + order[j]];
      if (i < n) aa += 2 * value;
      else if (j >= n) bb += 2 * value;
      else ab += value;
    }
  }
  const within =
    statistic === "u"
      ? aa / (n * (n - 1)) + bb / (m * (m - 1))
      : (aa + diagonalA) / (n * n) + (bb + diagonalB) / (m * m);
  return within - (2 * ab) / (n * m);
}

/**
 * The p-value of the two-sample test with the MMD as its statistic: (1 + #{π: T_π ≥ T})/(1 + B) over B random
 * relabellings of the pooled points. Where both samples are of one law, P(p ≤ α) ≤ α exactly, with equality for α a
 * multiple of 1/(1 + B) and no ties. B-9.
 */
export function permutationTest(
  kernel: Kernel,
  [x, y]: readonly [Vec, Vec],
  dim: number,
  { statistic, permutations, seed = 1 }: Relabelling,
): number {
  const pooled = concat(x, y);
  const k = gram(kernel, pooled, pooled, dim);
  const [n, total] = [x.length / dim, pooled.length / dim];
  const order = Int32Array.from({ length: total }, (_, i) => i);
  const observed = squared(k, order, n, statistic);
  const random = stream(seed, "permutations");
  let reached = 1;
  for (let b = 0; b < permutations; b++) {
    for (let i = total - 1; i > 0; i--) {
      const j = random.integer(i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
    if (squared(k, order, n, statistic) >= observed) reached++;
  }
  return reached / (1 + permutations);
}
