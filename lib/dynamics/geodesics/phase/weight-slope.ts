import { refuse } from "../../../arithmetic/refusal.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { zeros } from "../../../arithmetic/vectors.js";
import type { Block, Force } from "../../../systems/geometries/carrier.js";
import type { Smoother } from "../../../systems/geometries/smoothers/smoother.js";

/** ∂_{w_i} ½<f, D_w S_w f> at every point of a block. */
export function weightSlope(smoother: Smoother, block: Block, force: Force, field: Vec): Vec {
  if (!smoother.weightSlope)
    return refuse(`geodesics of \`${smoother.name}\` are not offered: take identity, kernel, ridge or inverse`);
  const { columns } = block;
  const out = zeros(force.values.length / columns);
  for (let k = 0; k < field.length; k++)
    out[Math.floor(k / columns)] += smoother.weightSlope(force.values[k], field[k]);
  return out;
}
