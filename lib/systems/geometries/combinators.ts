import type { Geometry, Mechanism } from "./geometry.js";
import type { Smoother } from "./smoothers/smoother.js";
import { conservesMass } from "./conserves.js";

export const term = (mechanism: Mechanism, smoother: Smoother): Geometry => ({ type: "term", mechanism, smoother });
/** factor · 𝕂 */
export const scaled = (factor: number, of: Geometry): Geometry => ({ type: "scaled", factor, of });
/** Σ 𝕂: the infimal convolution of the metrics. Summands may be spherical. */
export const sum = (...of: readonly Geometry[]): Geometry => ({ type: "sum", of });
/** 𝕂 - 𝕂1⊗𝕂1/<1,𝕂1>: the metric restricted to fixed mass; nothing to do where 𝕂1 = 0 already. */
export const spherical = (of: Geometry): Geometry => (conservesMass(of) ? of : { type: "spherical", of });
