import { collect } from "../recorders/collect.js";
import type { CurvePoint, Quantity } from "../recorders/types.js";
import { refuse } from "../refusal.js";
import { solve } from "../solve.js";
import { buildEnergy, targetOf } from "../spec/build/energy.js";
import { buildGeometry } from "../spec/build/geometry.js";
import { buildIntegrator } from "../spec/build/integrator.js";
import { buildRecorder } from "../spec/build/recorder.js";
import type { FlowRun, Recorder } from "../spec/types.generated.js";
import type { GradientSystem, Solution, Vec } from "../types.js";
import { begin, type Beginning } from "./begin.js";
import { coordinatesOf } from "./coordinates.js";
import type { RunContext, RunResult } from "./types.js";

type Quantities = Readonly<Record<string, Quantity>>;

/** The triple of space, energy and geometry. */
const systemOf = (run: FlowRun, { setting }: Beginning): GradientSystem => ({
  space: setting.space, energy: buildEnergy(run.energy, setting), geometry: buildGeometry(run.geometry, setting),
});

/** Name -> recorder of a spec, without the holes of its type. */
export const recordersOf = (record: Readonly<Record<string, Recorder | undefined>>): readonly (readonly [string, Recorder])[] =>
  Object.entries(record).flatMap(([name, spec]) => (spec ? [[name, spec] as const] : []));

/** Refuses what this representation cannot evaluate before the first step instead of recording NaN. */
function refuseBlind(quantities: Quantities, system: GradientSystem, u: Vec): void {
  for (const [name, quantity] of Object.entries(quantities))
    if (Number.isNaN(quantity.at(system, { t: 0, u })))
      refuse(`recorder ${name} is not a number at the first state: ${system.space.name} cannot evaluate it (as log u on a point cloud), or a coordinate is missing`);
}

const pointsOf = ({ t, snapshots }: Solution): readonly CurvePoint[] => snapshots.map((u, k) => ({ t: t[k], u }));

/** Gradient flow u̇ = -𝕂(u) DF(u): every recorder at the recorded times that were reached. */
export function flow(run: FlowRun, context: RunContext): RunResult {
  const start = begin(run, run.initial, targetOf(run.energy), context), system = systemOf(run, start), setting = { ...start.setting, target: targetOf(run.energy) };
  const quantities = Object.fromEntries(recordersOf(run.record).map(([name, spec]) => [name, buildRecorder(spec, setting)] as const));
  refuseBlind(quantities, system, start.state);
  const { end, steps, records } = run.time;
  const solution = solve({ system, initial: start.state, end }, buildIntegrator(run.integrator, setting), { steps, records, seed: setting.seed, progress: f => context.progress(f) });
  const outputs = Object.fromEntries(Object.entries(quantities).map(([name, q]) => [name, collect(q, system, pointsOf(solution))]));
  const { status, reason, t } = solution;
  return { status, reason, outputs, coordinates: coordinatesOf(outputs, setting, t), notes: start.notes };
}
