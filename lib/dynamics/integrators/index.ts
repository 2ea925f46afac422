/** Integrators: how a flow goes from t to t + dt. */
export { adaptive } from "./adaptive.js";
export { birthDeath } from "./birth-death.js";
export { changCooper } from "./chang-cooper.js";
export { exact } from "./exact.js";
export { exponential } from "./exponential.js";
export { implicitEuler } from "./implicit-euler.js";
export { jko, jkoMidpoint } from "./jko.js";
export { langevin } from "./langevin.js";
export { noisyEuler } from "./noisy-euler.js";
export { explicitEuler, rk4 } from "./runge-kutta.js";
export { semiImplicit } from "./semi-implicit.js";
export { splitting } from "./splitting.js";
