import { type NamedArray, scalar, vector } from "../../arithmetic/named-arrays.js";
import { alongForce, dualDissipation, quadratic } from "../../systems/dissipation.js";
import { singularNode } from "../../systems/empty-nodes.js";
import type { Energy } from "../../systems/energies/energy.js";
import { mayBeInfinite } from "../../systems/energies/infinite.js";
import { differing, type Evidence, type Range } from "../../dynamics/evidence.js";
import { isLinear, isSymmetric } from "../../systems/geometries/terms.js";
import { square } from "../../arithmetic/functions.js";
import { scale } from "../../arithmetic/vectors.js";
import { primalDissipation } from "../../systems/primal-dissipation.js";
import { about } from "../../arithmetic/place.js";
import { refuseAll } from "../../arithmetic/refusal.js";
import { geometryRefusals } from "../../systems/admissible.js";
import { buildForce } from "../language/builders/force.js";
import { buildGeometry } from "../language/builders/geometry.js";
import { targetOf } from "../language/builders/energy.js";
import type { RateRun } from "../language/types.generated.js";
import { weightsOf } from "../../systems/geometries/smoothers/weights.js";
import { carrierOf, type Kinetics, onsager, rate as rateOf } from "../../systems/system.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Geometry } from "../../systems/geometries/geometry.js";
import type { Covector, Space } from "../../systems/spaces/space.js";
import { begin } from "./begin.js";
import { coordinatesOf } from "./coordinates.js";
import type { Prepared, RunContext } from "./task.js";

type Outputs = Record<string, NamedArray>;

/**
 * ‖f - S f‖² in L²_w, f = M ξ: the regression loss of a single term, which is the dissipation lost by a projection S
 * (A-6.1).
 */
function regressionLoss(space: Space, geometry: Geometry, u: Vec, xi: Covector): number | undefined {
  if (geometry.type !== "term" || xi.temperature !== 0) return undefined;
  const { blocks, forces } = carrierOf(space, geometry.mechanism, u, xi);
  return blocks.reduce((total, block, b) => {
    const w = weightsOf(block);
    const f = forces[b].values;
    const smoothed = geometry.smoother.field(block, forces[b]);
    return total + f.reduce((s, v, i) => s + w[Math.floor(i / block.columns)] * square(v - smoothed[i]), 0);
  }, 0);
}

/** Rate and force on the nodes of a finite set or grid; points of a line as coordinates. */
const onNodes = (velocity: Vec, xi: Covector, points: Vec): Outputs => ({
  rate: vector("node", velocity),
  force: vector("node", xi.value ?? new Float64Array(velocity.length).fill(NaN)),
  coordinates: vector(
    "node",
    Float64Array.from({ length: velocity.length }, (_, i) => points[(i * points.length) / velocity.length]),
  ),
});

/** R(u, u̇) = R*(u, -ξ) at u̇ = -𝕂ξ, wherever 𝕂 is linear and symmetric; the pairing <ξ, u̇> gives the scale. */
function halves(space: Space, geometry: Geometry, { dual, primal }: Outputs): readonly Evidence[] {
  if (!isSymmetric(geometry) || !isLinear(space, geometry)) return [];
  const [a, b] = [primal.data[0], dual.data[0]];
  if (a === Infinity && b === Infinity) return [];
  const advice =
    "solving 𝕂ξ = u̇ loses its digits: take a smoother kernel matrix (a larger lambda, fewer or wider nodes)";
  return [differing("difference of R(u, u̇) and R*(u, -ξ)", a, b, Math.max(Math.abs(b), ROUNDING), advice)];
}

/** Below this, halves of a dissipation are rounding. */
const ROUNDING = 1e-9;

/** Where log u is -∞ in empty nodes, so may be ξ and what is dissipated. */
const WITH_EMPTY_NODES: Readonly<Record<string, Range>> = {
  energy: "extended",
  force: "extended",
  dissipation: "extended",
  dual: "extended",
  primal: "extended",
};

/** u̇ = -𝕂ξ, <ξ, 𝕂ξ> and R(u, u̇); of an energy their limits from inside of the cone, where ξ is infinite. */
function atState(
  kinetics: Kinetics,
  u: Vec,
  xi: Covector,
  energy: Energy | undefined,
): { readonly velocity: Vec; readonly dissipation: number; readonly primal: number } {
  const { space, geometry } = kinetics;
  if (energy && singularNode(space, u, xi) >= 0) {
    const system = { ...kinetics, energy };
    const primal = alongForce(system, u, v => primalDissipation(kinetics, v, rateOf(system, v)));
    return { velocity: rateOf(system, u), dissipation: 2 * dualDissipation(system, u), primal };
  }
  const velocity = scale(-1, onsager(space, geometry, u, xi));
  const primal = primalDissipation(kinetics, u, velocity);
  return { velocity, dissipation: quadratic(space, geometry, u, xi), primal };
}

/**
 * One evaluation at a state: ξ, u̇ = -𝕂ξ, <ξ, 𝕂ξ> = 2R*, R(u, u̇) from u̇, <1, u̇>, the regression loss of a single
 * term, F(u).
 */
export function rate(run: RateRun, context: RunContext): Prepared {
  const target = run.force.name === "differential" ? targetOf(run.force.energy) : undefined;
  const { setting, state, notes } = begin(run, run.state, target, context);
  const { space, nodes } = setting;
  const geometry = buildGeometry(run.geometry, setting);
  const reasons = geometryRefusals(space, geometry);
  if (reasons.length > 0) refuseAll(reasons.map(reason => about(run.geometry, reason)));
  const { xi, energy } = buildForce(run.force, { setting, state });
  return () => {
    const { velocity, dissipation, primal } = atState({ space, geometry }, state, xi, energy);
    const loss = singularNode(space, state, xi) < 0 ? regressionLoss(space, geometry, state, xi) : undefined;
    const outputs: Outputs = {
      ...(nodes && onNodes(velocity, xi, nodes.points)),
      dissipation: scalar(dissipation),
      dual: scalar(dissipation / 2),
      primal: scalar(primal),
      massRate: scalar(space.pair(state, space.one(state), velocity)),
      ...(energy && { energy: scalar(energy.value(state)) }),
      ...(loss !== undefined && { loss: scalar(loss) }),
    };
    return {
      status: "completed",
      reason: "one evaluation",
      outputs,
      coordinates: coordinatesOf(outputs, setting),
      notes,
      evidence: halves(space, geometry, outputs),
      ranges: energy && mayBeInfinite(energy.form) ? WITH_EMPTY_NODES : {},
    };
  };
}
