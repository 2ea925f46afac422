import { admitted, refused } from "../../../arithmetic/admission.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { add, axpy, concat, scale, subtract } from "../../../arithmetic/vectors.js";
import { COVARIANCE, matmul, matvec } from "../../../compute/index.js";
import { symmetricFunction } from "../../../numerics/dense.js";
import { identity, symmetricPart } from "../../../numerics/matrices.js";
import { inverseSpd } from "../../../numerics/spd.js";
import { onlyPart } from "../../../systems/geometries/parts.js";
import { bures2 } from "../../distances/gaussians.js";
import type { Proximal } from "./proximal.js";

/** A B A */
const sandwich = (a: Vec, b: Vec, d: number): Vec => matmul(matmul(a, b, d), a, d);

/** The symmetric map T with T S T = R: the optimal transport from N(0, S) to N(0, R) (G-1). */
function transportMap(s: Vec, r: Vec, d: number): Vec {
  const root = symmetricFunction(s, d, Math.sqrt);
  const inverse = symmetricFunction(s, d, v => 1 / Math.sqrt(v));
  return sandwich(inverse, symmetricFunction(symmetricPart(sandwich(root, r, d), d), d, Math.sqrt), d);
}

/**
 * m⁺ = a + C^{-1}(m - a) with C = 1 + τQ^{-1}; Y = C^{½} S⁺ C^{½} commutes with R = C^{-½} S C^{-½}, and (y - τ)² = r y
 * for their eigenvalues. On the line this is G-16.
 */
function step(target: Vec, tau: number, u: Vec, d: number): Vec {
  const center = target.subarray(0, d);
  const c = axpy(tau, inverseSpd(target.subarray(d), d, COVARIANCE), identity(d));
  const inverseRoot = symmetricFunction(c, d, v => 1 / Math.sqrt(v));
  const r = symmetricPart(sandwich(inverseRoot, u.subarray(d), d), d);
  const y = symmetricFunction(r, d, v => tau + (v + Math.sqrt(v * v + 4 * tau * v)) / 2);
  const mean = add(center, matvec(inverseSpd(c, d, COVARIANCE), subtract(u.subarray(0, d), center)));
  return concat(mean, symmetricPart(sandwich(inverseRoot, y, d), d));
}

/** 2 T - 1 of the map to v, applied to u. */
function beyond(u: Vec, v: Vec, d: number): Vec {
  const map = axpy(2, transportMap(u.subarray(d), v.subarray(d), d), scale(-1, identity(d)));
  return concat(
    axpy(2, v.subarray(0, d), scale(-1, u.subarray(0, d))),
    symmetricPart(sandwich(map, u.subarray(d), d), d),
  );
}

/** Wasserstein step of KL(· | N(a, Q)) between Gaussians, in closed form in every dimension (G-16). */
export const gaussianStep: Proximal = {
  name: "gaussian",
  admit: ({ geometry, energy: { form }, space: { dim: d } }) => {
    const part = onlyPart(geometry, ["transport"], "identity");
    if (!part || form.type !== "gaussian-kl") return refused("needs `wasserstein` and KL to a Gaussian, on Gaussians");
    return admitted({
      step: tau => u => step(form.target, tau * part.factor, u, d),
      squaredDistance: (u, v) => bures2(u, v, d).squared / part.factor,
      extrapolate: (u, v) => beyond(u, v, d),
    });
  },
};
