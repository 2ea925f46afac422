import type { Term } from "../../../systems/geometries/terms.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { Block } from "../../../systems/geometries/carrier.js";
import type { Charges, Smoother } from "../../../systems/geometries/smoothers/smoother.js";
import type { Covector, Space } from "../../../systems/spaces/space.js";
import { kernelGradientSum } from "../../../compute/index.js";
import { columnsOf, scaleRows } from "../../../arithmetic/columns.js";
import { concat, scale, subtract, zeros } from "../../../arithmetic/vectors.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { spatial } from "../../../systems/system.js";
import type { PhaseSpace } from "./phase-space.js";
import { weightSlope } from "./weight-slope.js";

/** ∂_{x_i} ½ factor Σ q·q k = factor Σ_j q_i·q_j ∇_1 k(x_i, x_j), p × dim. */
function pointSlope(smoother: Smoother, { points, dim, columns }: Block, { values, factor }: Charges): Vec {
  const out = zeros(points.length);
  const { kernel } = smoother;
  if (!kernel) return out;
  for (const q of columnsOf(values, columns))
    kernelGradientSum(kernel, points, points, dim, q).forEach((v, k) => {
      out[k] += factor * q[Math.floor(k / dim)] * v;
    });
  return out;
}

/** v·p per particle. */
const power = (velocity: Vec, p: Vec, d: number): Vec =>
  Float64Array.from({ length: p.length / d }, (_, i) =>
    velocity.subarray(i * d, i * d + d).reduce((s, v, c) => s + v * p[i * d + c], 0),
  );

const padded = (x: Vec, length: number): Vec => concat(x, zeros(length - x.length));

/**
 * -∂H at fixed P = w ∇ξ and ξ: on the points, and on the weights, where the force p = P/w of transport changes with w.
 */
function force(space: Space, { mechanism, smoother }: Term, u: Vec, xi: Covector): Vec {
  const [place, measure] = spatial(mechanism);
  const {
    blocks: [block],
    forces: [f],
  } = space.carrier(u, xi, place, measure);
  const free = smoother.weightless && place === "nodes";
  const field = free ? f.values : smoother.field(block, f);
  const slope = free ? zeros(f.values.length) : weightSlope(smoother, block, f, field);
  const onWeights = place === "edges" ? subtract(slope, power(field, f.values, space.dim)) : slope;
  const charges = smoother.charges?.(block, f, field);
  const onPoints = charges ? pointSlope(smoother, block, charges) : zeros(block.points.length);
  const n = space.masses(u).length;
  return scale(-1, concat(padded(onPoints, n * space.dim), padded(onWeights, n)));
}

/** [P | ξ] with P_i = w_i ∇ξ(x_i), conjugate to [x | w]. */
export const particlePhase = (space: Space): PhaseSpace => {
  const d = space.dim;
  const split = space.massRange[0];
  return {
    split,
    covector: (u, momentum) => {
      const w = space.masses(u);
      const gradient = momentum.subarray(0, split).map((P, k) => (P === 0 ? 0 : P / w[Math.floor(k / d)]));
      return { gradient, value: momentum.subarray(split), temperature: 0 };
    },
    momentum: (u, { gradient, value }) => {
      if (!gradient) return refuse("a momentum of particles needs ∇ξ at the particles");
      return concat(scaleRows(space.masses(u), gradient, d), value ?? zeros(space.masses(u).length));
    },
    force,
  };
};
