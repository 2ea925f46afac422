import type { Vec } from "../../arithmetic/vec.js";
import type { SpatialMechanism } from "../geometries/geometry.js";
import type { Smoother } from "../geometries/smoothers/smoother.js";
import type { Covector, Space } from "./space.js";
import { dot, ones, zeros } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import { type Cubature, hermitePoints, sigmaPoints } from "./cubature.js";
import { growthCarrier, velocityCarrier } from "./gaussian-carriers.js";
import { whole } from "../../arithmetic/range.js";

/** [b | C] of ξ. */
export const coefficients = (xi: Covector): Vec => xi.value ?? refuse("a Gaussian covector is [b | C]");

const CLOSED =
  "Gaussians are not closed under deposit or diffusion with a reference measure: take growth or transport, or a grid";

const inverts = ({ form, of = [] }: Smoother): boolean => form === "inverse" || of.some(inverts);

function refusal(mechanism: SpatialMechanism, smoother: Smoother): string {
  if (inverts(smoother))
    return "𝒦^{-1} restricted to Gaussians is a pulled-back metric, not M* 𝒦^{-1} M: take a grid or particles";
  const reference = mechanism === "deposit" || mechanism === "diffusion";
  return reference ? CLOSED : "";
}

/** [b | upper triangle of C] -> [b | C]. */
function unpackSymmetric(flat: Vec, d: number): Vec {
  const out = zeros(d + d * d);
  out.set(flat.subarray(0, d));
  let k = d;
  for (let a = 0; a < d; a++) for (let b = a; b < d; b++) out[d + a * d + b] = out[d + b * d + a] = flat[k++];
  return out;
}

/**
 * N(m, Σ), state [m | Σ]; ξ(x) = b·(x-m) + ½(x-m)ᵀC(x-m) mod constants, stored as [b | C]; <ξ, u̇> = b·ṁ + ½ C:Σ̇.
 *
 * ```ts
 * const space = spaces.gaussian(2); // states [m | Σ], 2 + 4 numbers
 * ```
 */
export function gaussian(d: number): Space {
  whole("the dimension of a normal law", d, 1);
  const pair = (c: Vec, r: Vec): number =>
    dot(c.subarray(0, d), r.subarray(0, d)) + 0.5 * dot(c.subarray(d), r.subarray(d));
  let quadratics: Cubature | undefined;
  const sigma = sigmaPoints(d);
  const hermite = (): Cubature => (quadratics ??= hermitePoints(d, 3));
  return {
    support: "density",
    name: "gaussian",
    dim: d,
    refusal,
    size: d + d * d,
    codim: d + (d * (d + 1)) / 2,
    massRange: [0, 0],
    moving: d,
    linear: true,
    nodes: u => u.subarray(0, d),
    masses: () => ones(1),
    carrier: (u, xi, place) =>
      place === "nodes"
        ? growthCarrier(u, coefficients(xi), d, hermite())
        : velocityCarrier(u, coefficients(xi), d, sigma),
    pair: (_u, xi, rate) => pair(coefficients(xi), rate),
    one: () => ({ value: zeros(d + d * d), temperature: 0 }),
    liftable: () => false,
    reaches: (places, _u, rate) => places.size > 0 || rate.every(v => v === 0),
    lift: () => refuse("on Gaussians a rate does not determine the flux"),
    covector: (_u, flat) => ({ value: unpackSymmetric(flat, d), temperature: 0 }),
  };
}
