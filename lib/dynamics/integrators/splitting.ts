import { among } from "../../arithmetic/lookup.js";
import { type Admission, admitted, refused, unless } from "../../arithmetic/admission.js";
import { partGeometry, parts } from "../../systems/geometries/parts.js";
import type { GradientSystem } from "../../systems/system.js";
import type { Integrator, Stepper } from "../integrator.js";
import { langevin } from "./stochastic/langevin.js";
import { sequence } from "./outcome.js";
import { rk4 } from "./explicit/runge-kutta.js";
import { integratorWord, type IntegratorWord } from "./word.js";

const SCHEMES = ["lie", "strang"] as const;
export type SplittingScheme = (typeof SCHEMES)[number];

/** One system per part of 𝕂 = Σ parts, in the order of the geometry. */
const pieces = (system: GradientSystem): readonly GradientSystem[] =>
  parts(system.geometry).map(part => ({ ...system, geometry: partGeometry(part) }));

/** The stepper of every part by its integrator. */
function admissible(system: GradientSystem, of: readonly Integrator[]): Admission<readonly Stepper[]> {
  const list = pieces(system);
  if (list.length !== of.length)
    return refused(`the geometry has ${list.length} terms, and there are ${of.length} integrators`);
  const all = of.map((integrator, i) => integrator.admit(list[i]));
  const reasons = all.flatMap((one, i) => (one.reasons ?? []).map(reason => `${of[i].name}: ${reason}`));
  return unless(
    reasons,
    all.flatMap(({ prepared }) => (prepared ? [prepared] : [])),
  );
}

/** Index and fraction of dt of the substeps: A(1) B(1), or A(½) B(1) A(½). */
function sweep(n: number, scheme: SplittingScheme): readonly (readonly [number, number])[] {
  const all = Array.from({ length: n }, (_, i) => i);
  if (scheme === "lie") return all.map(i => [i, 1] as const);
  const halves = all.slice(0, -1).map(i => [i, 0.5] as const);
  return [...halves, [n - 1, 1], ...[...halves].reverse()];
}

/**
 * One integrator per summand of the geometry; its order is that of the scheme or of the worst of them.
 *
 * ```ts
 * const strang = integrators.splitting("strang", [integrators.langevin, integrators.rk4]);
 * ```
 */
export const splitting = (scheme: SplittingScheme, of: readonly Integrator[]): Integrator => ({
  name: "splitting",
  order: Math.min(among("the scheme of `splitting`", scheme, SCHEMES) === "lie" ? 1 : 2, ...of.map(i => i.order)),
  ...(of.some(i => i.inertial) && { inertial: true }),
  ...(of.some(i => i.excess) && {
    excess: z => Math.max(...sweep(of.length, scheme).map(([i, fraction]) => of[i].excess?.(fraction * z) ?? 0)),
  }),
  ...(of.some(i => i.learned) && { learned: true }),
  ...(of.some(i => i.drift) && {
    drift: splitting(
      scheme,
      of.map(i => i.drift ?? i),
    ),
  }),
  admit: system => {
    const { prepared: steppers, reasons } = admissible(system, of);
    if (!steppers) return refused(...reasons);
    return admitted((dt, ...how) =>
      sequence(sweep(of.length, scheme).map(([i, fraction]) => steppers[i](fraction * dt, ...how))),
    );
  },
});

/** Langevin where it fits (a part with log u of a point cloud), else RK4. */
const forPart = (system: GradientSystem): Integrator =>
  rk4.admit(system).reasons && langevin.admit(system).prepared ? langevin : rk4;

export const splittingWord: IntegratorWord = integratorWord({
  name: "splitting",
  description: "One integrator per term of a sum geometry, one after the other.",
  properties: {
    scheme: { description: "Lie (order 1) or Strang (order 2).", enum: ["lie", "strang"] },
    of: {
      description: "Integrators of the terms, in their order.",
      type: "array",
      items: { $ref: "integrator.schema.json" },
      minItems: 2,
    },
  },
  build: ({ scheme, of }, { integrator }) => splitting(scheme, of.map(integrator)),
  on: system => splitting("strang", pieces(system).map(forPart)),
});
