import { positive } from "../../arithmetic/range.js";
import { keptLast } from "../../arithmetic/kept-last.js";
import type { Vec } from "../../arithmetic/vec.js";
import { concat, dot, scale, times } from "../../arithmetic/vectors.js";
import { choleskyInPlace, gram, kernelGradientSum, kernelSum, solveCholesky } from "../../compute/index.js";
import type { Kernel } from "../../compute/kernel-form.js";
import { shiftedGram } from "../../numerics/spd.js";
import type { Cloud } from "../measures/cloud.js";
import type { Space } from "../spaces/space.js";
import { cloudOf, covectorOn } from "./atoms-only.js";
import { requirePoints } from "../spaces/support.js";
import type { Energy } from "./energy.js";
import { energyWord, type EnergyWord, KERNEL, TARGET } from "./word.js";

/**
 * The de-regularised MMD of Chen et al. (2024), F(u) = (1+λ) ‖(𝒯_π + λ)^{-1/2} 𝒦(u - π)‖²_ℋ with 𝒯_π f = 𝒦(fπ):
 * λ/(1+λ) F → MMD² for λ → ∞, and F → χ²(u | π) for λ → 0. DF = 2(1+λ) h with the witness
 * h = (𝒯_π + λ)^{-1} 𝒦(u - π), a kernel ridge regression of du/dπ - 1 under π; F = (1+λ) ∫ h d(u - π). π is a cloud,
 * on which one m × m matrix is factorised once.
 *
 * ```ts
 * const space = spaces.particles({ n: 200, dim: 2 });
 * const data = { points: normals(stream(7, "data"), 60), weights: measures.equalWeights(30) };
 * const energy = energies.drMmd(space, kernels.gaussian(1), 0.1, data);
 * ```
 */
export function drMmd(space: Space, kernel: Kernel, lambda: number, { points: y, weights: b }: Cloud): Energy {
  requirePoints("dr-mmd", space);
  positive("λ of dr-mmd", lambda);
  const { dim } = space;
  const k = gram(kernel, y, y, dim);
  const root = b.map(Math.sqrt);
  const factor = choleskyInPlace(shiftedGram(k, root, lambda), b.length, {
    name: "𝒯_π + λ of dr-mmd",
    advice: "lambda is below the rounding of the kernel: take a larger one",
  });
  // λh = 𝒦(u - π) - 𝒦(h_y π): a kernel sum over the particles and the atoms of π
  const charges = keptLast((u: Vec) => {
    const x = space.nodes(u);
    const w = space.masses(u);
    const difference = kernelSum(kernel, y, concat(x, y), dim, concat(w, scale(-1, b)));
    const atTarget = solveCholesky(factor, times(root, difference)).map((v, j) => (b[j] > 0 ? v / root[j] : 0));
    return {
      x,
      w,
      y: concat(x, y),
      atTarget,
      q: scale(
        1 / lambda,
        concat(
          w,
          b.map((v, j) => -v * (1 + atTarget[j])),
        ),
      ),
    };
  });
  const slope = 2 * (1 + lambda);
  return {
    name: "dr-mmd",
    form: { type: "other" },
    value: u => {
      const { x, w, y: all, q, atTarget } = charges(u);
      return (1 + lambda) * (dot(w, kernelSum(kernel, x, all, dim, q)) - dot(b, atTarget));
    },
    differential: u => {
      const { x, y: all, q } = charges(u);
      return covectorOn(
        space,
        () => scale(slope, kernelSum(kernel, x, all, dim, q)),
        () => scale(slope, kernelGradientSum(kernel, x, all, dim, q)),
      );
    },
  };
}

const LAMBDA = {
  description: "lambda > 0, of which dr-mmd goes from chi^2 (0) to MMD^2 (infinity).",
  type: "number",
  exclusiveMinimum: 0,
} as const;

export const drMmdWord: EnergyWord = energyWord({
  name: "dr-mmd",
  description: "De-regularised MMD to a sample of the target: chi^2 with a ridge, by kernel ridge regression.",
  equation: "F = (1 + lambda) |(T_pi + lambda)^(-1/2) K(u - pi)|^2",
  properties: {
    kernel: KERNEL,
    lambda: LAMBDA,
    target: TARGET,
  },
  build: (spec, { space, kernel, cloud }) => drMmd(space, kernel(spec.kernel), spec.lambda, cloud(spec.target)),
  on: ground => drMmd(ground.space, ground.kernel, 0.5, cloudOf(ground)),
});
