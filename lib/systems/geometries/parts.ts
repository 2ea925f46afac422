import { refuse } from "../../arithmetic/refusal.js";
import { scaled, spherical } from "./combinators.js";
import { conservesMass } from "./conserves.js";
import type { Geometry, Mechanism } from "./geometry.js";
import type { SmootherForm } from "./smoothers/smoother.js";

/** One summand factor · term, possibly spherical: what a splitting or a proximal step handles. */
export interface Part {
  readonly factor: number;
  readonly spherical: boolean;
  readonly term: Geometry & { type: "term" };
}

/**
 * 𝕂 = Σ parts. spherical(A + B) = A + spherical(B) where A1 = 0 (transport, diffusion); two parts that both change mass
 * couple through the projection and cannot be split.
 */
export function parts(geometry: Geometry): readonly Part[] {
  switch (geometry.type) {
    case "term":
      return [{ factor: 1, spherical: false, term: geometry }];
    case "scaled":
      return parts(geometry.of).map(p => ({ ...p, factor: geometry.factor * p.factor }));
    case "sum":
      return geometry.of.flatMap(parts);
    case "spherical": {
      const inner = parts(geometry.of);
      const free = inner.filter(p => !conservesMass(p.term) && !p.spherical);
      if (free.length > 1) refuse("spherical of a sum of two mass-changing parts does not split");
      return inner.map(p => (free.includes(p) ? { ...p, spherical: true } : p));
    }
  }
}

/** The geometry of one part again. */
export const partGeometry = (p: Part): Geometry => {
  const g = scaled(p.factor, p.term);
  return p.spherical ? spherical(g) : g;
};

/** The only part of a geometry, if it is of one of these mechanisms whose smoother has this form. */
export function onlyPart(geometry: Geometry, mechanisms: readonly Mechanism[], form: SmootherForm): Part | undefined {
  const [part, ...others] = parts(geometry);
  const { term } = part;
  return others.length === 0 && mechanisms.includes(term.mechanism) && term.smoother.form === form ? part : undefined;
}
