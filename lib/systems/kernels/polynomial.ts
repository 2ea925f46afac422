import type { Kernel, ProductFamily } from "../../compute/kernel-form.js";
import { kernelOf } from "./kernel.js";
import { powerProfile } from "./powers.js";
import { kernelWord, type KernelWord } from "./word.js";
import { nonNegative, whole } from "../../arithmetic/range.js";

function product(name: string, family: ProductFamily, degree: number, offset: number): Kernel {
  const profile = powerProfile(1, offset, 1, degree);
  return kernelOf({ name, form: { type: "product", family, profile }, definiteness: "definite", smoothness: Infinity });
}

/**
 * k(x, y) = (x·y + c)^m for a whole m ≥ 1 and c ≥ 0: polynomials of degree m, of finite rank.
 *
 * ```ts
 * const kernel = kernels.polynomial(2, 1);
 * ```
 */
export function polynomialKernel(degree: number, offset: number): Kernel {
  whole("the degree m of (x·y + c)^m", degree, 1, 12);
  nonNegative("the offset c of (x·y + c)^m", offset);
  return product(`polynomial(${degree}, ${offset})`, { name: "polynomial", degree, offset }, degree, offset);
}

/**
 * k(x, y) = x·y + 1: affine fields, so that Stein flows of Gaussians stay Gaussian (G-7); rank d + 1, so no inverse.
 *
 * ```ts
 * const value = kernels.linear.value(Float64Array.of(1, 2), Float64Array.of(3, 4)); // 11
 * ```
 */
export const linearKernel: Kernel = product("linear", { name: "linear" }, 1, 1);

export const linearWord: KernelWord = kernelWord({
  name: "linear",
  description: "Affine functions; makes SVGD exact on Gaussians.",
  equation: "k = x.y + 1",
  properties: {},
  build: () => linearKernel,
  samples: [{}],
});

export const polynomialWord: KernelWord = kernelWord({
  name: "polynomial",
  description: "Polynomial kernel.",
  equation: "k = (x.y + c)^m",
  properties: {
    degree: { description: "Degree m.", type: "integer", minimum: 1, maximum: 12 },
    offset: { description: "Offset c >= 0.", type: "number", minimum: 0 },
  },
  build: ({ degree, offset }) => polynomialKernel(degree, offset),
  samples: [{ degree: 3, offset: 0.5 }],
});
