import type { Integrator } from "../integrator.js";
import type { GradientSystem } from "../../systems/system.js";
import { partGeometry, parts } from "../../systems/geometries/parts.js";
import { sequence } from "./outcome.js";

export type SplittingScheme = "lie" | "strang";

/** One system per part of 𝕂 = Σ parts, in the order of the geometry. */
const pieces = (system: GradientSystem): readonly GradientSystem[] =>
  parts(system.geometry).map(part => ({ ...system, geometry: partGeometry(part) }));

function check(system: GradientSystem, of: readonly Integrator[]): string[] {
  const list = pieces(system);
  if (list.length !== of.length)
    return [`the geometry has ${list.length} terms, and there are ${of.length} integrators`];
  return of.flatMap((integrator, i) => integrator.check(list[i]).map(reason => `${integrator.name}: ${reason}`));
}

/** Index and fraction of dt of the substeps: A(1) B(1), or A(½) B(1) A(½). */
function sweep(n: number, scheme: SplittingScheme): readonly (readonly [number, number])[] {
  const all = Array.from({ length: n }, (_, i) => i);
  if (scheme === "lie") return all.map(i => [i, 1] as const);
  const halves = all.slice(0, -1).map(i => [i, 0.5] as const);
  return [...halves, [n - 1, 1], ...[...halves].reverse()];
}

/** One integrator per summand of the geometry; its order is that of the scheme or of the worst of them. */
export const splitting = (scheme: SplittingScheme, of: readonly Integrator[]): Integrator => ({
  name: "splitting",
  order: Math.min(scheme === "lie" ? 1 : 2, ...of.map(i => i.order)),
  check: system => check(system, of),
  stepper: (system, dt, rng, note) => {
    const list = pieces(system);
    return sequence(sweep(of.length, scheme).map(([i, fraction]) => of[i].stepper(list[i], fraction * dt, rng, note)));
  },
});
