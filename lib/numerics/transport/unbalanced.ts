import type { Vec } from "../../arithmetic/vec.js";
import { cos, log, log1p, rootDifference, sin, square } from "../../arithmetic/functions.js";
import { scale, sum } from "../../arithmetic/vectors.js";
import { marginals } from "./coupling.js";
import { divergence, relaxedBound } from "./relaxation.js";
import { type EntropicPlan, sinkhorn } from "./sinkhorn.js";

/** The action ∫ |v|²/α + r²/β of the Hellinger–Kantorovich distance. */
export interface HellingerKantorovichScale {
  readonly alpha: number;
  readonly beta: number;
}

/**
 * Cost of the logarithmic-entropy-transport form, -log cos²(min(√(β/α) d/2, π/2)) from squared distances; ∞ beyond π
 * √(α/β); from the sine where the cosine has rounded to 1. G-9.
 */
export const letCost = (squaredDistances: Vec, { alpha, beta }: HellingerKantorovichScale): Vec =>
  squaredDistances.map(s => {
    const angle = 0.5 * Math.sqrt((beta / alpha) * s);
    if (angle >= Math.PI / 2) return Infinity;
    return angle < 1 ? -log1p(-square(sin(angle))) : -2 * log(cos(angle));
  });

export interface UnbalancedTransport {
  /** HK² of the plan, an upper bound. */
  readonly squared: number;
  /** HK² of the potentials, a lower bound. */
  readonly dualSquared: number;
  /** γ_ij, n × m. */
  readonly plan: Vec;
  /** √(μ(X) ν(X)) where both have mass: the entropic problem is that of μ and ν over it. */
  readonly mass: number;
  readonly entropic: EntropicPlan;
}

/** Total mass 1 where there is any: the distance has the unit √mass, and ε should not know it. */
export const unitMass = (a: Vec, b: Vec): number => Math.sqrt(sum(a) * sum(b)) || sum(a) + sum(b) || 1;

/**
 * HK²(μ, ν) = (4/β) min_γ KL(γ_1|a) + KL(γ_2|b) + ∫ C dγ by entropic unbalanced transport at ε. Both numbers are of
 * unregularised problems, so that HK² lies between them.
 *
 * ```ts
 * const x = Float64Array.of(0, 1);
 * const y = Float64Array.of(0, 0.25, 1);
 * const [a, b] = [measures.equalWeights(2), measures.equalWeights(3)];
 * const squares = transport.costMatrix(x, y, 1, 2);
 * const plan = transport.unbalancedTransport(a, b, squares, { alpha: 1, beta: 1 }, 0.01);
 * ```
 */
export function unbalancedTransport(
  mu: Vec,
  nu: Vec,
  squaredDistances: Vec,
  lengths: HellingerKantorovichScale,
  epsilon: number,
): UnbalancedTransport {
  const cost = letCost(squaredDistances, lengths);
  const mass = unitMass(mu, nu);
  const a = scale(1 / mass, mu);
  const b = scale(1 / mass, nu);
  const entropic = sinkhorn(a, b, cost, { epsilon, relaxation: 1 });
  const [rows, columns] = marginals(entropic.plan, a.length);
  const unit = (4 / lengths.beta) * mass;
  const value = divergence(rows, a) + divergence(columns, b) + entropic.cost;
  return {
    squared: unit * value,
    dualSquared: unit * relaxedBound(a, b, cost, entropic.source, 1).value,
    plan: scale(mass, entropic.plan),
    mass,
    entropic,
  };
}

/** 1 - cos x = 2 sin²(x/2), which does not cancel. */
const versine = (x: number): number => 2 * square(sin(x / 2));

/** HK² of two Diracs: (4/β)(a + b - 2√(ab) cos(min(√(β/α) d/2, π/2))). G-9. */
export function diracDistance2(
  a: number,
  b: number,
  distance: number,
  { alpha, beta }: HellingerKantorovichScale,
): number {
  const angle = Math.min(0.5 * Math.sqrt(beta / alpha) * distance, Math.PI / 2);
  return (4 / beta) * (square(rootDifference(a, b)) + 2 * Math.sqrt(a * b) * versine(angle));
}
