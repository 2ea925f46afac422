import { exp, log } from "../../arithmetic/functions.js";
import type { Rng } from "../../arithmetic/random.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { add, scale, subtract, sum, zeros } from "../../arithmetic/vectors.js";
import { outer } from "../../numerics/matrices.js";
import { atoms } from "./atoms.js";
import type { Normal } from "./cloud.js";
import type { Atoms, Density, Law } from "./measure.js";

/** Posterior shares w_j p_j(x) / Σ w p and log Σ w p, by log-sum-exp. */
function shares(weights: Vec, of: readonly Density[], x: Vec): { share: Vec; total: number } {
  const logs = Float64Array.from(of, (p, j) => (weights[j] > 0 ? log(weights[j]) + p.logDensity(x) : -Infinity));
  const top = Math.max(...logs);
  if (top === -Infinity) return { share: weights, total: -Infinity };
  const terms = logs.map(v => exp(v - top));
  const total = sum(terms);
  return { share: scale(1 / total, terms), total: top + log(total) };
}

const weighted = (share: Vec, parts: readonly Vec[]): Vec =>
  parts.reduce((s, p, j) => add(s, scale(share[j], p)), zeros(parts[0].length));

/** ∇² log p = Σ share_j (∇² log p_j + s_j s_jᵀ) - s sᵀ. */
function hessianOf(weights: Vec, of: readonly Density[], x: Vec): Vec {
  const { share } = shares(weights, of, x);
  const scores = of.map(p => p.score(x));
  const parts = of.map((p, j) =>
    add(p.hessian?.(x) ?? refuse("a component of this mixture has no Hessian"), outer(scores[j])),
  );
  return subtract(weighted(share, parts), outer(weighted(share, scores)));
}

/** Mean Σ w m and covariance Σ w (Σ_j + m_j m_jᵀ) - m mᵀ. */
function momentsOf(weights: Vec, of: readonly Density[]): Density["moments"] {
  const moments = of.flatMap(p => (p.moments ? [p.moments] : []));
  if (moments.length < of.length) return undefined;
  const mean = weighted(
    weights,
    moments.map(m => m.mean),
  );
  const second = weighted(
    weights,
    moments.map(m => add(m.covariance, outer(m.mean))),
  );
  return { mean, covariance: subtract(second, outer(mean)) };
}

const components = (weights: Vec, of: readonly Density[]): readonly Normal[] | undefined =>
  of.every(p => p.normal)
    ? of.flatMap((p, j) => (p.normal ?? []).map(c => ({ ...c, weight: weights[j] * c.weight })))
    : undefined;

/** The component whose share of [0, 1) contains a uniform number, then a draw of it. */
function draw(weights: Vec, of: readonly Density[], random: Rng): Vec {
  let rest = random.uniform();
  let j = 0;
  while (j + 1 < of.length && rest >= weights[j]) rest -= weights[j++];
  return of[j].sample?.(random) ?? refuse("a component of this mixture has no sampler");
}

function mixDensities(weights: Vec, of: readonly Density[]): Density {
  const line = of[0].dim === 1;
  return {
    kind: "density",
    dim: of[0].dim,
    mass: 1,
    moments: momentsOf(weights, of),
    normal: components(weights, of),
    law: of.every(p => p.law) ? { name: "mixture", weights, of: of.map(p => p.law) } : undefined,
    logDensity: x => shares(weights, of, x).total,
    score: x =>
      weighted(
        shares(weights, of, x).share,
        of.map(p => p.score(x)),
      ),
    hessian: of.every(p => p.hessian) ? x => hessianOf(weights, of, x) : undefined,
    outside: of.every(p => p.outside)
      ? box => of.reduce((s, p, j) => s + weights[j] * (p.outside?.(box) ?? NaN), 0)
      : undefined,
    truncated: of.every(p => p.truncated === true),
    sample: of.every(p => p.sample) ? random => draw(weights, of, random) : undefined,
    cdf:
      line && of.every(p => p.cdf) ? x => of.reduce((s, p, j) => s + weights[j] * (p.cdf?.(x) ?? NaN), 0) : undefined,
  };
}

const mixAtoms = (weights: Vec, of: readonly Atoms[]): Atoms =>
  atoms(
    of[0].dim,
    Float64Array.from(of.flatMap(a => [...a.cloud.points])),
    Float64Array.from(of.flatMap((a, j) => [...scale(weights[j] / sum(a.cloud.weights), a.cloud.weights)])),
  );

/**
 * Σ_j w_j p_j of probability laws with Σ w = 1: all densities, or all atoms.
 *
 * ```ts
 * const normal = (m: number) => measures.gaussian(Float64Array.of(m), Float64Array.of(1));
 * const law = measures.mixture(Float64Array.of(0.3, 0.7), [normal(-2), normal(2)]);
 * ```
 */
export function mixture(weights: Vec, of: readonly Law[]): Law {
  if (weights.length !== of.length)
    refuse(`a mixture of ${of.length} components needs as many weights, not ${weights.length}`);
  if (weights.some(w => w < 0) || Math.abs(sum(weights) - 1) > 1e-9)
    refuse("the weights of a mixture must be non-negative and sum to 1");
  const densities = of.flatMap(l => (l.kind === "density" ? [l] : []));
  const clouds = of.flatMap(l => (l.kind === "atoms" ? [l] : []));
  if (densities.length === of.length) return mixDensities(weights, densities);
  return clouds.length === of.length
    ? mixAtoms(weights, clouds)
    : refuse("a mixture is of densities only, or of Diracs and samples only");
}
