import { admitted, unmet } from "../../../arithmetic/admission.js";
import { fraction, positive, whole } from "../../../arithmetic/range.js";
import type { Memory } from "../../../arithmetic/memory.js";
import type { Rng } from "../../../arithmetic/random.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { axpy, scale, sum, tabulate } from "../../../arithmetic/vectors.js";
import type { Moments } from "../../../numerics/adam.js";
import {
  constant,
  dense,
  type Expression,
  mean,
  minimise,
  type Network,
  plus,
  scaled,
  spread,
  times,
} from "../../../numerics/networks/index.js";
import type { Integrator } from "../../integrator.js";
import { movingAtoms } from "../moving-atoms.js";
import { integratorWord, type IntegratorWord } from "../word.js";

/** Weighted points of R^d and the size of their noise: the law of z + σε. */
export interface Noisy {
  readonly points: Vec;
  readonly weights: Vec;
  readonly dim: number;
  readonly sigma: number;
}

/** Every point with a noise of its own: ε and z + σε. */
function drawn({ points, sigma }: Noisy, rng: Rng): { readonly noise: Vec; readonly at: Vec } {
  const noise = tabulate(points.length, () => rng.normal());
  return { noise, at: axpy(sigma, noise, points) };
}

/**
 * E |σ s(z + σε) + ε|² of a network s with noise drawn anew, d times its mean over coordinates: over all s least for
 * the score ∇log of the law of z + σε (denoising score matching).
 */
function denoisingLoss(network: Network, law: Noisy, rng: Rng): (parameters: readonly Expression[]) => Expression {
  const { weights, dim, sigma } = law;
  const n = weights.length;
  const share = spread(constant(scale(n / sum(weights), weights), 1), n, dim);
  return parameters => {
    const { noise, at } = drawn(law, rng);
    const error = plus(scaled(sigma, network.apply(parameters, constant(at, dim))), constant(noise, dim));
    return mean(times(share, times(error, error)));
  };
}

/** How the score is learnt. */
export interface ScoreMatching {
  /** Units of the hidden layers, tanh; default [32, 32]. */
  readonly widths?: readonly number[];
  /** Steps of Adam in every step; default 5. */
  readonly fits?: number;
  /** Steps of Adam before the first step; default 500. */
  readonly start?: number;
  /** The length of a step of Adam; default 0.001. */
  readonly rate?: number;
  /** What is kept of the running mean of the parameters in a step, whose network is the score; default 0.95. */
  readonly keep?: number;
  /** Draws of the noise that a velocity is the mean of; default 1. */
  readonly draws?: number;
}

/** What a network has learnt: where Adam is, and the mean of where it was, which has less of the noise. */
interface Learnt {
  readonly parameters: readonly Expression[];
  readonly average: readonly Expression[];
  readonly moments?: Moments;
}

/** A score that goes on learning from call to call: law -> its values at points. Made once for a run. */
export function learning(
  { widths, fits, start, rate, keep }: Required<Omit<ScoreMatching, "draws">>,
  dim: number,
  rng: Rng,
  memory: Memory,
): (law: Noisy) => (at: Vec) => Vec {
  const network = dense([dim, ...widths, dim], "tanh");
  const learnt = memory.cell<Learnt | undefined>(undefined);
  const fit = (law: Noisy, { parameters, moments }: Partial<Learnt>, steps: number): Omit<Learnt, "average"> =>
    minimise(denoisingLoss(network, law, rng), parameters ?? network.start(rng), { steps, rate, moments });
  return law => {
    const before = learnt.value ?? fit(law, {}, start);
    const { parameters, moments } = fit(law, before, fits);
    const average = learnt.value
      ? learnt.value.average.map((a, k) =>
          constant(plus(scaled(keep, a), scaled(1 - keep, parameters[k])).values, a.columns),
        )
      : parameters;
    learnt.value = { parameters, average, moments };
    return at => network.apply(average, constant(at, dim)).values;
  };
}

/**
 * Semi-implicit functional gradient flow (F-1): `smoothed-kl` of particles transported by α `wasserstein`, with the
 * score of k*u learnt by a network that goes on learning from step to step, z ← z + dt α E_ε[∇log π - s](z + σε). The
 * Adam steps, the noise and the network make it no discretisation of the flow with the exact score, which
 * `explicit-euler` takes, and no energy balance is claimed.
 *
 * ```ts
 * const integrator = integrators.scoreMatching({ widths: [32, 32], fits: 5, draws: 4 });
 * ```
 */
export function scoreMatching({
  widths = [32, 32],
  fits = 5,
  start = 500,
  rate = 1e-3,
  keep = 0.95,
  draws = 1,
}: ScoreMatching = {}): Integrator {
  widths.forEach((width, k) => whole(`the width of layer ${k + 1}`, width, 1));
  whole("`fits`, the steps of Adam in every step,", fits, 0);
  whole("`start`, the steps of Adam before the first step,", start, 0);
  whole("`draws` of the noise", draws, 1);
  positive("the rate of `score-matching`", rate);
  fraction("what is kept of the mean of the parameters", keep);
  return {
    name: "score-matching",
    order: 0,
    inertial: true,
    learned: true,
    admit: system => {
      const part = movingAtoms(system);
      const {
        space,
        energy: { form },
      } = system;
      if (!part || form.type !== "smoothed-kl")
        return unmet(
          [part, "moves particles by (scaled) `wasserstein` only"],
          [form.type === "smoothed-kl", "learns the score of k*u in `smoothed-kl` of particles"],
        );
      const { dim } = space;
      return admitted((dt, rng, _note, memory) => {
        const learn = learning({ widths, fits, start, rate, keep }, dim, rng, memory);
        return u => {
          const law = { points: space.nodes(u), weights: space.masses(u), dim, sigma: form.bandwidth };
          const score = learn(law);
          const v = u.slice();
          for (let m = 0; m < draws; m++) {
            const { at } = drawn(law, rng);
            const slope = form.gradients(at);
            const scores = score(at);
            for (let i = 0; i < space.moving; i++) v[i] -= ((dt * part.factor) / draws) * (slope[i] + scores[i]);
          }
          return v;
        };
      });
    },
  };
}

export const scoreMatchingWord: IntegratorWord = integratorWord({
  name: "score-matching",
  description:
    "Semi-implicit functional gradient flow: smoothed-kl of particles under wasserstein, " +
    "the score of k*u learnt by a network (tanh) by denoising score matching. No energy balance is claimed.",
  equation: "z+ = z + dt E[grad log pi - s](z + sigma e), s = argmin E|sigma s(z + sigma e) + e|^2",
  properties: {
    widths: {
      description: "Units of the hidden layers; default 32 and 32.",
      optional: true,
      type: "array",
      items: { type: "integer", minimum: 1 },
    },
    fits: { description: "Steps of Adam in every step; default 5.", optional: true, type: "integer", minimum: 0 },
    start: {
      description: "Steps of Adam before the first step; default 500.",
      optional: true,
      type: "integer",
      minimum: 0,
    },
    rate: {
      description: "Length of a step of Adam; default 0.001.",
      optional: true,
      type: "number",
      exclusiveMinimum: 0,
    },
    keep: {
      description:
        "What is kept of the running mean of the parameters in a step, whose network is the score; default 0.95.",
      optional: true,
      type: "number",
      minimum: 0,
      exclusiveMaximum: 1,
    },
    draws: {
      description: "Draws of the noise that a velocity is the mean of; default 1.",
      optional: true,
      type: "integer",
      minimum: 1,
    },
  },
  build: spec => scoreMatching(spec),
  on: () => scoreMatching({ start: 20 }),
});
