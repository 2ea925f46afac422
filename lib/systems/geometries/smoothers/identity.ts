import type { Vec } from "../../../arithmetic/vec.js";
import type { Block, Force, Unit } from "../carrier.js";
import type { Smoother } from "./smoother.js";
import { smootherWord, type SmootherWord } from "./word.js";
import { dot } from "../../../arithmetic/vectors.js";
import { scaleRows } from "../../../arithmetic/columns.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { supported, weightedNorm } from "./support.js";
import { weightsOf } from "./weights.js";

const logRefusal =
  "∇log u of a point cloud: take a kernel or ridge smoother, or the Langevin integrator, whose noise it is";

const field = (_block: Block, { values, temperature }: Force): Vec => (temperature === 0 ? values : refuse(logRefusal));
const flux = (block: Block, force: Force): Vec => scaleRows(weightsOf(block), field(block, force), block.columns);

/** ½ Σ j²/w */
function primal(block: Block, part: Vec, unit: Unit): number {
  const s = supported(block, part, unit);
  return s ? 0.5 * weightedNorm(s) : Infinity;
}

/** Σ w f², without what has no mass. */
function dissipation(block: Block, force: Force): number {
  const j = flux(block, force);
  return dot(
    force.values.map((f, i) => (j[i] === 0 ? 0 : f)),
    j,
  );
}

/**
 * S = 1.
 *
 * ```ts
 * const wasserstein = geometries.term("transport", smoothers.identity);
 * ```
 */
export const identity: Smoother = {
  name: "identity",
  form: "identity",
  symmetric: true,
  spectral: true,
  conserves: false,
  weightless: false,
  local: false,
  weightSlope: f => 0.5 * f * f,
  logRefusal,
  field,
  flux,
  primal,
  dissipation,
};

export const identityWord: SmootherWord = smootherWord({
  name: "identity",
  description: "No smoothing: f(s) = 1.",
  properties: {},
  build: () => identity,
  samples: [{}],
});
