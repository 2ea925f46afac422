import type { Vec } from "../arithmetic/vec.js";
import { axpy } from "../arithmetic/vectors.js";

/** Residuals fall by this factor before rounding stops them. */
const TOLERANCE = 1e-14;

/**
 * A^{-1} b by conjugate gradients in the Hilbert space of an inner product in which A is symmetric and > 0: the steps
 * are those of the functional problem, whatever the coordinates. Stops at rounding; undefined if that is not reached
 * within 10 n + 100 steps.
 */
export function hilbertConjugateGradients(
  inner: (x: Vec, y: Vec) => number,
  apply: (x: Vec) => Vec,
  b: Vec,
): Vec | undefined {
  let x: Vec = new Float64Array(b.length);
  let r: Vec = b;
  let p: Vec = b;
  let rho = inner(b, b);
  const goal = TOLERANCE * TOLERANCE * rho;
  const steps = 10 * b.length + 100;
  for (let k = 0; k < steps && rho > goal; k++) {
    const ap = apply(p);
    const a = rho / inner(p, ap);
    x = axpy(a, p, x);
    r = axpy(-a, ap, r);
    const next = inner(r, r);
    p = axpy(next / rho, p, r);
    rho = next;
  }
  return rho <= goal ? x : undefined;
}
