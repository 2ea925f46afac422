import type { Term } from "../../../systems/geometries/terms.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { Block, Force } from "../../../systems/geometries/carrier.js";
import type { Smoother } from "../../../systems/geometries/smoothers/smoother.js";
import type { Covector, Space } from "../../../systems/spaces/space.js";
import { kernelGradientSum } from "../../../compute/index.js";
import { columnsOf, scaleRows } from "../../../arithmetic/columns.js";
import { concat, scale, subtract, zeros } from "../../../arithmetic/vectors.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { weightsOf } from "../../../systems/geometries/smoothers/weights.js";
import { MECHANISMS } from "../../../systems/system.js";
import type { PhaseSpace } from "./phase-space.js";
import { weightSlope } from "./weight-slope.js";

/** H depends on the points by ½ factor Σ_ij q_i·q_j k(x_i, x_j) at fixed charges q. */
interface Charges {
  readonly values: Vec;
  readonly factor: number;
}

/** Charges by smoother: w f; w(f - S f)/λ with factor λ; 𝒦^{-1} f with factor -1 (∂K^{-1} = -K^{-1} ∂K K^{-1}). */
const CHARGES: {
  readonly [N in Smoother["name"]]: (smoother: Smoother, block: Block, force: Force, field: Vec) => Charges | undefined;
} = {
  identity: () => undefined,
  kernel: (_s, block, f) => ({ values: scaleRows(weightsOf(block), f.values, block.columns), factor: 1 }),
  ridge: ({ lambda = 1 }, block, f, field) => ({
    values: scaleRows(weightsOf(block), subtract(f.values, field), block.columns),
    factor: 1 / lambda,
  }),
  inverse: (smoother, block, f) => ({ values: smoother.flux(block, f), factor: -1 }),
  "nadaraya-watson": () => undefined,
  product: () => undefined,
  centred: () => undefined,
  projection: () => undefined,
};

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
  const [place, measure] = MECHANISMS[mechanism];
  const {
    blocks: [block],
    forces: [f],
  } = space.carrier(u, xi, place, measure);
  const free = smoother.name === "inverse" && place === "nodes";
  const field = free ? f.values : smoother.field(block, f);
  const slope = free ? zeros(f.values.length) : weightSlope(smoother, block, f, field);
  const onWeights = place === "edges" ? subtract(slope, power(field, f.values, space.dim)) : slope;
  const charges = CHARGES[smoother.name](smoother, block, f, field);
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
