import { type NamedArray, scalar, vector } from "../../arithmetic/named-arrays.js";
import { counting } from "../../arithmetic/vectors.js";
import { distanceSolver, measureFault } from "../../dynamics/distances/registry.js";
import { distanceEvidence, rangeOfDistance } from "../../dynamics/distances/evidence.js";
import type { Distance, Metric, Pair } from "../../dynamics/distances/metric.js";
import { buildMetric } from "../language/builders/metric.js";
import { buildCompared } from "../language/builders/state.js";
import type { DistanceRun } from "../language/types.generated.js";
import { about, within } from "../../arithmetic/place.js";
import { refuse, refuseAll } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { begin } from "./begin.js";
import type { Prepared, RunContext } from "./task.js";

const numbers = ({ value, dualValue, gap, statistic, pValue }: Distance): Record<string, NamedArray> => ({
  value: scalar(value),
  ...(dualValue === undefined ? {} : { dualValue: scalar(dualValue) }),
  ...(gap === undefined ? {} : { gap: scalar(gap) }),
  ...(statistic === undefined ? {} : { squared: scalar(statistic) }),
  ...(pValue === undefined ? {} : { pValue: scalar(pValue) }),
});

/** The first coordinate of each of the points. */
const abscissae = (points: Vec, dim: number): Vec => points.filter((_, k) => k % dim === 0);

/** The plan that a run asks for. */
const planOf = ({ plan }: Distance, { metric, method }: DistanceRun): Vec =>
  plan?.matrix() ??
  refuse(`${metric.name} by ${method.name} has no plan here: leave \`plan\` out, or take \`linear-program\` on atoms`);

/** γ as a matrix with so many rows. */
const matrixOf = (gamma: Vec, rows: number): NamedArray => ({
  dims: ["node", "node2"],
  shape: [rows, gamma.length / rows],
  data: gamma,
});

/** Refuses what the metric does not take as a measure, where it stands. */
function requireMeasures({ from, to }: DistanceRun, metric: Metric, { space, mu, nu }: Pair): void {
  const faults = [
    about(from, measureFault({ space, mu, nu: mu }, metric)),
    about(to, measureFault({ space, mu: nu, nu }, metric)),
  ].filter(({ reason }) => reason !== "");
  if (faults.length > 0) refuseAll(faults);
}

/** d(μ, ν) by one method, with the dual certificate where the method has one, and the plan where it is asked for. */
export function distance(run: DistanceRun, context: RunContext): Prepared {
  const { setting, state, notes } = begin(run, run.from, undefined, context, buildCompared);
  const { space } = setting;
  const pair = { space, mu: state, nu: buildCompared(run.to, setting, "to") };
  const metric = buildMetric(run.metric, setting);
  requireMeasures(run, metric, pair);
  const solve = within(run.method, () => distanceSolver(pair, metric, run.method));
  return () => {
    const result = within(run.metric, solve);
    const plan = run.plan === true ? planOf(result, run) : undefined;
    const points = result.points ?? space.nodes(state);
    const coordinates = abscissae(points, space.dim);
    const rows = space.masses(state).length;
    const outputs = {
      ...numbers(result),
      ...(points.length > 0 ? { coordinates: vector("node", coordinates) } : {}),
      ...(plan && { plan: matrixOf(plan, rows) }),
      ...(result.potential ? { potential: vector("node", result.potential) } : {}),
    };
    const node = space.dim === 1 ? coordinates : counting(coordinates.length);
    const node2 = space.dim === 1 ? abscissae(space.nodes(pair.nu), 1) : counting(space.masses(pair.nu).length);
    const status = result.failure === undefined ? "completed" : "not-converged";
    const labels = { ...(points.length > 0 ? { node } : {}), ...(plan ? { node2 } : {}) };
    return {
      status,
      reason: result.failure ?? "computed",
      outputs,
      coordinates: labels,
      notes: { ...notes, ...result.notes },
      evidence: distanceEvidence(pair, metric, result),
      ranges: { potential: "extended", value: rangeOfDistance(metric) },
    };
  };
}
