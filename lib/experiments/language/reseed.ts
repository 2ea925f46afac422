/** The same experiment with other random numbers: what a claim says must not depend on the luck of its seeds. */
import { renumbered } from "./renumbered.js";
import type { Experiment } from "./types.generated.js";

/** Farther apart than the seeds of any one experiment. */
const STRIDE = 100_000;

/**
 * The experiment number `k` of its repetitions: the seed of the experiment, and every seed in it of a run, state,
 * force, data, axis, plus 100 000 k. Seeds that were equal stay equal, others stay different; 0 is the experiment
 * itself.
 */
export function reseed(spec: Experiment, k: number): Experiment {
  const change = (seed: number): number => seed + k * STRIDE;
  const same = (labels: readonly number[], seeds: readonly number[]): boolean => labels.every((v, i) => v === seeds[i]);
  const { spec: other } = renumbered(spec, {
    property: "seed",
    change,
    relabel: (labels, seeds) => (same(labels, seeds) ? labels.map(change) : labels),
  });
  return { ...other, seed: change(spec.seed) };
}
