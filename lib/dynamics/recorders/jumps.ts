import { type Recorder, series } from "./recorder.js";

/**
 * How often an event of a jump process has happened up to t; 0 where nothing jumps.
 *
 * ```ts
 * const record = [recorders.count("deaths")];
 * ```
 */
export const count = (event: "births" | "deaths"): Recorder =>
  series("count", (_system, { counts = {} }) => counts[event] ?? 0);

/**
 * Number of particles that sit where an earlier one sits: what copying leaves behind until they move apart.
 *
 * ```ts
 * const record = [recorders.duplicates];
 * ```
 */
export const duplicates: Recorder = series("duplicates", ({ space: { nodes, dim } }, { u }) => {
  const x = nodes(u);
  const places = new Set(Array.from({ length: x.length / dim }, (_, i) => x.slice(i * dim, (i + 1) * dim).join()));
  return x.length / dim - places.size;
});
