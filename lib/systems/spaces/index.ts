/** State spaces: how a measure is represented. */
export { finiteSet, type FiniteSet } from "./finite-set.js";
export { gaussian } from "./gaussian.js";
export { grid1d, type Grid1d } from "./grid1d.js";
export { grid2d, type Grid2d } from "./grid2d.js";
export { arithmeticMean, logMean, type Mobility, upwind } from "./mobilities.js";
export { particles, type Particles } from "./particles.js";
