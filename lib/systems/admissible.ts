import { type Geometry, mechanismName } from "./geometries/geometry.js";
import type { Space } from "./spaces/space.js";
import { type GradientSystem, termRefusal } from "./system.js";
import { temperatureOf } from "./energies/combinations.js";
import { leaves, type Term } from "./geometries/terms.js";

const said = (space: Space, { mechanism, smoother }: Term, reason: string): string =>
  `${mechanismName(mechanism)} × ${smoother.name} on ${space.name}: ${reason}`;

const unique = (reasons: readonly string[]): readonly string[] => [...new Set(reasons)];

/** Why this geometry makes no sense on this space, term by term; [] if it does. */
export const geometryRefusals = (space: Space, geometry: Geometry): readonly string[] =>
  unique(
    leaves(geometry).flatMap(({ term }) => {
      const conditional = term.smoother.kernel?.definiteness === "conditional";
      const reason = termRefusal(space, term.mechanism, term.smoother) || (conditional ? CONDITIONAL : "");
      return reason ? [said(space, term, reason)] : [];
    }),
  );

const CONDITIONAL =
  "a smoother needs a positive definite kernel, and this one is so on equal masses only: " +
  "take a Laplace or Matérn kernel";
const GROWTH =
  "log u at the particles, which a point cloud does not know: " +
  "take a finite set, a grid, Gaussians, or birth-death with a density estimate";

/** Whether ξ contains τ log u of a point cloud, which its atoms do not know. */
export const needsUnknownLog = ({ space, energy }: Pick<GradientSystem, "space" | "energy">): boolean =>
  space.support === "atoms" && temperatureOf(energy.form) !== 0;

/**
 * Why τ log u of a point cloud cannot be used by this geometry; [] if it can, by parts. Langevin noise needs none of
 * this.
 */
export function logRefusals(system: GradientSystem): readonly string[] {
  if (!needsUnknownLog(system)) return [];
  const { space, geometry } = system;
  return unique(
    leaves(geometry).flatMap(({ term }) => {
      const reason = term.mechanism === "transport" ? term.smoother.logRefusal : GROWTH;
      return reason ? [said(space, term, reason)] : [];
    }),
  );
}

/**
 * All reasons why u̇ = -𝕂(u) DF(u) is refused; [] if it makes sense. An integrator adds its own.
 *
 * ```ts
 * const space = spaces.particles({ n: 200, dim: 2 });
 * const reasons = systemRefusals({ space, energy: energies.entropy(space, 1), geometry: geometries.hellinger });
 * ```
 */
export const systemRefusals = (system: GradientSystem): readonly string[] => [
  ...geometryRefusals(system.space, system.geometry),
  ...logRefusals(system),
];
