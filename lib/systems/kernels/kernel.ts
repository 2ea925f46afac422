import { gram, kernelGradientSum, mixedTraceField } from "../../compute/index.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel, KernelForm } from "../../compute/kernel-form.js";

type Properties = Pick<Kernel, "name" | "form" | "definiteness" | "smoothness">;

const coincide = (x: Vec, y: Vec): boolean => x.every((v, i) => v === y[i]);

const ONE = Float64Array.of(1);

/**
 * A kernel from its form: value and derivatives of one pair are the routines of compute with one target and one source.
 */
export function kernelOf(properties: Properties): Kernel {
  const kernel: Kernel = {
    ...properties,
    value: (x, y) => gram(kernel, x, y, x.length)[0],
    gradient1: (x, y) => kernelGradientSum(kernel, x, y, x.length, ONE),
    mixedTrace: (x, y) =>
      kernel.smoothness < 1 && coincide(x, y) ? Infinity : mixedTraceField(kernel, x, y, x.length, ONE)[0],
  };
  return kernel;
}

/** k(x, y) = φ(|x-y|²), definite unless said otherwise. */
export const radialKernel = (
  name: string,
  form: Omit<Extract<KernelForm, { type: "radial" }>, "type">,
  smoothness: number,
  definiteness: Kernel["definiteness"] = "definite",
): Kernel => kernelOf({ name, form: { type: "radial", ...form }, definiteness, smoothness });
