import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { zeros } from "../../arithmetic/vectors.js";
import { assigned, type Assignment } from "./assignment.js";
import { requireBallAroundLaw, type WorstCase } from "./worst-case.js";

/**
 * sup ∫ ℓ dν over measures ν on m points with transport cost min ∫ C dγ ≤ budget from P = Σ p_i δ_{x_i}, which is
 * inf_λ≥0 λ·budget + Σ p_i max_j (ℓ_j - λ C_ij) (B-18). The dual is piecewise linear: the tangents at two prices meet
 * at the next one. `cost` is n × m; for W_p ≤ r it is |x - y|^p, and the budget r^p.
 *
 * ```ts
 * const x = Float64Array.of(0, 1);
 * const points = Float64Array.of(0, 0.5, 1, 1.5, 2);
 * const cost = transport.costMatrix(x, points, 1, 2);
 * const loss = points.map(v => v * v);
 * const { value } = robust.transportWorstCase(loss, measures.equalWeights(2), cost, 0.04); // W₂ ≤ 0.2
 * ```
 */
export function transportWorstCase(loss: Vec, p: Vec, cost: Vec, budget: number): WorstCase {
  requireBallAroundLaw(loss, p, budget);
  const dual = (lambda: number, { gain, cost: paid }: Assignment): number => gain + lambda * (budget - paid);
  let far = assigned(loss, p, cost, 0);
  if (far.cost <= budget) return { ...mixed(loss, p, far, far, 1), dualValue: far.gain, multiplier: 0 };
  let near = assigned(loss, p, cost, Infinity);
  if (near.cost > budget)
    refuse(
      `the transport ball is empty: the support is at the cost ${near.cost} at least: ` +
        "take a larger radius, or more points",
    );
  for (;;) {
    const lambda = (far.gain - near.gain) / (far.cost - near.cost);
    const next = assigned(loss, p, cost, lambda);
    const met = dual(lambda, far);
    const stuck = [far, near].some(({ cost: c, gain }) => c === next.cost && gain === next.gain);
    if (stuck || !(dual(lambda, next) > met)) {
      const share = far.cost === near.cost ? 1 : (budget - near.cost) / (far.cost - near.cost);
      return { ...mixed(loss, p, far, near, share), dualValue: Math.max(met, dual(lambda, next)), multiplier: lambda };
    }
    if (next.cost > budget) far = next;
    else near = next;
  }
}

/** share of P moved one way, the rest the other way. */
function mixed(loss: Vec, p: Vec, one: Assignment, two: Assignment, share: number): Pick<WorstCase, "value" | "worst"> {
  const worst = zeros(loss.length);
  p.forEach((w, i) => {
    if (!(w > 0)) return;
    worst[one.to[i]] += share * w;
    worst[two.to[i]] += (1 - share) * w;
  });
  return { value: share * one.gain + (1 - share) * two.gain, worst };
}
