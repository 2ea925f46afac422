import { type NamedArray, scalar, vector } from "../../arithmetic/named-arrays.js";
import { quadratic } from "../../systems/dissipation.js";
import { mayBeInfinite } from "../../systems/energies/infinite.js";
import { differing, type Evidence } from "../../dynamics/evidence.js";
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
import { carrierOf, onsager } from "../../systems/system.js";
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
  const advice =
    "solving 𝕂ξ = u̇ loses its digits: take a smoother kernel matrix (a larger lambda, fewer or wider nodes)";
  return [differing("difference of R(u, u̇) and R*(u, -ξ)", a, b, Math.max(Math.abs(b), ROUNDING), advice)];
}

/** Below this, halves of a dissipation are rounding. */
const ROUNDING = 1e-9;

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
    const velocity = scale(-1, onsager(space, geometry, state, xi));
    const dissipation = quadratic(space, geometry, state, xi);
    const loss = regressionLoss(space, geometry, state, xi);
    const outputs: Outputs = {
      ...(nodes && onNodes(velocity, xi, nodes.points)),
      dissipation: scalar(dissipation),
      dual: scalar(dissipation / 2),
      primal: scalar(primalDissipation({ space, geometry }, state, velocity)),
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
      ranges: { energy: energy && mayBeInfinite(energy.form) ? "extended" : "finite" },
    };
  };
}
