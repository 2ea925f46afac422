/** Figures: pure functions of archived results, one registry, one theme in light and dark. */
import { lookUp } from "../../arithmetic/lookup.js";
import type { ExperimentResult } from "../../experiments/language/result.js";
import type { Figure } from "../../experiments/language/types.generated.js";
import { refuse } from "../../arithmetic/refusal.js";
import { formulasIn } from "./formulas-in.js";
import { evaluatorOf } from "../../experiments/language/formula/evaluate.js";
import { resolveRuns } from "../../experiments/language/same-as.js";
import { convergingFamily } from "./kinds/converging-family.js";
import { curves } from "./kinds/curves.js";
import { decay } from "./kinds/decay.js";
import { densitiesOverTime } from "./kinds/densities-over-time.js";
import { ellipses } from "./kinds/ellipses.js";
import { interpolations } from "./kinds/interpolations.js";
import { order } from "./kinds/order.js";
import { particles } from "./kinds/particles.js";
import { plans } from "./kinds/plans.js";
import { residuals } from "./kinds/residuals.js";
import { simplexFlow } from "./kinds/simplex-flow.js";
import { spaceTime } from "./kinds/space-time.js";
import { spectrum } from "./kinds/spectrum.js";
import { swarm } from "./kinds/swarm.js";
import { themeOf, type Mode } from "./theme.js";
import { threshold } from "./kinds/threshold.js";
import { twoWay } from "./kinds/two-way.js";
import { drawable } from "./source.js";
import type { FigureFunction, PlotlyFigure, Source } from "./plotly-figure.js";
import { witness } from "./kinds/witness.js";

/** A figure of the schema without a function does not compile, nor a function without a figure. */
export const figures: { readonly [N in Figure["name"]]: FigureFunction<Extract<Figure, { name: N }>> } = {
  "converging-family": convergingFamily,
  curves,
  decay,
  "densities-over-time": densitiesOverTime,
  ellipses,
  interpolations,
  order,
  particles,
  plans,
  residuals,
  "simplex-flow": simplexFlow,
  "space-time": spaceTime,
  spectrum,
  swarm,
  threshold,
  "two-way": twoWay,
  witness,
};

/**
 * The figure `name` of an experiment as plotly JSON.
 *
 * ```ts
 * const draw = (result: ExperimentResult) => drawFigure(result, Object.keys(result.spec.figures)[0], "light");
 * ```
 */
export function drawFigure(
  result: ExperimentResult,
  name: string,
  mode: Mode,
  targets: Source["targets"] = {},
): PlotlyFigure {
  const binding = result.spec.figures[name];
  if (binding === undefined)
    return refuse(`${result.path} has no figure "${name}", only: ${Object.keys(result.spec.figures).join(", ")}`);
  const draw = lookUp(figures, binding.name) as FigureFunction<Figure>;
  return draw(binding, sourceOf(result, binding, targets), themeOf(mode));
}

function sourceOf(result: ExperimentResult, binding: Figure, targets: NonNullable<Source["targets"]>): Source {
  const evaluate = evaluatorOf(result);
  const others = formulasIn(binding);
  return {
    result,
    tasks: resolveRuns(result.spec),
    targets,
    evaluate: (formula, beside = []) => drawable(evaluate(formula, [...beside, ...others]), `the formula ${formula}`),
  };
}
