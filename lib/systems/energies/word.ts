import type { Note } from "../../arithmetic/notes.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../../compute/kernel-form.js";
import type { Cloud, Potential } from "../measures/cloud.js";
import type { Table } from "../measures/data/table.js";
import type { Density, Law } from "../measures/measure.js";
import type { Space } from "../spaces/space.js";
import { type Definition, type Properties, type Reference, type Word, word } from "../word.js";
import type { Energy } from "./energy.js";

/** An energy that compares with a law. */
export type Divergence = (space: Space, law: Law, note: Note) => Energy;

/** What builders of energies may ask for. */
export interface EnergyContext {
  readonly space: Space;
  /** For what is worth knowing beside numbers. */
  readonly note: Note;
  /** The divergence from a measure; notes and refusals begin with its words. */
  against(measure: Reference, divergence: Divergence): Energy;
  /** A measure as atoms: on the nodes of a grid, at the anchors, its own, or placed points. */
  cloud(measure: Reference): Cloud;
  /** A measure as a density, where it is one and no atoms are asked for. */
  density(measure: Reference): Density | undefined;
  kernel(spec: Reference): Kernel;
  potential(spec: Reference): Potential;
  /** The function of x that a formula writes. */
  formula(text: string): (x: Vec) => number;
  /** Rows of numbers, with responses where there are some. */
  table(data: Reference): Table;
  /** An energy that another is made of. */
  energy(spec: Reference): Energy;
}

/** What the catalogue and the property tests hold an energy against: a space, and what can be had on it. */
export interface EnergyGround {
  readonly space: Space;
  readonly kernel: Kernel;
  /** V(x) = ½|x|² + ¼ x_1⁴ */
  readonly V: Potential;
  /** Masses on the nodes, or a normal law [m | Σ]; absent where the space has none. */
  readonly target?: Vec;
  readonly cloud?: Cloud;
}

/** An energy as a word of the language, and the sample of it on a space, or its refusal there. */
export interface EnergyWord extends Word<EnergyContext, Energy> {
  on(ground: EnergyGround): Energy;
}

export const energyWord = <const P extends Properties>({
  on,
  ...definition
}: Omit<Definition<P, EnergyContext, Energy>, "samples"> & Pick<EnergyWord, "on">): EnergyWord => ({
  ...word<P, EnergyContext, Energy>({ ...definition, samples: [] }),
  on,
});

export { KERNEL } from "../word.js";

/** π as most energies have it. */
export const TARGET = {
  description: "The target pi, minimiser of the energy.",
  $ref: "measure.schema.json",
} as const;
