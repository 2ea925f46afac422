import { energiesOn, type EnergySample } from "./energies.js";
import { geometriesWith } from "./geometries.js";
import { integratorRefusals } from "./integrators.js";
import { SPACES, type SpaceSample } from "./spaces.js";
import { geometryRefusals } from "../../systems/admissible.js";

/** One combination: why it is refused ([] if it is not), and for each integrator why that one is ("" if it is not). */
export interface CatalogueEntry {
  readonly space: string;
  readonly energy: string;
  readonly geometry: string;
  readonly refusals: readonly string[];
  readonly integrators: Readonly<Record<string, string>>;
}

/** The first sample of every space. */
const representatives = (): readonly SpaceSample[] =>
  SPACES.filter((s, i) => SPACES.findIndex(t => t.space.name === s.space.name) === i);

function entry(sample: SpaceSample, energy: EnergySample, name: string): CatalogueEntry {
  const { space, kernel } = sample;
  const geometry = geometriesWith(kernel)[name];
  const words = { space: space.name, energy: energy.name, geometry: name };
  const refusals = [...("refusal" in energy ? [energy.refusal] : []), ...geometryRefusals(space, geometry)];
  if ("refusal" in energy || refusals.length > 0) return { ...words, refusals, integrators: {} };
  return { ...words, refusals, integrators: integratorRefusals({ space, energy: energy.energy, geometry }) };
}

/**
 * Every space × energy × geometry, with the integrators that admit it and the reasons of all refusals.
 *
 * ```ts
 * const admitted = catalogue().filter(({ refusals }) => refusals.length === 0);
 * ```
 */
export const catalogue = (): readonly CatalogueEntry[] =>
  representatives().flatMap(sample =>
    energiesOn(sample).flatMap(energy =>
      Object.keys(geometriesWith(sample.kernel)).map(name => entry(sample, energy, name)),
    ),
  );
