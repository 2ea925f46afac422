/** Differentiable networks: dense and input-convex, with derivatives of every order by points and parameters. */
export {
  column,
  constant,
  type Dependence,
  type Expression,
  mean,
  minus,
  plus,
  product,
  rowSums,
  scaled,
  spread,
  times,
} from "./expression.js";
export { activated, type Activation, exponential, logarithm, reciprocal } from "./elementary.js";
export { gradients, jacobian } from "./gradients.js";
export { logDeterminant } from "./log-determinant.js";
export { dense, type Network } from "./network.js";
export { type Convex, convex } from "./convex.js";
export { type Minimisation, type Minimised, minimise } from "./minimise.js";
