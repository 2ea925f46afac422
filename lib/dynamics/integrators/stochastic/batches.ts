import { keptLast } from "../../../arithmetic/kept-last.js";
import type { Memory } from "../../../arithmetic/memory.js";
import type { Rng } from "../../../arithmetic/random.js";
import { whole } from "../../../arithmetic/range.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { fill } from "../../../arithmetic/vectors.js";
import { kernelGradientSum, kernelSum } from "../../../compute/index.js";
import type { EnergyForm } from "../../../systems/energies/energy.js";
import type { Cloud } from "../../../systems/measures/cloud.js";
import type { Table } from "../../../systems/measures/data/table.js";
import type { Space } from "../../../systems/spaces/space.js";
import { readerOf } from "./noise.js";

/** The points of the target that one step sees. */
export interface Batches {
  /** How many; default: the whole target, in every step. */
  readonly batch?: number;
  /** They themselves, `batch` rows a step; default: drawn without replacement from the points of the target. */
  readonly batches?: Table;
}

/** 𝒦π and its gradient, as a step sees π. */
interface Attraction {
  value(x: Vec): Vec;
  gradient(x: Vec): Vec;
}

type HalfMmd2 = Extract<EnergyForm, { type: "half-mmd2" }>;

/** The same batches, if their number makes sense. */
export function checkedBatches<B extends Batches>(options: B): B {
  const { batch, batches } = options;
  if (batch !== undefined) whole("the number of target points of a step, `batch`,", batch, 1);
  else if (batches) refuse("`batches` gives the target's points of every step: say by `batch` how many a step takes");
  return options;
}

/** Why batches do not fit a target; [] if they do. */
export function batchRefusals({ batch, batches }: Batches, { target }: HalfMmd2, { dim }: Space): readonly string[] {
  if (batch === undefined) return [];
  if (batches)
    return batches.dim === dim ? [] : [`\`batches\` has ${batches.dim} columns, and the particles ${dim} coordinates`];
  if (!target) return ["a batch is of the points of the target, and 𝒦π is a closed form here: take a sample (`drawn`)"];
  const count = target.weights.length;
  return batch <= count ? [] : [`a batch of ${batch} is more than the ${count} points of the target`];
}

/** m of the points by the first m steps of a shuffle; their weights are scaled, so that the mean over draws is π. */
function drawn({ points, weights }: Cloud, m: number, dim: number, rng: Rng): Cloud {
  const left = Int32Array.from(weights.keys());
  for (let k = 0; k < m; k++) {
    const other = k + Math.floor(rng.uniform() * (left.length - k));
    [left[k], left[other]] = [left[other], left[k]];
  }
  const chosen = left.subarray(0, m);
  return {
    points: new Float64Array(m * dim).map((_, i) => points[chosen[Math.floor(i / dim)] * dim + (i % dim)]),
    weights: Float64Array.from(chosen, j => (weights.length / m) * weights[j]),
  };
}

/**
 * What a step sees of the target: call it once a step. Without batches values come with the gradients where they can.
 */
export function attractions(
  { batch, batches }: Batches,
  { kernel, embedding, target }: HalfMmd2,
  { dim }: Space,
  rng: Rng,
  memory: Memory,
): () => Attraction {
  if (batch === undefined) {
    const both = keptLast((x: Vec) => embedding.field?.(x));
    const all: Attraction = {
      value: x => both(x)?.value ?? embedding.value(x),
      gradient: x => both(x)?.gradient ?? embedding.gradient(x),
    };
    return () => all;
  }
  const next = batches && readerOf("the target's points", batches, memory);
  return () => {
    const { points, weights } = next
      ? { points: new Float64Array(batch * dim).map(next), weights: fill(batch, 1 / batch) }
      : drawn(target!, batch, dim, rng);
    return {
      value: x => kernelSum(kernel, x, points, dim, weights),
      gradient: x => kernelGradientSum(kernel, x, points, dim, weights),
    };
  };
}

/** Batches in the language. */
export const BATCHES = {
  batch: {
    description:
      "Points of the target that a step sees, drawn anew in every step without replacement; default: all of them.",
    optional: true,
    type: "integer",
    minimum: 1,
  },
  batches: {
    description: "The points themselves, `batch` rows a step, in this order; default: drawn from the target.",
    optional: true,
    $ref: "data.schema.json",
  },
} as const;
