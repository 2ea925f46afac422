/** Smoothers S = f(𝒦_w), from which mechanisms make geometries. */
export { centredSmoother as centred } from "./centred.js";
export { identity } from "./identity.js";
export { inverseSmoother as inverse } from "./inverse.js";
export { kernelSmoother as kernel } from "./kernel.js";
export { nadarayaWatson } from "./nadaraya-watson.js";
export { productSmoother as product } from "./product.js";
export { projectionSmoother as projection } from "./projection.js";
export { ridgeSmoother as ridge } from "./ridge.js";
