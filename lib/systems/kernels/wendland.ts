import { square } from "../../arithmetic/functions.js";
import { moderate, whole } from "../../arithmetic/range.js";
import type { Kernel, Term } from "../../compute/kernel-form.js";
import { radialKernel } from "./kernel.js";
import { BANDWIDTH, kernelWord, type KernelWord } from "./word.js";

/** x_+^n for a whole number n ≥ 0. */
function power(x: number, n: number): number {
  let y = x > 0 ? 1 : 0;
  for (let i = 0; i < n; i++) y *= x;
  return y;
}

/**
 * φ and its derivatives in s = r², with t = r/ℓ, m = ⌊d/2⌋ + 3 and c = m(m+1)/2ℓ²: φ = (1-t)_+^m (mt + 1), φ′ = -c
 * (1-t)_+^{m-1}, φ″ = c (m-1) (1-t)_+^{m-2} / 2ℓ²t, and so on by d/ds = (1/2ℓ²t) d/dt.
 */
function derivatives(ell: number, m: number): readonly ((t: number) => number)[] {
  const a = 2 * square(ell);
  const c = (m * (m + 1)) / a;
  const second = (c * (m - 1)) / a;
  const n = m - 3;
  return [
    t => power(1 - t, m) * (m * t + 1),
    t => -c * power(1 - t, m - 1),
    t => (second * power(1 - t, m - 2)) / t,
    t => ((-second / a) * power(1 - t, n) * (n * t + 1)) / power(t, 3),
    t =>
      ((second / square(a)) * (n * (n + 1) * square(t) * power(1 - t, n - 1) + 3 * power(1 - t, n) * (n * t + 1))) /
      power(t, 5),
  ];
}

/**
 * Wendland's kernel of class C² with compact support: k(x, y) = (1 - r/ℓ)_+^m (m r/ℓ + 1), r = |x-y|, m = ⌊d/2⌋ + 3,
 * the piecewise polynomial of least degree that is positive definite on R^d and twice differentiable (Wendland 1995:
 * φ_{d,1}). 0 for r ≥ ℓ; no kernel on R^{d+2} for the same m, so it must know its dimension.
 *
 * ```ts
 * const kernel = kernels.wendland(0.5, 2);
 * ```
 */
export function wendlandKernel(ell: number, dim: number): Kernel {
  moderate("the bandwidth of a Wendland kernel", ell);
  whole("the dimension of a Wendland kernel", dim, 1);
  const m = Math.floor(dim / 2) + 3;
  const all = derivatives(ell, m);
  const profile = (order: number): Term => {
    const of = all[order];
    const singular = order >= 2;
    return {
      name: "function",
      law: ["wendland", ell, m, order],
      value: s => (singular && s === 0 ? 0 : of(Math.sqrt(s) / ell)),
    };
  };
  return radialKernel(`wendland(${ell})`, { family: { name: "own" }, profile }, 1);
}

export const wendlandWord: KernelWord = kernelWord({
  name: "wendland",
  description: "Wendland kernel: twice differentiable, 0 beyond ell, positive definite in the dimension of the space.",
  equation: "k = max(0, 1 - r/ell)^m (m r/ell + 1),  r = |x-y|,  m = floor(d/2) + 3",
  properties: { bandwidth: BANDWIDTH },
  build: ({ bandwidth }, { dim, length }) => wendlandKernel(length(bandwidth), dim),
  samples: [{ bandwidth: 3.5 }, { bandwidth: 1.2 }],
});
