import { among } from "../../../arithmetic/lookup.js";
import { admitted, refused } from "../../../arithmetic/admission.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { row, subtract, sum, zeros } from "../../../arithmetic/vectors.js";
import { matvec, type Subject } from "../../../compute/index.js";
import { inverseSpd } from "../../../numerics/spd.js";
import { movingAtoms } from "../moving-atoms.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Integrator } from "../../integrator.js";
import { rungeKuttaStep } from "../explicit/runge-kutta.js";
import { RK4 } from "../explicit/tableaus.js";
import { integratorWord, type IntegratorWord } from "../word.js";

const CLOUD: Subject = {
  name: "the covariance of the particles",
  advice: "take more particles than dimensions that do not lie in one plane, or more steps",
};

/** x -> ∇log of the normal law with the mean and the covariance of n weighted points of R^d. */
function normalScore(points: Vec, weights: Vec, d: number): (x: Vec) => Vec {
  const mass = sum(weights);
  const mean = zeros(d);
  weights.forEach((w, i) => row(points, i, d).forEach((x, a) => (mean[a] += (w * x) / mass)));
  const covariance = zeros(d * d);
  weights.forEach((w, i) => {
    const z = subtract(row(points, i, d), mean);
    for (let k = 0; k < d * d; k++) covariance[k] += (w * z[Math.floor(k / d)] * z[k % d]) / mass;
  });
  const precision = inverseSpd(covariance, d, CLOUD);
  return x => matvec(precision, subtract(mean, x));
}

/**
 * The probability-flow equation of α·W, Ẋ = -α(∇ξ + τ ∇log u)(X), which moves particles without noise and has the
 * marginals of the Langevin equation; u is the normal law with the moments of the cloud, exact where the flow is one of
 * normal laws. Classical Runge-Kutta, order 4. B-22.
 *
 * ```ts
 * const space = spaces.particles({ n: 200, dim: 1 });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.wasserstein };
 * const initial = concat(normals(stream(1, "start"), 200), measures.equalWeights(200));
 * const solution = solve({ system, initial, end: 2 }, integrators.probabilityFlow, { steps: 100 });
 * ```
 */
export const probabilityFlow: Integrator = {
  name: "probability-flow",
  order: 4,
  admit: system => {
    const part = movingAtoms(system);
    if (!part) return refused("moves particles by (scaled) `wasserstein` only: take `langevin` or `splitting`");
    const { space, energy } = system;
    const { dim: d, moving } = space;
    const velocity = (u: Vec): Vec => {
      const { gradient, temperature } = energy.differential(u);
      if (!gradient) return refuse("probability-flow: this energy has no ∇ξ at the particles");
      const points = space.nodes(u);
      const score = temperature === 0 ? () => zeros(d) : normalScore(points, space.masses(u), d);
      const v = zeros(u.length);
      for (let i = 0; i < moving; i += d) {
        const s = score(points.subarray(i, i + d));
        for (let a = 0; a < d; a++) v[i + a] = -part.factor * (gradient[i + a] + temperature * s[a]);
      }
      return v;
    };
    return admitted(dt => u => rungeKuttaStep(RK4, velocity, dt, u));
  },
};

const SCORES = ["gaussian-fit"] as const;

export const probabilityFlowWord: IntegratorWord = integratorWord({
  name: "probability-flow",
  description:
    "Transport without noise, dX/dt = -grad V - tau grad log u, which has the marginals of Langevin; order 4.",
  equation: "dX/dt = -(grad xi + tau grad log u)(X)",
  properties: {
    score: {
      description: "How log u is known: that of the normal law with the moments of the cloud. Default gaussian-fit.",
      enum: SCORES,
      optional: true,
    },
  },
  build: ({ score = "gaussian-fit" }) => {
    among("the score of `probability-flow`", score, SCORES);
    return probabilityFlow;
  },
  on: () => probabilityFlow,
});
