import { type NamedArray, scalar, vector } from "../arrays.js";
import { quadratic } from "../dissipation.js";
import { square } from "../numerics/functions.js";
import { scale } from "../numerics/vectors.js";
import { primalDissipation } from "../primal.js";
import { refuse } from "../refusal.js";
import { geometryRefusals } from "../refusals.js";
import { buildForce } from "../spec/build/force.js";
import { buildGeometry } from "../spec/build/geometry.js";
import { targetOf } from "../spec/build/energy.js";
import type { RateRun } from "../spec/types.generated.js";
import { weightsOf } from "../smoothers/weights.js";
import { MECHANISMS, onsager } from "../system.js";
import type { Covector, Geometry, Space, Vec } from "../types.js";
import { begin } from "./begin.js";
import { coordinatesOf } from "./coordinates.js";
import type { RunContext, RunResult } from "./types.js";

type Outputs = Record<string, NamedArray>;

/**
 * ‖f - S f‖² in L²_w, f = M ξ: the regression loss of a single term, which is the dissipation lost by a projection S
 * (A-6.1).
 */
function regressionLoss(space: Space, geometry: Geometry, u: Vec, xi: Covector): number | undefined {
  if (geometry.type !== "term" || xi.temperature !== 0) return undefined;
  const { blocks, forces } = space.carrier(u, xi, ...MECHANISMS[geometry.mechanism]);
  return blocks.reduce((total, block, b) => {
    const w = weightsOf(block);
    const f = forces[b].values;
    const smoothed = geometry.smoother.field(block, forces[b]);
    return total + f.reduce((s, v, i) => s + w[Math.floor(i / block.columns)] * square(v - smoothed[i]), 0);
  }, 0);
}

/** Rate and force on the nodes of a finite set or grid; points of a line as coordinates. */
const onNodes = (rate: Vec, xi: Covector, points: Vec): Outputs => ({
  rate: vector("node", rate),
  force: vector("node", xi.value ?? new Float64Array(rate.length).fill(NaN)),
  coordinates: vector(
    "node",
    Float64Array.from({ length: rate.length }, (_, i) => points[(i * points.length) / rate.length]),
  ),
});

/**
 * One evaluation at a state: ξ, u̇ = -𝕂ξ, <ξ, 𝕂ξ> = 2R*, R(u, u̇) from u̇, <1, u̇>, the regression loss of a single
 * term, F(u).
 */
export function rate(run: RateRun, context: RunContext): RunResult {
  const target = run.force.name === "differential" ? targetOf(run.force.energy) : undefined;
  const { setting, state, notes } = begin(run, run.state, target, context);
  const { space, nodes } = setting;
  const geometry = buildGeometry(run.geometry, setting);
  const reasons = geometryRefusals(space, geometry);
  if (reasons.length > 0) refuse(reasons.join("; "));
  const { xi, energy } = buildForce(run.force, { setting, state });
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
  };
}
