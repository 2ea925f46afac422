import { lookUp } from "../../arithmetic/lookup.js";
import { type Note, unheard } from "../../arithmetic/notes.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Space } from "../../systems/spaces/space.js";
import { flaws, sentenceOf } from "../evidence.js";
import { resolved } from "./resolution.js";
import { computeDistance, measureFault } from "./registry.js";
import type { Method, Metric, Pair } from "./metric.js";

const STATIC: Method = { name: "static" };
const EXACT: Method = { name: "exact" };
const PROGRAM: Method = { name: "linear-program" };

const QUANTILES: Method = { name: "quantiles", nodes: 1 };

/** In closed form between normal laws, and so between points. */
const exactOr =
  (atPoints: (dim: number) => Method) =>
  ({ space }: Pair): Method =>
    space.support === "density" ? EXACT : atPoints(space.dim);

const onNodes = exactOr(() => STATIC);

/** The most exact method that a space has for a metric. */
const METHODS: { readonly [M in Metric["name"]]: (pair: Pair) => Method } = {
  tv: () => STATIC,
  hellinger: onNodes,
  "spherical-hellinger": onNodes,
  "fisher-rao-gaussian": ({ space }) => (space.dim === 1 ? EXACT : { name: "dynamic", steps: 64 }),
  wasserstein: exactOr(dim => (dim === 1 ? QUANTILES : PROGRAM)),
  "sliced-wasserstein": exactOr(() => QUANTILES),
  "unbalanced-wasserstein": () => PROGRAM,
  mmd: onNodes,
  "de-stein": onNodes,
  "kernel-hellinger": () => STATIC,
  "hellinger-kantorovich": () => PROGRAM,
};

/**
 * d(μ, ν), not squared, by the most exact method there is: for recording along a flow. NaN where the method fails, or a
 * state is no measure, and a note says why.
 *
 * ```ts
 * const space = spaces.gaussian(1);
 * const mu = Float64Array.of(0, 1); // [m | Σ]
 * const nu = Float64Array.of(3, 4);
 * const w2 = distances.distance({ name: "wasserstein", order: 2 }, space, mu, nu); // √(9 + 1)
 * ```
 */
export function distance(metric: Metric, space: Space, mu: Vec, nu: Vec, note: Note = unheard): number {
  const pair = { space, mu, nu };
  const fault = measureFault(pair, metric);
  if (fault !== "") {
    note(metric.name, fault);
    return NaN;
  }
  const found = computeDistance(pair, metric, lookUp(METHODS, metric.name)(pair));
  const { value, failure, notes = {} } = found;
  for (const [subject, sentence] of Object.entries(notes)) note(subject, sentence);
  const blurred = flaws([resolved(found)]);
  if (blurred.length > 0) note(`${metric.name}, resolution`, sentenceOf(blurred));
  if (failure !== undefined) note(metric.name, failure);
  return failure === undefined ? value : NaN;
}
