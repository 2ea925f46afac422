/** Distances between states of one space, by every method that is known for them. */
export { distance } from "./distance.js";
export type { Distance, Method, Metric } from "./metric.js";
export { computeDistance } from "./registry.js";
