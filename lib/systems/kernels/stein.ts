import type { Kernel, KernelForm, Profile, ScoreField } from "../../compute/kernel-form.js";
import { refuse } from "../../arithmetic/refusal.js";
import { scaledKernel, sumKernel } from "./combinations.js";
import { kernelOf } from "./kernel.js";
import type { Reference } from "../word.js";
import { kernelWord, type KernelWord } from "./word.js";

const ofRadial = (base: Kernel, profile: Profile, target: ScoreField): Kernel =>
  base.smoothness >= 1 && base.definiteness === "definite"
    ? kernelOf({
        name: `stein(${base.name})`,
        form: { type: "stein", base: profile, target },
        definiteness: "definite",
        smoothness: base.smoothness - 1,
      })
    : refuse(
        `the Stein kernel of ${base.name} needs tr ∇_x∇_y k on the diagonal: ` +
          "take a definite kernel at least as smooth as Matérn 3/2",
      );

type Builder<T> = (form: Extract<KernelForm, { type: T }>, base: Kernel, target: ScoreField) => Kernel;

const builders: { readonly [T in KernelForm["type"]]: Builder<T> } = {
  radial: ({ profile }, base, target) => ofRadial(base, profile, target),
  scaled: ({ factor, of }, _base, target) => scaledKernel(factor, steinKernel(of, target)),
  sum: ({ of }, _base, target) => sumKernel(of.map(k => steinKernel(k, target))),
  product: (_form, base) => refuse(`the Stein kernel of ${base.name} is not offered: take a radial base kernel`),
  pairwise: (_form, base) =>
    refuse(`the Stein kernel of ${base.name} is not offered: give a radial base kernel by its profile`),
  stein: (_form, base) => refuse(`the Stein kernel of ${base.name} is not offered: take a radial base kernel`),
};

const build = <T extends KernelForm["type"]>(
  form: Extract<KernelForm, { type: T }>,
  base: Kernel,
  target: ScoreField,
): Kernel => builders[form.type as T](form, base, target);

/**
 * k_π(x, y) = s(x)·s(y) k + s(x)·∇_y k + ∇_x k·s(y) + tr ∇_x∇_y k with s = ∇log π: then ∫ k_π(·, y) dπ(y) = 0, so that
 * MMD is the kernel Stein discrepancy, without samples of π (D-3). Linear in k. Its own gradient needs
 * `target.hessian`.
 *
 * ```ts
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const kernel = kernels.stein(kernels.gaussian(1), target);
 * ```
 */
export const steinKernel = (base: Kernel, target: ScoreField): Kernel => build(base.form, base, target);

const BASES: readonly Reference[] = [
  { name: "gaussian", bandwidth: 0.8 },
  { name: "inverse-multiquadric", bandwidth: 0.9 },
  { name: "matern", bandwidth: 0.9, smoothness: 2.5 },
  {
    name: "sum",
    of: [
      { name: "gaussian", bandwidth: 0.8 },
      { name: "scaled", factor: 0.5, of: { name: "rational-quadratic", bandwidth: 1, alpha: 2 } },
    ],
  },
];

export const steinWord: KernelWord = kernelWord({
  name: "stein",
  description: "Stein kernel of a base kernel and a target: MMD becomes KSD.",
  equation: "k_pi = s(x).s(y) k + s(x).grad_y k + grad_x k.s(y) + tr grad_x grad_y k,  s = grad log pi",
  properties: {
    base: { description: "The base kernel.", $ref: "kernel.schema.json" },
    target: { description: "The target pi, minimiser of the energy.", $ref: "measure.schema.json" },
  },
  build: ({ base, target }, { kernel, density }) => {
    const field = density(target);
    // the law as the measure describes itself, so that an energy of the same target knows it again
    return steinKernel(kernel(base), { ...field, law: field.law ?? target });
  },
  samples: BASES.map(base => ({ base, target: { name: "target" } })),
});
