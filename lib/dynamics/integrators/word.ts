import type { Kernel } from "../../compute/kernel-form.js";
import type { Table } from "../../systems/measures/data/table.js";
import type { GradientSystem } from "../../systems/system.js";
import { type Definition, type Properties, type Reference, type Word, word } from "../../systems/word.js";
import type { Integrator } from "../integrator.js";

/** What builders of integrators may ask for. */
export interface IntegratorContext {
  kernel(spec: Reference): Kernel;
  /** Rows of numbers. */
  table(data: Reference): Table;
  /** An integrator that another is made of. */
  integrator(spec: Reference): Integrator;
}

/** An integrator as a word of the language, and the sample of it that the catalogue tries on a system. */
export interface IntegratorWord extends Word<IntegratorContext, Integrator> {
  on(system: GradientSystem): Integrator;
}

export const integratorWord = <const P extends Properties>({
  on,
  ...definition
}: Omit<Definition<P, IntegratorContext, Integrator>, "samples"> & Pick<IntegratorWord, "on">): IntegratorWord => ({
  ...word<P, IntegratorContext, Integrator>({ ...definition, samples: [] }),
  on,
});
