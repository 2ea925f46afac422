import { refuse } from "../../../arithmetic/refusal.js";
import type { Kernel } from "../../../compute/kernel-form.js";
import { medianDistance } from "../../../systems/kernels/bandwidth.js";
import { scaledKernel, sumKernel } from "../../../systems/kernels/combinations.js";
import { gaussianKernel, normalisedGaussianKernel } from "../../../systems/kernels/gaussian.js";
import { inverseMultiquadricKernel } from "../../../systems/kernels/inverse-multiquadric.js";
import { laplaceKernel } from "../../../systems/kernels/laplace.js";
import { maternKernel } from "../../../systems/kernels/matern.js";
import { linearKernel, polynomialKernel } from "../../../systems/kernels/polynomial.js";
import { rationalQuadraticKernel } from "../../../systems/kernels/rational-quadratic.js";
import { rieszKernel } from "../../../systems/kernels/riesz.js";
import { steinKernel } from "../../../systems/kernels/stein.js";
import type { GaussianKernel, Kernel as KernelSpec, SteinKernel } from "../types.generated.js";
import type { Context } from "./context.js";
import { buildMeasure } from "./measure.js";
import { construct, type Registry } from "./registry.js";

/** ℓ, or the median distance of the points of the context, which is noted. */
function lengthOf({ bandwidth }: { readonly bandwidth: number | "median" }, { points, dim, note }: Context): number {
  if (bandwidth !== "median") return bandwidth;
  const median = medianDistance(
    points ?? refuse("a median bandwidth needs points: give the bandwidth as a number on Gaussians"),
    dim,
  );
  note("bandwidth", `median distance of the initial nodes: ${median}`);
  return median;
}

const gaussian = (spec: GaussianKernel, context: Context): Kernel =>
  spec.normalised === true
    ? normalisedGaussianKernel(lengthOf(spec, context), context.dim)
    : gaussianKernel(lengthOf(spec, context));

function stein({ base, target }: SteinKernel, context: Context): Kernel {
  const law = buildMeasure(target, context);
  if (law.kind !== "density") return refuse("a Stein kernel needs a target with a density: atoms have no score");
  return steinKernel(buildKernel(base, context), { ...law, law: target });
}

const KERNELS: Registry<KernelSpec, Context, Kernel> = {
  gaussian,
  laplace: (spec, context) => laplaceKernel(lengthOf(spec, context)),
  matern: (spec, context) => maternKernel(lengthOf(spec, context), spec.smoothness),
  "inverse-multiquadric": (spec, context) => inverseMultiquadricKernel(lengthOf(spec, context)),
  linear: () => linearKernel,
  stein,
  "rational-quadratic": (spec, context) => rationalQuadraticKernel(lengthOf(spec, context), spec.alpha),
  riesz: ({ exponent }) => rieszKernel(exponent),
  polynomial: ({ degree, offset }) => polynomialKernel(degree, offset),
  sum: ({ of }, context) => sumKernel(of.map(k => buildKernel(k, context))),
  scaled: ({ factor, of }, context) => scaledKernel(factor, buildKernel(of, context)),
};

/** The kernel of a spec on R^dim, with sums as the run wants them. */
export function buildKernel(spec: KernelSpec, context: Context): Kernel {
  const kernel = construct(KERNELS, spec, context);
  return context.summation ? { ...kernel, summation: context.summation } : kernel;
}
