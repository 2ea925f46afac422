import type { Kernel, ProductFamily } from "../../compute/kernel-form.js";
import { refuse } from "../../arithmetic/refusal.js";
import { kernelOf } from "./kernel.js";
import { powerProfile } from "./powers.js";

function product(name: string, family: ProductFamily, degree: number, offset: number): Kernel {
  const profile = powerProfile(1, offset, 1, degree);
  return kernelOf({ name, form: { type: "product", family, profile }, definiteness: "definite", smoothness: Infinity });
}

/** k(x, y) = (x·y + c)^m for a whole m ≥ 1 and c ≥ 0: polynomials of degree m, of finite rank. */
export function polynomialKernel(degree: number, offset: number): Kernel {
  if (!(Number.isInteger(degree) && degree >= 1 && offset >= 0))
    refuse("(x·y + c)^m is positive definite for whole m ≥ 1 and c ≥ 0");
  return product(`polynomial(${degree}, ${offset})`, { name: "polynomial", degree, offset }, degree, offset);
}

/**
 * k(x, y) = x·y + 1: affine fields, so that Stein flows of Gaussians stay Gaussian (G-7); rank d + 1, so no inverse.
 */
export const linearKernel: Kernel = product("linear", { name: "linear" }, 1, 1);
