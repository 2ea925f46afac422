import type { Kernel } from "../../compute/kernel-form.js";
import { refuse } from "../../arithmetic/refusal.js";
import { kernelOf } from "./kernel.js";

/** c k, c > 0. */
export function scaledKernel(factor: number, of: Kernel): Kernel {
  if (!(factor > 0)) refuse(`a kernel times ${factor} is not positive definite: take a positive factor`);
  const { name, definiteness, smoothness } = of;
  return kernelOf({ name: `${factor} ${name}`, form: { type: "scaled", factor, of }, definiteness, smoothness });
}

/** k_1 + k_2 + …: as smooth as the roughest, conditional if one is. */
export function sumKernel(of: readonly Kernel[]): Kernel {
  if (of.length === 0) refuse("a sum of no kernels is zero, which is no positive definite kernel");
  return kernelOf({
    name: of.map(k => k.name).join(" + "),
    form: { type: "sum", of },
    definiteness: of.some(k => k.definiteness === "conditional") ? "conditional" : "definite",
    smoothness: of.reduce((least, k) => Math.min(least, k.smoothness), Infinity),
  });
}
