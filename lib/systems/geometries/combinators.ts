import { among } from "../../arithmetic/lookup.js";
import { type Geometry, isNetwork, type Mechanism, MECHANISMS } from "./geometry.js";
import type { Smoother } from "./smoothers/smoother.js";
import { conservesMass } from "./conserves.js";
import { nonNegative } from "../../arithmetic/range.js";

/**
 * 𝕂 = M* D_w S M of one mechanism and one smoother.
 *
 * ```ts
 * const stein = geometries.term("transport", smoothers.kernel(kernels.gaussian(1)));
 * ```
 */
export const term = (mechanism: Mechanism, smoother: Smoother): Geometry => ({
  type: "term",
  mechanism: isNetwork(mechanism) ? mechanism : among("the mechanism of a geometry", mechanism, MECHANISMS),
  smoother,
});
/**
 * factor · 𝕂
 *
 * ```ts
 * const slow = geometries.scaled(0.1, geometries.wasserstein);
 * ```
 */
export const scaled = (factor: number, of: Geometry): Geometry => ({
  type: "scaled",
  factor: nonNegative("the factor of a geometry", factor),
  of,
});
/**
 * Σ 𝕂: the infimal convolution of the metrics. Summands may be spherical.
 *
 * ```ts
 * const both = geometries.sum(geometries.wasserstein, geometries.scaled(0.5, geometries.hellinger));
 * ```
 */
export const sum = (...of: readonly Geometry[]): Geometry => ({ type: "sum", of });
/**
 * 𝕂 - 𝕂1⊗𝕂1/<1,𝕂1>: the metric restricted to fixed mass; nothing to do where 𝕂1 = 0 already.
 *
 * ```ts
 * const replicator = geometries.spherical(geometries.hellinger);
 * ```
 */
export const spherical = (of: Geometry): Geometry => (conservesMass(of) ? of : { type: "spherical", of });
