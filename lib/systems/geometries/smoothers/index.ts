/** Smoothers S = f(𝒦_w), from which mechanisms make geometries. */
import { centredWord } from "./centred.js";
import { identityWord } from "./identity.js";
import { inverseWord } from "./inverse.js";
import { kernelSmootherWord } from "./kernel.js";
import { nadarayaWatsonWord } from "./nadaraya-watson.js";
import { productWord } from "./product.js";
import { projectionWord } from "./projection.js";
import { resolventWord } from "./resolvent.js";
import { ridgeWord } from "./ridge.js";
import type { SmootherWord } from "./word.js";

export { centredSmoother as centred } from "./centred.js";
export { identity } from "./identity.js";
export { inverseSmoother as inverse } from "./inverse.js";
export { kernelSmoother as kernel } from "./kernel.js";
export { nadarayaWatson } from "./nadaraya-watson.js";
export { ownSmoother as own, type OwnSmoother } from "./own.js";
export { productSmoother as product } from "./product.js";
export { projectionSmoother as projection } from "./projection.js";
export { renewed } from "./renewed.js";
export { resolventSmoother as resolvent } from "./resolvent.js";
export { ridgeSmoother as ridge } from "./ridge.js";

/**
 * Every smoother of the language, in the order in which editors offer them.
 *
 * ```ts
 * const names = smoothers.words.map(({ name, description }) => `${name}: ${description}`);
 * ```
 */
export const words: readonly SmootherWord[] = [
  identityWord,
  kernelSmootherWord,
  ridgeWord,
  inverseWord,
  resolventWord,
  nadarayaWatsonWord,
  projectionWord,
  productWord,
  centredWord,
];
