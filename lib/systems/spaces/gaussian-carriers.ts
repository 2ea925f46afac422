import type { Vec } from "../../arithmetic/vec.js";
import type { Carrier } from "../geometries/carrier.js";
import { cholesky, matvec, STATE_COVARIANCE } from "../../compute/index.js";
import { axpy, dot, row, zeros } from "../../arithmetic/vectors.js";
import type { Cubature } from "./cubature.js";

/** A cubature of N(m, Σ): offsets z_i = L ζ_i (rows), points x_i = m + z_i, weights. */
interface Spread {
  readonly z: readonly Vec[];
  readonly x: Vec;
  readonly weights: Vec;
}

function spread(u: Vec, d: number, { points, weights }: Cubature): Spread {
  const l = cholesky(u.subarray(d), d, STATE_COVARIANCE);
  const z = Array.from(weights, (_, i) => matvec(l, row(points, i, d)));
  return { z, weights, x: Float64Array.from(z.flatMap(v => [...axpy(1, v, u.subarray(0, d))])) };
}

type First = (i: number, a: number) => number;
type Second = (i: number, a: number, b: number) => number;

/** [Σ first_i | Σ second_i] with first_i ∈ R^d and second_i = S(a, b) summed into a d × d matrix. */
function moments(d: number, z: readonly Vec[], first: First, second: Second): Vec {
  const out = zeros(d + d * d);
  for (let i = 0; i < z.length; i++)
    for (let a = 0; a < d; a++) {
      out[a] += first(i, a);
      for (let b = 0; b < d; b++) out[d + a * d + b] += second(i, a, b);
    }
  return out;
}

/** ∇ξ = b + C z at the points of a rule of degree 2 or more; M* j = [Σ j_i | Σ j_i z_iᵀ + z_i j_iᵀ]. */
export function velocityCarrier(u: Vec, c: Vec, d: number, rule: Cubature): Carrier {
  const { z, x, weights } = spread(u, d, rule);
  const values = Float64Array.from(z.flatMap(v => [...axpy(1, matvec(c.subarray(d), v), c.subarray(0, d))]));
  return {
    unit: "flux",
    blocks: [{ dim: d, columns: d, points: x, weights, fixed: false }],
    forces: [{ values, temperature: 0 }],
    push: ([j]) =>
      moments(
        d,
        z,
        (i, a) => j[i * d + a],
        (i, a, b) => j[i * d + a] * z[i][b] + z[i][a] * j[i * d + b],
      ),
  };
}

/** ξ = b·z + ½(zᵀCz - tr CΣ) at the points of a rule of degree 4 or more; M* r = [Σ r_i z_i | Σ r_i (z_i z_iᵀ - Σ)]. */
export function growthCarrier(u: Vec, c: Vec, d: number, rule: Cubature): Carrier {
  const { z, x, weights } = spread(u, d, rule);
  const sigma = u.subarray(d);
  const b = c.subarray(0, d);
  const C = c.subarray(d);
  return {
    unit: "flux",
    blocks: [{ dim: d, columns: 1, points: x, weights, fixed: false }],
    forces: [
      { values: Float64Array.from(z, v => dot(b, v) + 0.5 * (dot(v, matvec(C, v)) - dot(C, sigma))), temperature: 0 },
    ],
    push: ([r]) =>
      moments(
        d,
        z,
        (i, a) => r[i] * z[i][a],
        (i, a, e) => r[i] * (z[i][a] * z[i][e] - sigma[a * d + e]),
      ),
  };
}
