import { type NamedArray, scalar, vector } from "../../arithmetic/named-arrays.js";
import { differing, type Evidence } from "../../dynamics/evidence.js";
import { matvec } from "../../compute/index.js";
import { dot, times } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import { coefficientsOf, FORMULATIONS } from "../../systems/operators/regression-fit.js";
import {
  bias,
  dualValue,
  functionalValue,
  inRho,
  primalValue,
  regression as problemOf,
  squaredNorm,
  valuesOf,
  type Fit,
  type Regression,
} from "../../systems/operators/regression.js";
import { buildKernel } from "../language/builders/kernel.js";
import { buildCompared } from "../language/builders/state.js";
import { buildResponse } from "../language/builders/response.js";
import type { RegressionRun } from "../language/types.generated.js";
import { begin } from "./begin.js";
import { coordinatesOf } from "./coordinates.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Prepared, RunContext } from "./task.js";
import { requirePoints } from "../../systems/spaces/support.js";

type Outputs = Record<string, NamedArray>;

function buildProblem(run: RegressionRun, { setting, state }: ReturnType<typeof begin>): Regression {
  const { space } = setting;
  const kernel = buildKernel(run.kernel, setting);
  const points = space.nodes(state);
  const rho = space.masses(state);
  if (kernel.definiteness === "conditional")
    refuse(`${kernel.name} is only conditionally definite, and a regression needs ‖f‖²_ℋ: take a definite kernel`);
  requirePoints("a regression", space);
  if (rho.some(m => !(m > 0))) refuse("a regression needs positive masses: take a smaller grid or a wider measure");
  const response = buildResponse(run.response, { setting, kernel, measure: run.measure, state, points, rho });
  return problemOf({
    kernel,
    points,
    dim: setting.dim,
    rho,
    lambda: run.lambda,
    response,
    source: times(rho, response),
  });
}

/** What every formulation must agree on, and how far its fit is from optimal. */
function certified(problem: Regression, fit: Fit): Outputs {
  const primal = primalValue(problem, fit);
  const dual = dualValue(problem, fit);
  const { response } = problem;
  return {
    halfResponse: scalar(0.5 * inRho(problem, response, response)),
    bias: scalar(bias(problem, fit)),
    squaredNorm: scalar(squaredNorm(problem, fit)),
    primalValue: scalar(primal),
    functionalValue: scalar(functionalValue(problem, fit)),
    dualValue: scalar(dual),
    gap: scalar(primal - dual),
  };
}

/** The primal and the dual value agree up to rounding, relative to ½‖g‖², which is the primal value of f = 0. */
const duality = (problem: Regression, fit: Fit): readonly Evidence[] => [
  differing(
    "gap between the primal and the dual value",
    primalValue(problem, fit),
    dualValue(problem, fit),
    0.5 * inRho(problem, problem.response, problem.response),
    "take a larger lambda, or another formulation (`by`)",
  ),
];

type Functions = {
  readonly [N in NonNullable<RegressionRun["functions"]>[number]]: (problem: Regression, fit: Fit) => Vec;
};

/** What a regression has on the nodes: g, f̂, 𝒦_ρ g and ρ. */
const FUNCTIONS: Functions = {
  response: ({ response }) => response,
  fit: valuesOf,
  smoothed: ({ gram, source }) => matvec(gram, source),
  weights: ({ rho }) => rho,
};

const onNodes = (problem: Regression, fit: Fit, names: readonly (keyof Functions)[]): Outputs =>
  Object.fromEntries(names.map(name => [name, vector("node", FUNCTIONS[name](problem, fit))]));

const ALL = Object.keys(FUNCTIONS) as readonly (keyof Functions)[];

/** λ_n, <g, e_n> and <f̂, e_n>: what the filter does to each mode. */
function spectrumOf(problem: Regression, fit: Fit, modes: number): Outputs {
  const { basis, coefficients } = coefficientsOf(problem);
  const f = times(problem.rho.map(Math.sqrt), valuesOf(problem, fit));
  const outputs = { values: basis.values, coefficients, fitted: Float64Array.from(basis.modes, e => dot(e, f)) };
  return Object.fromEntries(Object.entries(outputs).map(([name, all]) => [name, vector("mode", all.slice(0, modes))]));
}

/**
 * Kernel ridge regression f̂ = (𝒦_ρ + λ)^{-1} 𝒦_ρ g by one of its formulations (A-2.3, A-2.4l), with the values of all
 * three problems.
 */
export function regression(run: RegressionRun, context: RunContext): Prepared {
  const beginning = begin(run, run.measure, undefined, context, buildCompared);
  const { setting, notes } = beginning;
  const problem = buildProblem(run, beginning);
  return () => {
    const fit = FORMULATIONS[run.by](problem);
    if (!fit)
      return {
        status: "not-converged",
        reason: "conjugate gradients stall: take a larger lambda",
        outputs: {},
        coordinates: {},
        notes,
        evidence: [],
      };
    const spectrum = run.modes && spectrumOf(problem, fit, run.modes);
    const outputs = { ...onNodes(problem, fit, run.functions ?? ALL), ...certified(problem, fit), ...spectrum };
    return {
      status: "completed",
      reason: `regressed by ${run.by}`,
      outputs,
      coordinates: coordinatesOf(outputs, setting),
      notes,
      evidence: duality(problem, fit),
    };
  };
}
