import {
  type DoubleDouble,
  exactly,
  exponential,
  negative,
  plus,
  power,
  productOf,
  root,
  sumOf,
  times,
  ZERO,
} from "../../arithmetic/double-double.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel, Term } from "../../compute/kernel-form.js";

/** A function of one variable in 31 digits, for terms that are more than a black box. */
function precisely(term: Term): ((s: DoubleDouble) => DoubleDouble) | undefined {
  if (term.name === "function") return undefined;
  const factor = exactly(term.factor);
  if (term.name === "exponential") return s => times(factor, exponential(times(exactly(-term.rate), s)));
  if (term.name === "power")
    return s => times(factor, power(plus(exactly(term.offset), times(exactly(term.rate), s)), term.exponent));
  if (term.power !== 0) return undefined;
  return s => {
    const rho = times(exactly(term.rate), root(s));
    const polynomial = term.coefficients.reduceRight((sum, c) => plus(exactly(c), times(rho, sum)), ZERO);
    return times(factor, times(polynomial, exponential(negative(rho))));
  };
}

/** k(x, y) in 31 digits. */
export type PreciseKernel = (x: Vec, y: Vec) => DoubleDouble;

/** Σ_c f(x_c, y_c) */
const overCoordinates = (x: Vec, y: Vec, f: (a: number, b: number) => DoubleDouble): DoubleDouble =>
  x.reduce<DoubleDouble>((s, a, c) => plus(s, f(a, y[c])), ZERO);

const squaredGap = (a: number, b: number): DoubleDouble => {
  const gap = sumOf(a, -b);
  return times(gap, gap);
};

/** k in 31 digits, where it is a formula of |x-y|² or of x·y; undefined of kernels that are known by their doubles. */
export function preciseKernel({ form }: Kernel): PreciseKernel | undefined {
  if (form.type === "radial" || form.type === "product") {
    const value = precisely(form.profile(0));
    const variable = form.type === "radial" ? squaredGap : productOf;
    return value && ((x, y) => value(overCoordinates(x, y, variable)));
  }
  if (form.type === "scaled") {
    const of = preciseKernel(form.of);
    return of && ((x, y) => times(exactly(form.factor), of(x, y)));
  }
  if (form.type !== "sum") return undefined;
  const parts = form.of.flatMap(k => preciseKernel(k) ?? []);
  if (parts.length < form.of.length) return undefined;
  return (x, y) => parts.reduce<DoubleDouble>((s, k) => plus(s, k(x, y)), ZERO);
}
