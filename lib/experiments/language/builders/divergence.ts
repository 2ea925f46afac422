import { among, lookUp } from "../../../arithmetic/lookup.js";
import { log } from "../../../arithmetic/functions.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { cellsOf, divergence, type LogLaw, normalisedLog, POWERS } from "../../../dynamics/recorders/moving-cells.js";
import { estimatedDivergence } from "../../../dynamics/recorders/estimated-divergence.js";
import { type Recorder, series } from "../../../dynamics/recorders/recorder.js";
import { whole } from "../../../arithmetic/range.js";
import { solve } from "../../../dynamics/solve.js";
import { gaussian } from "../../../systems/measures/gaussian.js";
import type { Density } from "../../../systems/measures/measure.js";
import { isGraph } from "../../../systems/spaces/graph-operators.js";
import type { Space } from "../../../systems/spaces/space.js";
import type { DivergenceRecorder, FlowRun, Measure } from "../types.generated.js";
import type { RecorderSetting, Setting } from "./context.js";
import { buildEnergy } from "./energy.js";
import { buildGeometry } from "./geometry.js";
import { buildIntegrator } from "./integrator.js";
import { buildMeasure } from "./measure.js";
import { buildSetting, buildState } from "./state.js";

const densityOf = (measure: Measure, setting: Setting, role: string): Density => {
  const law = buildMeasure(measure, setting);
  return law.kind === "density" ? law : refuse(`${role} must be a density`);
};

/** log ν on the line from masses on a grid: linear between the logarithms at the nodes, and on beyond them. */
function interpolated(
  { points, volumes }: { readonly points: Vec; readonly volumes: Vec },
  u: Vec,
): (x: Vec) => number {
  const heights = u.map((m, i) => log(m / volumes[i]));
  const step = points[1] - points[0];
  return ([x]) => {
    const at = (x - points[0]) / step;
    const i = Math.min(Math.max(Math.floor(at), 0), points.length - 2);
    return heights[i] + (at - i) * (heights[i + 1] - heights[i]);
  };
}

/** A flow on another space, to compare with. */
interface Along {
  readonly space: Space;
  at(t: number): Vec;
}

/** log ν of a state: of a normal law, or of masses on a grid of the line. */
function logOf(space: Space, u: Vec): (x: Vec) => number {
  if (space.support === "density") {
    const law = gaussian(u.slice(0, space.dim), u.slice(space.dim));
    return x => law.logDensity(x);
  }
  return isGraph(space) && space.dim === 1 && space.lattice.grid
    ? interpolated(space.lattice, u)
    : refuse(
        "a divergence along a flow is from normal laws or a grid of the line: take the space `gaussian` or `grid1d`",
      );
}

/** The same flow on another space by another integrator: its space, and its states, solved when one is asked for. */
function along({ space: spec, integrator, steps }: DivergenceRecorder, run: FlowRun, setting: Setting): Along {
  if (!spec || !integrator) return refuse("a divergence is `to` a law, or along a `space` with its `integrator`");
  const other = buildSetting(spec, undefined, setting);
  const { end, steps: own, records } = run.time;
  const initial = buildState(run.initial, other);
  const system = {
    space: other.space,
    energy: buildEnergy(run.energy, other),
    geometry: buildGeometry(run.geometry, other),
  };
  const by = buildIntegrator(integrator, other);
  let states: readonly Vec[] | undefined;
  return {
    space: other.space,
    at: t => {
      states ??= solve({ system, initial, end }, by, { steps: steps ?? own, records }).snapshots;
      return states.at(Math.round((t * records) / end)) ?? refuse(`the flow to compare with ended before t = ${t}`);
    },
  };
}

/** log ν along a flow. */
function logAlong({ space, at }: Along): LogLaw {
  const known = new Map<number, (x: Vec) => number>();
  return (t, x) => {
    const law = known.get(t) ?? logOf(space, at(t));
    known.set(t, law);
    return law(x);
  };
}

/** KL of particles to the same flow on a grid of the line, their density by a kernel estimate. */
function estimated(spec: DivergenceRecorder, run: FlowRun, setting: Setting): Recorder {
  const { space, at } = along(spec, run, setting);
  return isGraph(space) && space.dim === 1
    ? estimatedDivergence(spec.direction, space.lattice, at)
    : refuse("a kernel estimate is held against a grid of the line: take the space `grid1d`");
}

/** KL of the particles of a map to a law, or to the same flow on Gaussians or a grid. */
export function buildDivergence(spec: DivergenceRecorder, setting: RecorderSetting): Recorder {
  const { flow, first } = setting;
  lookUp(POWERS, spec.direction);
  if (spec.estimate !== undefined) among("the estimate of a divergence", spec.estimate, ["kernel"]);
  if (spec.steps !== undefined) whole("the steps of a divergence", spec.steps, 1, 100_000_000);
  if (!flow || !first || setting.space.support !== "atoms")
    return series("divergence", () => refuse("divergence is recorded along flows of particles"));
  if (spec.estimate === "kernel") return estimated(spec, flow, setting);
  const start = densityOf(flow.initial, setting, "the initial law");
  const cells = cellsOf(setting.space, first, normalisedLog(start, "the initial law"));
  const to = spec.space ? undefined : (spec.to ?? setting.target);
  if (!to) return divergence(spec.direction, cells, logAlong(along(spec, flow, setting)));
  const role = "the law that a divergence is from";
  const law = normalisedLog(densityOf(to, setting, role), role);
  return divergence(spec.direction, cells, (_t, x) => law(x));
}
