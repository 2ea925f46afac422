/** Positive definite kernels k(x, y) on R^d, and how to write one's own. */
export { type BandwidthRule, bandwidthBy, medianDistance } from "./bandwidth.js";
export { scaledKernel as scaled, sumKernel as sum } from "./combinations.js";
export { gaussianKernel as gaussian, normalisedGaussianKernel as normalisedGaussian } from "./gaussian.js";
export { inverseMultiquadricKernel as inverseMultiquadric } from "./inverse-multiquadric.js";
export { laplaceKernel as laplace } from "./laplace.js";
export { maternKernel as matern } from "./matern.js";
export { ownKernel as own, type OwnKernel, ownRadialKernel as ownRadial } from "./own.js";
export { linearKernel as linear, polynomialKernel as polynomial } from "./polynomial.js";
export { rationalQuadraticKernel as rationalQuadratic } from "./rational-quadratic.js";
export { rieszKernel as riesz } from "./riesz.js";
export { steinKernel as stein } from "./stein.js";
export { wendlandKernel as wendland } from "./wendland.js";
