import { type NamedArray, scalar, vector } from "../../arithmetic/named-arrays.js";
import { stream } from "../../arithmetic/random.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { dot, scale, sum } from "../../arithmetic/vectors.js";
import { draws, equalWeights } from "../../systems/measures/atoms.js";
import { count, rowsOf, type Table } from "../../systems/measures/data/table.js";
import { type Examples, featuresOf, lines } from "../../systems/robust/examples.js";
import { type RobustFit, robustLoss, robustParameter } from "../../systems/robust/parameter.js";
import type { RidgeLoss } from "../../systems/robust/ridge-loss.js";
import type { RobustLoss } from "../../systems/robust/robust-loss.js";
import { buildBall } from "../language/builders/ball.js";
import { buildData } from "../language/builders/data.js";
import { buildLoss, type ParameterLoss } from "../language/builders/loss.js";
import type { RobustRun, SamplesMeasure } from "../language/types.generated.js";
import type { Beginning } from "./begin.js";
import { certified, ended, numbers } from "./robust-outputs.js";
import type { Prepared } from "./task.js";
import { requireAtoms } from "../../systems/spaces/support.js";

/** Data with labels as examples. */
function examplesOf({ points, dim, labels, weights }: Table, intercept: boolean): Examples {
  if (labels === undefined) return refuse("a loss with a parameter needs labels y: name the `label` of the data");
  return { points, dim, labels, intercept, masses: weights ?? equalWeights(labels.length) };
}

/** As many draws of examples from the data as the space has particles, with replacement, where that is asked for. */
function drawn(table: Table, { draw = false }: SamplesMeasure, { setting: { space, seed }, state }: Beginning): Table {
  if (!draw) return table;
  const n = space.masses(state).length;
  return rowsOf(table, draws(table.weights ?? equalWeights(count(table)), n, stream(seed, "examples")));
}

/** Mean loss of θ. */
function meanLoss(loss: RidgeLoss, examples: Examples, theta: Vec): number {
  const { features, signs, offsets } = featuresOf(loss, examples);
  const u = lines(features, signs, offsets, theta);
  return (
    dot(
      examples.masses,
      u.map(v => loss.value(v)),
    ) / sum(examples.masses)
  );
}

/** The robust parameter, or the robust loss of a given one. */
export function ofParameter(run: RobustRun, spec: ParameterLoss, beginning: Beginning): Prepared {
  const { setting } = beginning;
  const { measure, theta } = run;
  requireAtoms("a loss with a parameter", setting.space, "its examples are particles of the dimension of x");
  if (run.support !== undefined) refuse("examples move anywhere, or are reweighed: leave `support` out");
  if (measure.name !== "samples") return refuse("a loss with a parameter needs `samples` of data with labels");
  const examples = examplesOf(drawn(buildData(measure.data, setting), measure, beginning), spec.intercept ?? false);
  const loss = buildLoss(spec);
  const ball = buildBall(run.ball, setting);
  const width = examples.dim + (spec.intercept === true ? 1 : 0);
  if (theta !== undefined && theta.length !== width)
    refuse(`theta has ${theta.length} entries where the loss has ${width}`);
  const test = run.test && examplesOf(buildData(run.test, setting), spec.intercept ?? false);
  if (test && test.dim !== examples.dim)
    refuse(`the test data have ${test.dim} coordinates where the examples have ${examples.dim}`);
  return () => {
    const found: RobustLoss & Partial<RobustFit> = theta
      ? robustLoss(loss, examples, ball, Float64Array.from(theta))
      : robustParameter(loss, examples, ball);
    const at = found.theta ?? Float64Array.from(theta ?? []);
    const gap = found.dualValue - (found.lowerBound ?? found.value);
    const outputs: Record<string, NamedArray> = {
      ...numbers(found, meanLoss(loss, examples, at), gap),
      ...(found.lowerBound !== undefined && { lowerBound: scalar(found.lowerBound) }),
      theta: vector("coordinate", at),
      worst: vector("node", found.worst),
      nominal: vector("node", scale(1 / sum(examples.masses), examples.masses)),
      ...(test && { testLoss: scalar(meanLoss(loss, test, at)) }),
    };
    return ended(outputs, certified(gap, Math.abs(found.dualValue)), beginning);
  };
}
