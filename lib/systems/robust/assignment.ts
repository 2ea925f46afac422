import type { Vec } from "../../arithmetic/vec.js";

/** Where every atom goes at a price λ: ∫ ℓ, ∫ C, and its point. */
export interface Assignment {
  readonly gain: number;
  readonly cost: number;
  readonly to: Int32Array;
}

/** argmax_j ℓ_j - λ C_ij for every i; λ = ∞: the nearest point. Among equals the nearest one. */
export function assigned(loss: Vec, p: Vec, cost: Vec, lambda: number): Assignment {
  const m = loss.length;
  const to = new Int32Array(p.length);
  let [gain, paid] = [0, 0];
  for (let i = 0; i < p.length; i++) {
    if (!(p[i] > 0)) continue;
    const worth = (j: number): number => (lambda === Infinity ? -cost[i * m + j] : loss[j] - lambda * cost[i * m + j]);
    const tie = (j: number): number => (lambda === Infinity ? loss[j] : -cost[i * m + j]);
    let best = 0;
    for (let j = 1; j < m; j++)
      if (worth(j) > worth(best) || (worth(j) === worth(best) && tie(j) > tie(best))) best = j;
    to[i] = best;
    gain += p[i] * loss[best];
    paid += p[i] * cost[i * m + best];
  }
  return { gain, cost: paid, to };
}
