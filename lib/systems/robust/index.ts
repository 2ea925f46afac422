/** Distributionally robust optimisation: the worst case of a loss over a ball of measures, and robust parameters. */
export type { Ball } from "./ball.js";
export { chiSquareWorstCase } from "./chi-square.js";
export type { Examples } from "./examples.js";
export { kernelWorstCase } from "./kernel-ball.js";
export { klWorstCase } from "./kullback-leibler.js";
export { type Nominal, worstCase } from "./on-points.js";
export { type RobustFit, robustLoss, robustParameter } from "./parameter.js";
export type { RobustLoss } from "./robust-loss.js";
export { formulaLoss } from "./formula-loss.js";
export { logisticLoss } from "./logistic-loss.js";
export { quantileLoss, type RidgeLoss, squaredLoss } from "./ridge-loss.js";
export { transportWorstCase } from "./transport-ball.js";
export type { WorstCase } from "./worst-case.js";
