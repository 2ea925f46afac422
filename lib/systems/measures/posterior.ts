import type { Table } from "./data/table.js";
import type { Vec } from "../../arithmetic/vec.js";
import { exp, square } from "../../arithmetic/functions.js";
import { COVARIANCE, matvec, type Subject } from "../../compute/index.js";
import { identity } from "../../numerics/matrices.js";
import { inverseSpd } from "../../numerics/spd.js";
import { add, axpy, concat, dot, row, tabulate, zeros } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import { gaussian } from "./gaussian.js";
import { logisticLikelihood } from "./logistic-likelihood.js";
import type { Density } from "./measure.js";
import { positive } from "../../arithmetic/range.js";

const PRECISION: Subject = {
  name: "the precision of the posterior",
  advice: "take a prior or a noise that is less extreme",
};

/**
 * Posterior of θ for y_i | θ ~ N(θ, σ²I) and prior N(m, S): N(P⁻¹(S⁻¹m + Σ y_i/σ²), P⁻¹) with precision P = S⁻¹ +
 * (n/σ²) I (B-10).
 * Refused unless the prior is Gaussian.
 *
 * ```ts
 * const law = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const law1 = measures.gaussianMeanPosterior(law, { dim: 1, points: Float64Array.of(0.3, 0.9) }, 0.5);
 * ```
 */
export function gaussianMeanPosterior(prior: Density, { points, dim: d }: Table, noise: number): Density {
  const [law, ...others] = prior.normal ?? [];
  if (law === undefined || others.length > 0) return refuse("the posterior of a Gaussian mean needs a Gaussian prior");
  if (d !== prior.dim) return refuse(`the observations have ${d} columns, the prior has dimension ${prior.dim}`);
  const n = points.length / d;
  const variance = square(positive("the noise of an observation", noise));
  const inverse = inverseSpd(law.covariance, d, COVARIANCE);
  const precision = axpy(n / variance, identity(d), inverse);
  const covariance = inverseSpd(precision, d, PRECISION);
  const total = Array.from({ length: n }, (_, i) => row(points, i, d)).reduce(add, zeros(d));
  return gaussian(matvec(covariance, axpy(1 / variance, total, matvec(inverse, law.mean))), covariance);
}

/** σ(z) = 1/(1 + e^{-z}). */
export function logistic(z: number): number {
  const e = exp(-Math.abs(z));
  return (z >= 0 ? 1 : e) / (1 + e);
}
/** z = θ·x, or θ₀ + θ'·x where θ has one entry more than x. */
export function linearPredictor(theta: Vec, x: Vec): number {
  const shift = theta.length - x.length;
  return (shift === 1 ? theta[0] : 0) + dot(x, theta.subarray(shift));
}

/** A density on whole clouds: at once where it can, else point by point. */
const densityCloud = ({ dim: d, cloud, logDensity, score }: Density): NonNullable<Density["cloud"]> =>
  cloud ?? {
    logDensities: x => tabulate(x.length / d, i => logDensity(row(x, i, d))),
    scores: x => concat(...Array.from({ length: x.length / d }, (_, i) => score(row(x, i, d)))),
  };

/** ∂z/∂θ. */
const features = (x: Vec, dim: number): Vec => (dim === x.length ? x : Float64Array.of(1, ...x));

/**
 * Posterior of logistic regression, P(y = 1 | x, θ) = σ(z): log p(θ) = log prior + Σ y_i z_i - log(1 + e^{z_i}), up to
 * a constant. θ has as many entries as the data have columns, or one more: then θ₀ is the intercept. Labels are 0 and
 * 1.
 *
 * ```ts
 * const prior = measures.gaussian(new Float64Array(2), Float64Array.of(9, 0, 0, 9));
 * const data = { dim: 1, points: Float64Array.of(-1, 1), labels: Float64Array.of(0, 1) };
 * const law = measures.logisticPosterior(prior, data);
 * ```
 */
export function logisticPosterior(prior: Density, { points, dim: columns, labels }: Table): Density {
  const dim = prior.dim;
  const n = points.length / columns;
  const y = labels ?? refuse("logistic regression needs data with labels 0 and 1");
  if (dim !== columns && dim !== columns + 1)
    refuse(`logistic regression on ${columns} columns has dimension ${columns} or ${columns + 1}, not ${dim}`);
  if (y.some(v => v !== 0 && v !== 1)) refuse("the labels of logistic regression must be 0 or 1");
  const rows = Array.from({ length: n }, (_, i) => features(row(points, i, columns), dim));
  const signed = tabulate(n * dim, k => (y[k % n] === 1 ? 1 : -1) * rows[k % n][Math.floor(k / n)]);
  const law = densityCloud(prior);
  const { logDensities, scores } = logisticLikelihood({ columns: signed, dim });
  const cloud = {
    logDensities: (thetas: Vec): Vec => add(law.logDensities(thetas), logDensities(thetas)),
    scores: (thetas: Vec): Vec => add(law.scores(thetas), scores(thetas)),
  };
  return {
    kind: "density",
    dim,
    mass: 1,
    cloud,
    logDensity: theta => cloud.logDensities(theta)[0],
    score: theta => cloud.scores(theta),
  };
}
