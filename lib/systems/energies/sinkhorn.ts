import { exp } from "../../arithmetic/functions.js";
import { type Note, unheard } from "../../arithmetic/notes.js";
import { positive } from "../../arithmetic/range.js";
import { refuse } from "../../arithmetic/refusal.js";
import { keptLast } from "../../arithmetic/kept-last.js";
import type { Vec } from "../../arithmetic/vec.js";
import { scale, subtract, sum, zeros } from "../../arithmetic/vectors.js";
import { softMinimum } from "../../compute/index.js";
import { productPlan } from "../../numerics/transport/blur.js";
import { entropicTransport } from "../../numerics/transport/entropic.js";
import { selfTransport, symmetricCosts } from "../../numerics/transport/self-transport.js";
import { present } from "../../numerics/transport/sinkhorn.js";
import { costTerm, largestCost } from "../../numerics/transport/sinkhorn-on-points.js";
import type { Cloud } from "../measures/cloud.js";
import type { Space } from "../spaces/space.js";
import { cloudOf, covectorOn, scaledTo } from "./atoms-only.js";
import { requirePoints } from "../spaces/support.js";
import type { Energy } from "./energy.js";
import { energyWord, type EnergyWord, TARGET } from "./word.js";

/** Weighted points with a potential. */
interface Charged extends Cloud {
  readonly potential: Vec;
}

/** -ε log Σ_j b_j e^{(g_j - |x - y_j|²)/ε} at all points x. */
const softened = (x: Vec, { points, weights, potential }: Charged, dim: number, epsilon: number): Vec =>
  softMinimum(costTerm({ x, y: points, dim, order: 2 }), x, points, dim, present(potential, weights), weights, epsilon);

/** Σ_j p_ij y_j with p_ij ∝ b_j e^{(g_j - |x_i - y_j|²)/ε}: where the entropic plan sends x_i in the mean. */
function barycentres(x: Vec, { points: y, weights: b, potential: g }: Charged, dim: number, epsilon: number): Vec {
  const out = zeros(x.length);
  const m = b.length;
  const exponent = zeros(m);
  for (let i = 0; i < x.length; i += dim) {
    let top = -Infinity;
    for (let j = 0; j < m; j++) {
      let c = 0;
      for (let d = 0; d < dim; d++) c += (x[i + d] - y[j * dim + d]) * (x[i + d] - y[j * dim + d]);
      exponent[j] = b[j] > 0 ? (g[j] - c) / epsilon : -Infinity;
      if (exponent[j] > top) top = exponent[j];
    }
    let total = 0;
    for (let j = 0; j < m; j++) {
      if (!(b[j] > 0)) continue;
      const p = b[j] * exp(exponent[j] - top);
      total += p;
      for (let d = 0; d < dim; d++) out[i + d] += p * y[j * dim + d];
    }
    for (let d = 0; d < dim; d++) out[i + d] /= total;
  }
  return out;
}

/**
 * L¹ error of the marginals, relative to the mass, at which sweeps end; and the largest that is taken where they do
 * not.
 */
const TOLERANCE = 1e-12;
const LARGEST = 1e-8;

/**
 * The Sinkhorn divergence F(u) = OT_ε(u, π) - ½OT_ε(u, u) - ½OT_ε(π, π) with the cost ½|x-y|² and
 * OT_ε = min ∫ c dγ + ε KL(γ | u⊗π) (Feydy et al. 2019): ½W₂² for ε → 0, ½|mean - mean|² for ε → ∞, and 0 at u = π
 * only. DF = f_{uπ} - f_{uu} from the potentials, which are extended to all x by their soft minima, and ∇DF(x) =
 * T_{uu}(x) - T_{uπ}(x) with the barycentric maps of the two plans. A u of another mass is scaled to that of π.
 *
 * ```ts
 * const space = spaces.particles({ n: 200, dim: 2 });
 * const data = { points: normals(stream(7, "data"), 60), weights: measures.equalWeights(30) };
 * const energy = energies.sinkhorn(space, 0.1, data);
 * ```
 */
export function sinkhornEnergy(
  space: Space,
  epsilon: number,
  { points: y, weights: b }: Cloud,
  note: Note = unheard,
): Energy {
  requirePoints("sinkhorn", space);
  positive("ε of sinkhorn", epsilon);
  const { dim } = space;
  const mass = sum(b);
  // the library's costs are |x-y|²: ½|x-y|² with ε is half of |x-y|² with 2ε
  const options = { epsilon: 2 * epsilon, tolerance: TOLERANCE };
  const costs = (x: Vec, to: Vec): { x: Vec; y: Vec; dim: number; order: 2 } => ({ x, y: to, dim, order: 2 });
  const blurred = productPlan(epsilon, 0.5 * largestCost(costs(y, y)));
  if (blurred !== undefined)
    note(
      "epsilon of sinkhorn",
      `${blurred}, and the divergence says how far apart the means are; take epsilon far below`,
    );
  const itself = (x: Vec, w: Vec): ReturnType<typeof selfTransport> =>
    selfTransport(w, symmetricCosts(w, costs(x, x)), options);
  const ofTarget = itself(y, b);
  const solved = keptLast((u: Vec) => {
    const x = space.nodes(u);
    const own = scaledTo(mass, space.masses(u), "sinkhorn");
    const w = own.masses;
    const across = entropicTransport(w, b, costs(x, y), options);
    const alone = itself(x, w);
    for (const { marginalError } of [across, alone, ofTarget])
      if (!(marginalError <= LARGEST * mass))
        refuse(`the Sinkhorn sweeps stopped at a marginal error of ${marginalError}: take ε above ${epsilon}`);
    return { x, own, across, alone };
  });
  const target = (potential: Vec): Charged => ({ points: y, weights: b, potential });
  return {
    name: "sinkhorn",
    form: { type: "other" },
    value: u => {
      const { across, alone } = solved(u);
      return 0.5 * (across.value - 0.5 * (alone.value + ofTarget.value));
    },
    differential: u => {
      const { x, own, across, alone } = solved(u);
      const self: Charged = { points: x, weights: own.masses, potential: alone.potential };
      const e = 2 * epsilon;
      return covectorOn(
        space,
        () => own.centred(scale(0.5, subtract(softened(x, target(across.target), dim, e), softened(x, self, dim, e)))),
        () => scale(own.factor, subtract(barycentres(x, self, dim, e), barycentres(x, target(across.target), dim, e))),
      );
    },
  };
}

export const sinkhornWord: EnergyWord = energyWord({
  name: "sinkhorn",
  description: "The Sinkhorn divergence to a sample of the target: debiased entropic transport with cost |x - y|^2/2.",
  equation: "F = OT_eps(u, pi) - OT_eps(u, u)/2 - OT_eps(pi, pi)/2",
  properties: {
    epsilon: { description: "Entropic temperature, in units of length^2.", type: "number", exclusiveMinimum: 0 },
    target: TARGET,
  },
  build: ({ epsilon, target }, { space, cloud, note }) => sinkhornEnergy(space, epsilon, cloud(target), note),
  on: ground => sinkhornEnergy(ground.space, 0.5, cloudOf(ground)),
});
