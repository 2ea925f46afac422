import { gaussLegendre } from "../../arithmetic/gauss-legendre.js";
import { cos, exp, log, sin, square } from "../../arithmetic/functions.js";
import { finite, positive, whole } from "../../arithmetic/range.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { concat, dot, scale, sum, tabulate, zeros } from "../../arithmetic/vectors.js";
import type { Normal } from "../../systems/measures/cloud.js";
import type { Density, Law } from "../../systems/measures/measure.js";
import { quantile } from "../../systems/measures/quantiles.js";
import type { Space } from "../../systems/spaces/space.js";
import { rungeKuttaStep } from "../integrators/explicit/runge-kutta.js";
import { RK4 } from "../integrators/explicit/tableaus.js";
import type { CurveState, SampledCurve } from "./curve.js";

/** X_t = a Z + b X_1 at a time: a², a ȧ, b and ḃ, all of them smooth up to the end. */
interface Moment {
  readonly variance: number;
  readonly halfRate: number;
  readonly b: number;
  readonly rateOfB: number;
}

/** (a, b) = (1-t, t), (√(1-t²), t), (cos πt/2, sin πt/2). */
export const SCHEDULES: Readonly<Record<"linear" | "foellmer" | "trigonometric", (t: number) => Moment>> = {
  linear: t => ({ variance: square(1 - t), halfRate: t - 1, b: t, rateOfB: 1 }),
  foellmer: t => ({ variance: (1 - t) * (1 + t), halfRate: -t, b: t, rateOfB: 1 }),
  trigonometric: t => {
    const [c, s] = t === 1 ? [0, 1] : [cos((Math.PI / 2) * t), sin((Math.PI / 2) * t)];
    return { variance: c * c, halfRate: (-Math.PI / 2) * c * s, b: s, rateOfB: (Math.PI / 2) * c };
  },
};

/** t in [0, 1], without the rounding of its ends. */
const within = (t: number): number => (t > 1 - 1e-12 ? 1 : Math.max(0, t));

/** What is known of X_1 and of the law p_t of X_t where X_t = x: E[X_1 | X_t = x] and ∇log p_t(x). */
type Posterior = (x: number, at: Moment) => { readonly mean: number; readonly score: number };

/** Σ w N(m, s²) for X_1: p_t = Σ w N(b m, a² + b²s²), in closed form. */
const ofNormals =
  (normals: readonly Normal[]): Posterior =>
  (x, { variance, b }) => {
    const spread = normals.map(({ covariance: [s2] }) => variance + b * b * s2);
    const logs = normals.map(
      ({ weight, mean: [m] }, k) => log(weight) - log(spread[k]) / 2 - square(x - b * m) / (2 * spread[k]),
    );
    const top = Math.max(...logs);
    let [total, mean, score] = [0, 0, 0];
    normals.forEach(({ mean: [m], covariance: [s2] }, k) => {
      const share = exp(logs[k] - top);
      const pull = (b * m - x) / spread[k];
      total += share;
      mean += share * (m - b * s2 * pull);
      score += share * pull;
    });
    return { mean: mean / total, score: score / total };
  };

/** Panels of 16 Gauss-Legendre nodes each, and how many standard deviations of the likelihood they reach. */
const PANELS = 12;
const REACH = 12;
const NODES = gaussLegendre(16);

/** Any density on the line: moments of ν(y) N(x; b y, a²), and a² ∇log p_t = b E[X_1 | x] - x. */
function byQuadrature({ cdf, logDensity, score }: Density & Required<Pick<Density, "cdf">>): Posterior {
  const [low, high] = [quantile(cdf, 1e-15), quantile(cdf, 1 - 1e-15)];
  const count = NODES.nodes.length;
  return (x, { variance, b }) => {
    if (variance === 0) return { mean: x, score: score(Float64Array.of(x))[0] };
    const reach = (REACH * Math.sqrt(variance)) / b;
    const [from, to] = [Math.max(low, x / b - reach), Math.min(high, x / b + reach)];
    const [left, right] = from < to ? [from, to] : [low, high];
    const half = (right - left) / PANELS / 2;
    const y = tabulate(PANELS * count, k => left + half * (2 * Math.floor(k / count) + 1 + NODES.nodes[k % count]));
    const logs = y.map(v => logDensity(Float64Array.of(v)) - square(x - b * v) / (2 * variance));
    const top = logs.reduce((m, v) => Math.max(m, v), -Infinity);
    const w = logs.map((v, k) => NODES.weights[k % count] * exp(v - top));
    const mean = dot(w, y) / sum(w);
    return { mean, score: (b * mean - x) / variance };
  };
}

function posteriorOf(law: Law): Posterior {
  const density = law.kind === "density" && law.dim === 1 ? law : undefined;
  if (density?.normal) return ofNormals(density.normal);
  const { cdf } = density ?? {};
  return density && cdf
    ? byQuadrature({ ...density, cdf })
    : refuse(
        "noise is carried to a density on the line with a distribution function: " +
          "take gaussian, mixture, uniform, double-well",
      );
}

/** V(t, x) = E[ȧZ + ḃX_1 | X_t = x] = ḃ E[X_1 | x] - aȧ ∇log p_t(x) */
function velocity(posterior: Posterior, at: Moment, x: number): number {
  const { mean, score } = posterior(x, at);
  return at.rateOfB * mean - at.halfRate * score;
}

/** How noise is carried to a target. */
export interface NoiseToTarget {
  readonly schedule: keyof typeof SCHEDULES;
  /** Runge-Kutta steps in [0, 1]; a multiple of the records there. */
  readonly steps: number;
  /** Whether it goes back to noise in [1, 2]. */
  readonly back?: boolean;
  /** size · sin(wavenumber x) is added to the velocity. */
  readonly error?: { readonly size: number; readonly wavenumber: number };
}

/**
 * The Gaussian interpolation flow Ẋ = V(t, X) of particles on the line: if X_0 ~ N(0, 1) then X_t has the law of a_t Z
 * + b_t X_1 with X_1 ~ ν, so that X_1 has the law ν. Classical Runge-Kutta; V in closed form for mixtures of normal
 * laws, by quadrature for others. F-2 (Gao, Huang and Jiao, 2311.11475).
 *
 * ```ts
 * const space = spaces.particles({ n: 50, dim: 1 });
 * const noise = concat(normals(stream(1, "noise"), 50), measures.equalWeights(50));
 * const target = measures.uniformOn(-1, 2);
 * const { states } = geodesics.noiseToTarget(space, noise, target, 10, { schedule: "linear", steps: 100 })();
 * ```
 */
export function noiseToTarget(
  space: Space,
  from: Vec,
  target: Law,
  records: number,
  how: NoiseToTarget,
): () => SampledCurve {
  const { schedule, back = false, error } = how;
  const steps = whole("the number of steps", how.steps, 1);
  const size = error ? finite("the size of an error", error.size) : 0;
  const wavenumber = error ? positive("the wavenumber of an error", error.wavenumber) : 1;
  if (space.support !== "atoms" || space.dim !== 1)
    return refuse("noise is carried to a target by particles on the line");
  const length = back ? 2 : 1;
  const each = (length * steps) / records;
  if (!Number.isInteger(each)) return refuse(`${length * steps} steps are no multiple of ${records} records`);
  const posterior = posteriorOf(target);
  /** The rate at the time s of the way there (sign 1) or back (-1). */
  const rate = (sign: 1 | -1, s: number, u: Vec): Vec => {
    const at = SCHEDULES[schedule](within(sign === 1 ? s : 1 - s));
    const v = u.subarray(0, space.moving).map(x => velocity(posterior, at, x) + size * sin(wavenumber * x));
    return concat(scale(sign, v), zeros(u.length - space.moving));
  };
  return () => {
    const states: CurveState[] = [{ t: 0, u: from, rate: rate(1, 0, from) }];
    let u = from;
    for (let k = 0; k < length * steps; k++) {
      const sign = k < steps ? 1 : -1;
      const timed = (y: Vec): Vec => concat(rate(sign, y[y.length - 1], y.subarray(0, -1)), Float64Array.of(1));
      u = rungeKuttaStep(RK4, timed, 1 / steps, concat(u, Float64Array.of((k % steps) / steps))).subarray(0, -1);
      if ((k + 1) % each !== 0) continue;
      states.push({ t: (k + 1) / steps, u, rate: rate(sign, ((k % steps) + 1) / steps, u) });
    }
    const good = u.every(Number.isFinite);
    return {
      status: good ? "completed" : "diverged",
      reason: good ? `${length * steps} steps` : "a particle is at infinity: take more steps",
      states,
    };
  };
}
