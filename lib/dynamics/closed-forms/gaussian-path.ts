import type { Vec } from "../../arithmetic/vec.js";
import type { GradientSystem } from "../../systems/system.js";
import { parts } from "../../systems/geometries/parts.js";
import { solve, symmetricEigen, type SymmetricEigen } from "../../numerics/dense.js";
import { exp } from "../../arithmetic/functions.js";
import { COVARIANCE, matmul } from "../../compute/index.js";
import { matrix, transpose } from "../../numerics/matrices.js";
import { inverseSpd } from "../../numerics/spd.js";
import { add, axpy, concat, scale, subtract } from "../../arithmetic/vectors.js";
import type { ClosedForm, Flow } from "./closed-form.js";

/** What it means that the linear form of the Riccati equation is singular. */
const RICCATI =
  "the covariances of the state and the target differ by more than doubles hold: " +
  "take another integrator, or nearer laws";

/** α·Wasserstein + β·Hellinger. */
interface Rates {
  readonly alpha: number;
  readonly beta: number;
}

/** V diag(f(λ)) Vᵀ */
const spectral = ({ values, vectors }: SymmetricEigen, f: (value: number) => number): Vec => {
  const d = values.length;
  const weights = values.map(f);
  return matrix(d, d, (i, j) => weights.reduce((s, w, k) => s + vectors[i * d + k] * w * vectors[j * d + k], 0));
};

/**
 * S(t) = X Y^{-1}, m(t) - a = e^{-βt/2} Y^{-ᵀ} (m - a) with X = c - As + (2αs) S^{-1} and Y = βPs + (c + As) S^{-1},
 * here times S: the Riccati equation Λ̇ = β(P - Λ) + α(PΛ + ΛP - 2Λ²), Λ = S^{-1}, P = Q^{-1}, made linear; A = αP -
 * β/2, ω = αP + β/2, c = cosh ωt, s = sinh(ωt)/ω, all divided by e^{ω_max t}.
 */
function move(p: SymmetricEigen, { alpha, beta }: Rates, center: Vec, u: Vec, t: number): Vec {
  const d = p.values.length;
  const omega = (v: number): number => alpha * v + beta / 2;
  const top = omega(p.values[d - 1]);
  const size = (v: number): number => exp((omega(v) - top) * t);
  const fade = (v: number): number => exp(-2 * omega(v) * t);
  const c = (v: number): number => (size(v) * (1 + fade(v))) / 2;
  const s = (v: number): number => (omega(v) === 0 ? size(v) * t : (size(v) * (1 - fade(v))) / (2 * omega(v)));
  const a = (v: number): number => alpha * v - beta / 2;
  const shape = u.subarray(d);
  const offset = subtract(u.subarray(0, d), center);
  const x = add(
    matmul(
      spectral(p, v => c(v) - a(v) * s(v)),
      shape,
      d,
    ),
    spectral(p, v => 2 * alpha * s(v)),
  );
  const y = transpose(
    add(
      matmul(
        spectral(p, v => beta * v * s(v)),
        shape,
        d,
      ),
      spectral(p, v => c(v) + a(v) * s(v)),
    ),
    d,
  );
  const covariance = solve(y, transpose(x, d), d, RICCATI);
  const mean = scale(exp((-top - beta / 2) * t), solve(y, offset, d, RICCATI));
  return concat(axpy(1, mean, center), scale(0.5, add(covariance, transpose(covariance, d))));
}

/**
 * α and β if the geometry is a sum of Wasserstein and Hellinger parts; on Gaussians, which carry no mass, `spherical`
 * changes nothing.
 */
function ratesOf({ geometry }: GradientSystem): Rates | undefined {
  let alpha = 0;
  let beta = 0;
  for (const { term, factor } of parts(geometry)) {
    if (term.smoother.form !== "identity") return undefined;
    if (term.mechanism === "transport") alpha += factor;
    else if (term.mechanism === "growth") beta += factor;
    else return undefined;
  }
  return { alpha, beta };
}

export const gaussianPath: ClosedForm = {
  source: "G-4, G-5, G-15",
  admits: "wasserstein, hellinger and their sums with KL to a Gaussian, on Gaussians",
  flow: (system): Flow | undefined => {
    const {
      energy: { form },
      space,
    } = system;
    const rates = ratesOf(system);
    const d = space.dim;
    if (form.type !== "gaussian-kl" || !rates) return undefined;
    const precision = symmetricEigen(inverseSpd(form.target.subarray(d), d, COVARIANCE), d);
    const center = form.target.subarray(0, d);
    return (u, dt) => move(precision, rates, center, u, dt);
  },
};
