import { lookUp } from "../../arithmetic/lookup.js";
import { positive } from "../../arithmetic/range.js";
import { keptLast } from "../../arithmetic/kept-last.js";
import type { Vec } from "../../arithmetic/vec.js";
import { concat, dot, scale } from "../../arithmetic/vectors.js";
import { gram, kernelGradientSum, kernelSum } from "../../compute/index.js";
import type { Kernel } from "../../compute/kernel-form.js";
import { CHI2_CONJUGATE, type Conjugate, KL_CONJUGATE, moreauEnvelope } from "../../numerics/moreau.js";
import type { Cloud } from "../measures/cloud.js";
import type { Space } from "../spaces/space.js";
import { cloudOf, covectorOn } from "./atoms-only.js";
import { requirePoints } from "../spaces/support.js";
import { scaledEnergy } from "./combinations.js";
import type { Energy } from "./energy.js";
import { energyWord, type EnergyWord, KERNEL, TARGET } from "./word.js";

/** Which divergence is regularised. */
export type RegularisedDivergence = "kl" | "half-chi2";

const CONJUGATES: Readonly<Record<RegularisedDivergence, Conjugate>> = {
  kl: KL_CONJUGATE,
  "half-chi2": CHI2_CONJUGATE,
};

/** What an MMD-regularised divergence is at a state, with the evidence that it is the minimum. */
export interface RegularisedValue {
  readonly value: number;
  /** Value minus the dual value at the same witness: bounds the error of both from above. */
  readonly gap: number;
}

/** An energy that says of its value how far it may be from the minimum that it is. */
export interface RegularisedEnergy extends Energy {
  evidence(u: Vec): RegularisedValue;
}

/**
 * The Moreau envelope of a divergence in MMD, F(u) = min_ν D(ν | π) + MMD²(u, ν)/2λ over ν ≥ 0, finite also where u has
 * mass and π none (Neumayer et al. 2024). Its dual is sup_h ∫ h du - ∫ φ*(h) dπ - λ/2 ‖h‖²_ℋ, attained at
 * h = 𝒦(u - ν)/λ, and DF = h. π is a cloud: ν lives on its atoms, and Newton's method on them closes the duality gap.
 *
 * ```ts
 * const space = spaces.particles({ n: 200, dim: 2 });
 * const data = { points: normals(stream(7, "data"), 60), weights: measures.equalWeights(30) };
 * const energy = energies.mmdRegularised(space, "kl", kernels.gaussian(1), 0.1, data);
 * ```
 */
export function mmdRegularised(
  space: Space,
  divergence: RegularisedDivergence,
  kernel: Kernel,
  lambda: number,
  { points: y, weights: b }: Cloud,
): RegularisedEnergy {
  requirePoints("mmd-regularised", space);
  positive("λ of mmd-regularised", lambda);
  const { dim } = space;
  const phi = lookUp(CONJUGATES, divergence);
  const k = gram(kernel, y, y, dim);
  const solved = keptLast((u: Vec) => {
    const x = space.nodes(u);
    const w = space.masses(u);
    const { masses, witness } = moreauEnvelope(k, b, kernelSum(kernel, y, x, dim, w), lambda, phi);
    return { x, w, y: concat(x, y), q: scale(1 / lambda, concat(w, scale(-1, masses))), witness };
  });
  const evidence = (u: Vec): RegularisedValue => {
    const { w, y: all, q, witness } = solved(u);
    const h = kernelSum(kernel, all, all, dim, q);
    const squaredNorm = dot(q, h);
    const value = b.reduce((s, v, j) => s + v * phi.value(witness[j]), 0) + 0.5 * lambda * squaredNorm;
    const atTarget = h.subarray(w.length);
    const dual =
      dot(w, h.subarray(0, w.length)) -
      b.reduce((s, v, j) => s + v * phi.conjugate(atTarget[j]), 0) -
      0.5 * lambda * squaredNorm;
    return { value, gap: value - dual };
  };
  return {
    name: "mmd-regularised",
    form: { type: "other" },
    evidence,
    value: u => evidence(u).value,
    gap: u => evidence(u).gap,
    differential: u => {
      const { x, y: all, q } = solved(u);
      return covectorOn(
        space,
        () => kernelSum(kernel, x, all, dim, q),
        () => kernelGradientSum(kernel, x, all, dim, q),
      );
    },
  };
}

/**
 * KALE of Glaser et al. (2021), (1+λ) sup_h 1 + ∫ h du - ∫ e^h dπ - λ/2 ‖h‖²: (1+λ) times the MMD-regularised KL.
 *
 * ```ts
 * const space = spaces.particles({ n: 200, dim: 2 });
 * const data = { points: normals(stream(7, "data"), 60), weights: measures.equalWeights(30) };
 * const energy = energies.kale(space, kernels.gaussian(1), 0.1, data);
 * ```
 */
export const kale = (space: Space, kernel: Kernel, lambda: number, target: Cloud): Energy => ({
  ...scaledEnergy(1 + lambda, mmdRegularised(space, "kl", kernel, lambda, target)),
  name: "kale",
});

const LAMBDA = {
  description: "lambda > 0: the divergence itself for 0, MMD^2/(2 lambda) for large ones.",
  type: "number",
  exclusiveMinimum: 0,
} as const;

export const mmdRegularisedWord: EnergyWord = energyWord({
  name: "mmd-regularised",
  description:
    "A divergence from a sample of the target, regularised by MMD (Moreau envelope): finite for all measures; " +
    "solved by Newton's method for its finite-dimensional dual.",
  equation: "F = min_nu D(nu|pi) + MMD^2(u, nu)/(2 lambda)",
  properties: {
    divergence: { description: "The divergence D.", enum: ["kl", "half-chi2"] },
    kernel: KERNEL,
    lambda: LAMBDA,
    target: TARGET,
  },
  build: (spec, { space, kernel, cloud }) =>
    mmdRegularised(space, spec.divergence, kernel(spec.kernel), spec.lambda, cloud(spec.target)),
  on: ground => mmdRegularised(ground.space, "half-chi2", ground.kernel, 0.5, cloudOf(ground)),
});

export const kaleWord: EnergyWord = energyWord({
  name: "kale",
  description: "KALE: (1 + lambda) times the KL divergence regularised by MMD, to a sample of the target.",
  equation: "F = (1 + lambda) sup_h 1 + int h du - int exp(h) dpi - lambda/2 |h|^2",
  properties: { kernel: KERNEL, lambda: LAMBDA, target: TARGET },
  build: (spec, { space, kernel, cloud }) => kale(space, kernel(spec.kernel), spec.lambda, cloud(spec.target)),
  on: ground => kale(ground.space, ground.kernel, 0.5, cloudOf(ground)),
});
