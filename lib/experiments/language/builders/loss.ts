import { formulaLoss } from "../../../systems/robust/formula-loss.js";
import { logisticLoss } from "../../../systems/robust/logistic-loss.js";
import { quantileLoss, type RidgeLoss, squaredLoss } from "../../../systems/robust/ridge-loss.js";
import { parseInX } from "../formula/in-x.js";
import type { FunctionLoss, Loss as LossSpec } from "../types.generated.js";
import { construct, type Registry } from "./registry.js";

/** A loss of a parameter. */
export type ParameterLoss = Exclude<LossSpec, FunctionLoss>;

const LOSSES: Registry<ParameterLoss, undefined, RidgeLoss> = {
  squared: () => squaredLoss,
  quantile: ({ level }) => quantileLoss(level),
  logistic: () => logisticLoss,
  residual: ({ of }) => {
    const phi = parseInX(of);
    return formulaLoss(u => phi(Float64Array.of(u)));
  },
};

/** The loss of a parameter that a spec means. */
export const buildLoss = (spec: ParameterLoss): RidgeLoss => construct(LOSSES, spec, undefined);
