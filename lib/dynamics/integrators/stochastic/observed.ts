import { type Admission, admitted, refused } from "../../../arithmetic/admission.js";
import { exp, square } from "../../../arithmetic/functions.js";
import { positive } from "../../../arithmetic/range.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Rng } from "../../../arithmetic/random.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { axpy, concat, row, sum, tabulate } from "../../../arithmetic/vectors.js";
import { matvec, STATE_COVARIANCE } from "../../../compute/index.js";
import { identity } from "../../../numerics/matrices.js";
import { inverseSpd } from "../../../numerics/spd.js";
import type { Table } from "../../../systems/measures/data/table.js";
import { mapMasses } from "../../../systems/spaces/masses.js";
import type { Space } from "../../../systems/spaces/space.js";
import type { Integrator, Stepper } from "../../integrator.js";
import { failed } from "../outcome.js";
import { systematic } from "./reseeding.js";
import { explicitEuler } from "../explicit/runge-kutta.js";
import { integratorWord, type IntegratorWord } from "../word.js";

/** What is observed of the state of a diffusion: rows (t, y), y = x(t) + noise. */
export interface Observations {
  /** d + 1 columns. */
  readonly rows: Table;
  /** Variance of the noise in each coordinate. */
  readonly variance: number;
  /** Whether the particles are drawn anew, with equal masses, after every observation. */
  readonly resample?: boolean;
}

/** Least part of the mass that a node or particle keeps: the logarithm of its density stays a number. */
const LEAST_PART = 1e-300;

/** Bayes' rule for masses: u ∝ e^{-|x - y|²/2σ²} u, of the same total mass. */
function reweighted(space: Space, u: Vec, y: Vec, variance: number): Vec {
  const x = space.nodes(u);
  const masses = space.masses(u);
  const d = y.length;
  const squares = masses.map((_, i) => row(x, i, d).reduce((s, v, c) => s + square(v - y[c]), 0));
  const least = squares.reduce((a, b) => Math.min(a, b), Infinity);
  const likelihood = squares.map(s => exp((least - s) / (2 * variance)));
  const total = sum(masses);
  const posterior = masses.reduce((s, m, i) => s + m * likelihood[i], 0);
  return mapMasses(space, u, (m, i) => Math.max((m * likelihood[i] * total) / posterior, LEAST_PART * total));
}

/** Bayes' rule for normal laws, a step of Kalman's filter: Σ⁺⁻¹ = Σ⁻¹ + 1/σ², m⁺ = Σ⁺(Σ⁻¹m + y/σ²). */
function updated(u: Vec, y: Vec, variance: number): Vec {
  const d = y.length;
  const precision = inverseSpd(u.subarray(d), d, STATE_COVARIANCE);
  const covariance = inverseSpd(axpy(1 / variance, identity(d), precision), d, STATE_COVARIANCE);
  const weighted = axpy(1 / variance, y, matvec(precision, u.subarray(0, d)));
  return concat(matvec(covariance, weighted), covariance);
}

/** Equal particles at systematic draws from the masses. */
function resampled(space: Space, u: Vec, rng: Rng): Vec {
  const w = space.masses(u);
  const parents = systematic(w, w.length, rng.uniform());
  const x = space.nodes(u);
  return concat(
    ...Array.from(parents, p => row(x, p, space.dim)),
    tabulate(w.length, () => sum(w) / w.length),
  );
}

/** Why observations do not fit a space, or the stepper of an integrator. */
function admissible(of: Integrator, inner: Admission<Stepper>, space: Space, o: Observations): readonly string[] {
  return [
    ...(inner.reasons ?? []).map(reason => `${of.name}: ${reason}`),
    ...(o.rows.dim === space.dim + 1 && space.dim > 0
      ? []
      : [`observations are rows (t, y) of ${space.dim + 1} numbers, not of ${o.rows.dim}`]),
    ...(o.resample && (space.support !== "atoms" || space.codim !== space.size)
      ? ["resamples particles without anchors only: leave out `resample`"]
      : []),
    ...(o.resample && of.maps ? ["resampling is no map: leave out `resample` and let the weights do it"] : []),
  ];
}

/**
 * A filter: any integrator between observations y = x(t) + N(0, σ²), and Bayes' rule at each. On a grid with
 * `changCooper` it is the Fokker-Planck filter, on Gaussians Kalman's, on particles with `langevin` and `resample` the
 * bootstrap filter, with `networkJko` that of Mokrov et al. Observations must fall on ends of steps. The posterior is
 * no point of the flow: no energy balance is claimed.
 *
 * ```ts
 * const rows = { dim: 2, points: Float64Array.of(0.5, 1.2, 1, 0.7) }; // 1.2 at t = 0.5, 0.7 at t = 1
 * const filter = integrators.observed(integrators.langevin, { rows, variance: 1, resample: true });
 * ```
 */
export function observed(of: Integrator, observations: Observations): Integrator {
  const { rows, variance, resample = false } = observations;
  positive("the variance of `observed`", variance);
  const width = rows.dim;
  return {
    name: "observed",
    order: of.order,
    inertial: true,
    ...(of.maps && { maps: true }),
    ...(of.excess && { excess: of.excess }),
    ...(of.learned ? { learned: true } : { drift: of.drift ?? of }),
    admit: system => {
      const { space } = system;
      const inner = of.admit(system);
      const reasons = admissible(of, inner, space, observations);
      const { prepared } = inner;
      if (!prepared || reasons.length > 0) return refused(...reasons);
      return admitted((dt, rng, ...rest) => {
        const step = prepared(dt, rng, ...rest);
        return (u, t) => {
          let v = step(u, t);
          for (let at = 0; at < rows.points.length && !failed(v); at += width) {
            const late = t + dt - rows.points[at];
            if (late < -ROUNDING * dt || late > (1 - ROUNDING) * dt) continue;
            if (late > ROUNDING * dt)
              return refuse(`the observation at t = ${rows.points[at]} lies inside of a step: let a step end there`);
            const y = rows.points.slice(at + 1, at + width);
            v = space.support === "density" ? updated(v, y, variance) : reweighted(space, v, y, variance);
            if (resample) v = resampled(space, v, rng);
          }
          return v;
        };
      });
    },
  };
}

/** Part of a step by which the end of one may miss an observation. */
const ROUNDING = 1e-6;

export const observedWord: IntegratorWord = integratorWord({
  name: "observed",
  description:
    "A filter: any integrator, and at every observation y = x(t) + noise Bayes' rule, with or without resampling. " +
    "No energy balance is claimed.",
  equation: "u+ = exp(-|x - y|^2/(2 variance)) u / Z",
  properties: {
    of: { description: "The integrator between observations.", $ref: "integrator.schema.json" },
    data: { description: "Observations, rows (t, y); each t is the end of a step.", $ref: "data.schema.json" },
    variance: { description: "Variance of the noise.", type: "number", exclusiveMinimum: 0 },
    resample: {
      description: "Whether particles are drawn anew after every observation (bootstrap filter).",
      optional: true,
      type: "boolean",
    },
  },
  build: ({ of, data, variance, resample }, { integrator, table }) =>
    observed(integrator(of), { rows: table(data), variance, resample }),
  on: ({ space: { dim } }) =>
    observed(explicitEuler, { rows: { dim: dim + 1, points: new Float64Array(dim + 1).fill(1e-3) }, variance: 1 }),
});
