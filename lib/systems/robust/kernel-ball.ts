import type { Vec } from "../../arithmetic/vec.js";
import { add, dot, maxAbs, scale, subtract, tabulate } from "../../arithmetic/vectors.js";
import { matvec } from "../../compute/index.js";
import { activeSet } from "../../numerics/active-set.js";
import { GRAM, priceOnSupport, ridged, squareNorm } from "./kernel-price.js";
import { largest, requireBallAroundLaw, unconstrained, type WorstCase } from "./worst-case.js";

/** Relative error of the radius at which the search ends. */
const CLOSE = 1e-13;
/** A price t is steep where tℓ exceeds 𝒦P so many times: digits of differences get lost, unless ℓ has the maximum 0. */
const STEEP = 1e3;

/**
 * sup ∫ ℓ dμ over measures on n points with MMD(μ, P) ≤ r, which is inf f_0 + ∫ f dP + r‖f‖_ℋ over f ∈ ℋ with ℓ ≤ f_0 +
 * f (kernel DRO, Zhu et al. 2021; B-18). At a price t of the radius μ minimises ½‖μ - P‖² - t ∫ ℓ dμ, a quadratic
 * program; f = 𝒦(μ - P)/t. While μ has the same support, its distance from P is the root of a quadratic in t. `gram` is
 * the positive definite n × n matrix k(x_i, x_j), `p` the masses of P on these points, of total 1; `radius` > 0.
 *
 * ```ts
 * const points = Float64Array.of(0, 1, 2);
 * const gram = compute.gram(kernels.laplace(1), points, points, 1);
 * const { value } = robust.kernelWorstCase(Float64Array.of(0, 1, 4), measures.equalWeights(3), gram, 0.1);
 * ```
 */
export function kernelWorstCase(loss: Vec, p: Vec, gram: Vec, radius: number): WorstCase {
  requireBallAroundLaw(loss, p, radius);
  const n = p.length;
  const k = ridged(gram, n);
  const most = largest(loss, () => true);
  const least = -largest(scale(-1, loss), () => true);
  const atTop = nearestOn(
    k,
    p,
    [...loss.keys()].filter(i => loss[i] === most),
  );
  if (squareNorm(k, subtract(atTop, p)) <= radius * radius) return unconstrained(most, atTop);
  const kp = matvec(k, p);
  const below = loss.map(v => v - most);
  const tilt = (t: number): Vec => (t * maxAbs(loss) > STEEP * maxAbs(kp) ? below : loss);
  const at = (t: number, start: Vec): Vec =>
    activeSet({ a: k, b: add(kp, scale(t, tilt(t))), mass: 1, subject: GRAM }, start);
  let [low, high] = [0, Infinity];
  let t = radius / (most - least);
  let q = at(t, p);
  for (let step = 0; step < 100; step++) {
    const distance = Math.sqrt(squareNorm(k, subtract(q, p)));
    if (Math.abs(distance - radius) <= CLOSE * radius) break;
    if (distance < radius) low = t;
    else high = t;
    const next = priceOnSupport(k, tilt(t), p, q, radius);
    if (next === t) break;
    t = next > low && next < high ? next : high < Infinity ? (low + high) / 2 : 4 * t;
    q = at(t, q);
  }
  return certified(loss, p, gram, q, t, radius);
}

/** The measure on some points that is nearest to P. */
function nearestOn(gram: Vec, p: Vec, on: readonly number[]): Vec {
  const n = p.length;
  const m = on.length;
  const kp = matvec(gram, p);
  const a = tabulate(m * m, k => gram[on[Math.floor(k / m)] * n + on[k % m]]);
  const b = Float64Array.from(on, i => kp[i]);
  const q = activeSet(
    { a, b, mass: 1, subject: GRAM },
    tabulate(m, i => (i === 0 ? 1 : 0)),
  );
  const out = new Float64Array(n);
  on.forEach((i, k) => (out[i] = q[k]));
  return out;
}

/** A measure inside of the ball, and f = 𝒦(q - p)/t with the least f_0. */
function certified(loss: Vec, p: Vec, gram: Vec, q: Vec, t: number, radius: number): WorstCase {
  const difference = subtract(q, p);
  const distance = Math.sqrt(squareNorm(gram, difference));
  const f = scale(1 / t, matvec(gram, difference));
  const worst = distance > radius ? add(p, scale(radius / distance, difference)) : q;
  return {
    value: dot(worst, loss),
    dualValue: largest(subtract(loss, f), () => true) + dot(p, f) + (radius * distance) / t,
    multiplier: distance / t,
    worst,
  };
}
