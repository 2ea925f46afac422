import type { Vec } from "../../../arithmetic/vec.js";
import type { Block, Force } from "../../../systems/geometries/carrier.js";
import type { Smoother } from "../../../systems/geometries/smoothers/smoother.js";
import { zeros } from "../../../arithmetic/vectors.js";
import { refuse } from "../../../arithmetic/refusal.js";

type Slope = (f: number, s: number) => number;

/**
 * ∂/∂w of ½ w f·S_w f per component, from f and s = S f; the ridge by the envelope theorem on sup_r <f, r>_w - ½‖r‖²_w
 * - λ/2‖r‖²_H.
 */
const SLOPES: { readonly [N in Smoother["name"]]: Slope } = {
  identity: f => 0.5 * f * f,
  kernel: (f, s) => f * s,
  ridge: (f, s) => f * s - 0.5 * s * s,
  inverse: () => 0,
  "nadaraya-watson": () =>
    refuse("a local average is not symmetric: it has no Hamiltonian, take a kernel or ridge smoother"),
  product: () => refuse("geodesics of a product of smoothers are not offered: take kernel, ridge or inverse"),
  projection: () => refuse("geodesics of a projection are not offered: take kernel, ridge or identity"),
  centred: () => refuse("geodesics of a centred smoother are not offered: take `spherical`"),
};

/** ∂_{w_i} ½<f, D_w S_w f> at every point of a block. */
export function weightSlope(smoother: Smoother, block: Block, force: Force, field: Vec): Vec {
  const slope = SLOPES[smoother.name];
  const { columns } = block;
  const out = zeros(force.values.length / columns);
  force.values.forEach((f, k) => {
    out[Math.floor(k / columns)] += slope(f, field[k]);
  });
  return out;
}
