import { pow } from "../../../arithmetic/functions.js";
import { nonNegative } from "../../../arithmetic/range.js";
import type { Memory } from "../../../arithmetic/memory.js";
import type { Rng } from "../../../arithmetic/random.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { tabulate } from "../../../arithmetic/vectors.js";
import type { Table } from "../../../systems/measures/data/table.js";
import type { Space } from "../../../systems/spaces/space.js";

/** How the points where a force is evaluated are perturbed: X + σ(t) N. */
export interface Noise {
  /** σ(t) = level (1 + t)^(-decay) for t < until, else 0; default decay 0 and until Infinity. */
  readonly level: number;
  readonly until?: number;
  readonly decay?: number;
  /**
   * Also the particles that exert the force are perturbed, as in the published code; default: the point of evaluation.
   */
  readonly everywhere?: boolean;
  /** N, one row per particle, step after step; default: drawn. */
  readonly given?: Table;
}

/** The same noise, if its numbers make sense. */
export function checkedNoise({
  level,
  until = Infinity,
  decay = 0,
  everywhere = false,
  given,
}: Noise): Required<Omit<Noise, "given">> & Pick<Noise, "given"> {
  nonNegative("the level of noise", level);
  if (until !== Infinity) nonNegative("`until`, the time when the noise ends,", until);
  nonNegative("the decay of noise", decay);
  return { level, until, decay, everywhere, given };
}

/** Why given noise does not fit the particles of a space; [] if it does. */
export const noiseRefusals = ({ given }: Noise, space: Space): readonly string[] =>
  given && given.dim !== space.dim
    ? [`the noise has ${given.dim} columns, and the particles ${space.dim} coordinates`]
    : [];

/** Numbers of a table one after the other, whatever steps they are read in. */
export function readerOf(what: string, { points }: Table, memory: Memory): () => number {
  const at = memory.cell(0);
  return () =>
    at.value < points.length
      ? points[at.value++]
      : refuse(`${what} that were given are used up: give as many rows as all steps take, or take fewer steps`);
}

/** (u, t) -> the coordinates of the moving particles, perturbed; made once for a run. */
export function perturbed(noise: Noise, space: Space, rng: Rng, memory: Memory): (u: Vec, t: number) => Vec {
  const { level, until, decay, given } = checkedNoise(noise);
  const next = given ? readerOf("the numbers of noise", given, memory) : () => rng.normal();
  return (u, t) => {
    const sigma = t < until ? level * (decay === 0 ? 1 : pow(1 + t, -decay)) : 0;
    return tabulate(space.moving, i => u[i] + (sigma > 0 ? sigma * next() : 0));
  };
}

/** Noise in the language. */
export const NOISE = {
  until: { description: "Time when the noise is switched off.", optional: true, type: "number", minimum: 0 },
  decay: {
    description: "p >= 0 of the schedule level (1 + t)^(-p); default 0: constant.",
    optional: true,
    type: "number",
    minimum: 0,
  },
  everywhere: {
    description:
      "Perturb all particles, also where they exert the force (as in the published code); default: where it is evaluated.",
    optional: true,
    type: "boolean",
  },
  noise: {
    description:
      "The standard noise itself, a row for each moving particle and step, in this order; default: from the seed.",
    optional: true,
    $ref: "data.schema.json",
  },
} as const;
