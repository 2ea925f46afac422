/**
 * Geodesics: in closed form, by the geodesic equations from a state and a covector, or by shooting between two states.
 */
export { exactGeodesic } from "./closed-form.js";
export type { Curve, CurveState, SampledCurve } from "./curve.js";
export { evolve, type EvolveOptions } from "./evolve.js";
export { type NoiseToTarget, noiseToTarget } from "./noise-to-target.js";
export { shoot } from "./shooting.js";
