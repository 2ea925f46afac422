import type { Vec } from "./vec.js";

/** Negative masses down to this part of the total are rounding errors of masses that are 0. */
const ROUNDING = 1e-12;

/** The least mass that a measure of these masses may have: 0, up to rounding; what is no number counts as 0. */
export const leastMass = (masses: Vec): number => -ROUNDING * masses.reduce((s, m) => s + (Math.abs(m) || 0), 0);
