/** Operators of a kernel and a measure: kernel ridge regression in four forms, Mercer series. */
export { gaussianMercer, gaussianMercerFunctions } from "./gaussian-mercer.js";
export { type Mercer, mercer } from "./mercer.js";
export { type Posterior, posterior, predicted } from "./posterior.js";
export { dualValue, type Fit, functionalValue, primalValue, type Regression, regression } from "./regression.js";
export { type Formulation, FORMULATIONS as formulations } from "./regression-fit.js";
