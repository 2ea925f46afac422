import { exp, log } from "../../arithmetic/functions.js";
import { gaussLegendre } from "../../arithmetic/gauss-legendre.js";
import { finite, interval, whole } from "../../arithmetic/range.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { axpy, dot, scale, subtract, sum, tabulate, zeros } from "../../arithmetic/vectors.js";
import { outer } from "../../numerics/matrices.js";
import type { Potential } from "./cloud.js";
import { gibbsOnLine } from "./gibbs.js";
import type { Density } from "./measure.js";

/** x^p by products. */
function raise(x: number, p: number): number {
  let out = 1;
  for (let i = 0; i < p; i++) out *= x;
  return out;
}

const required = (powers: readonly number[]): readonly number[] => powers.map(p => whole("a power of x", p, 1, 12));

/**
 * V = Σ c_k x^{p_k} on the line.
 *
 * ```ts
 * const V = measures.polynomial([2, 4], [-1, 0.25]);
 * ```
 */
export function polynomial(powers: readonly number[], coefficients: readonly number[]): Potential {
  const p = required(powers);
  if (coefficients.length !== p.length)
    refuse(`a polynomial of ${p.length} powers needs as many coefficients, not ${coefficients.length}`);
  const c = coefficients.map(value => finite("a coefficient of a polynomial", value));
  const total = (f: (power: number) => number): number => p.reduce((s, power, k) => s + c[k] * f(power), 0);
  const second = (x: number): number => total(power => (power > 1 ? power * (power - 1) * raise(x, power - 2) : 0));
  return {
    value: ([x]) => total(power => raise(x, power)),
    gradient: ([x]) => Float64Array.of(total(power => power * raise(x, power - 1))),
    second,
    hessian: ([x]) => Float64Array.of(second(x)),
  };
}

/** -log(e^{-V}) from where e^{-V} is negligible beside its value at 0. */
const NEGLIGIBLE = 60;

/**
 * p ∝ e^{-V} of a polynomial V, tabulated where V ≤ 60. Refused where V does not rise on both sides.
 *
 * ```ts
 * const law = measures.polynomialDensity(measures.polynomial([2, 4], [-1, 0.25]));
 * ```
 */
export function polynomialDensity(V: Potential): Density {
  const low = (x: number): boolean => !(V.value(Float64Array.of(x)) >= NEGLIGIBLE);
  let reach = 1;
  while (low(reach) || low(-reach))
    if ((reach *= 1.25) > 1e4) return refuse("e^{-V} has no finite mass: the polynomial must rise on both sides");
  return gibbsOnLine(V, [-reach, reach]);
}

/** Panels of 16 nodes each for integrals over the interval of a model. */
const PANELS = 40;
const NODES = gaussLegendre(16);

/**
 * The mean negative log-likelihood of points x_i on [a, b] under the energy-based model p_θ(x) = e^{-E_θ(x)}/Z(θ), E_θ
 * = Σ θ_k x^{p_k}: V(θ) = mean E_θ(x_i) + log Z(θ), convex, with ∇V = mean T(x_i) - E_θ T and ∇²V = Cov_θ T for T =
 * (x^{p_k}). Z by quadrature. F-8.
 *
 * ```ts
 * const V = measures.negativeLogLikelihood([1, 2], [-4, 4], Float64Array.of(-1, 0.3, 1.2));
 * ```
 */
export function negativeLogLikelihood(
  powers: readonly number[],
  [a, b]: readonly [number, number],
  points: Vec,
): Potential {
  const p = required(powers);
  interval("the interval of an energy-based model", [a, b]);
  const outside = points.find(x => !(x >= a && x <= b));
  if (outside !== undefined) refuse(`the point ${outside} lies outside of the interval [${a}, ${b}] of the model`);
  const statistics = (x: number): Vec => Float64Array.from(p, power => raise(x, power));
  const count = NODES.nodes.length;
  const half = (b - a) / PANELS / 2;
  const at = Array.from({ length: PANELS * count }, (_, k) =>
    statistics(a + half * (2 * Math.floor(k / count) + 1 + NODES.nodes[k % count])),
  );
  const mean = (of: readonly Vec[], w: Vec): Vec => of.reduce((s, v, k) => axpy(w[k], v, s), zeros(of[0].length));
  const data = mean(
    Array.from(points, statistics),
    points.map(() => 1 / points.length),
  );
  /** log Z, and the shares of the nodes. */
  const model = (theta: Vec): { readonly logZ: number; readonly shares: Vec } => {
    const logs = Float64Array.from(at, v => -dot(theta, v));
    const top = logs.reduce((m, v) => Math.max(m, v), -Infinity);
    const w = tabulate(at.length, k => half * NODES.weights[k % count] * exp(logs[k] - top));
    const total = sum(w);
    return { logZ: top + log(total), shares: scale(1 / total, w) };
  };
  return {
    value: theta => dot(theta, data) + model(theta).logZ,
    gradient: theta => subtract(data, mean(at, model(theta).shares)),
    hessian: theta => {
      const { shares } = model(theta);
      return subtract(mean(at.map(outer), shares), outer(mean(at, shares)));
    },
  };
}
