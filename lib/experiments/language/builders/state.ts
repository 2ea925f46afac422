import { gaussianState } from "../../../systems/measures/gaussian-state.js";
import { graphState } from "../../../systems/measures/graph-state.js";
import { particleState, pointsOf } from "../../../systems/measures/particle-state.js";
import { zeros } from "../../../arithmetic/vectors.js";
import { stream } from "../../../arithmetic/random.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { Cloud } from "../../../systems/measures/cloud.js";
import type { Measure, Space as SpaceSpec } from "../types.generated.js";
import type { Context, Setting } from "./context.js";
import { buildMeasure } from "./measure.js";
import { buildSpace } from "./space.js";

/** Draws of the initial state, of anchors, … come from streams of their own. */
const drawn = (spec: SpaceSpec & { name: "particles" }, measure: Measure, context: Context, name: string): Cloud =>
  pointsOf(buildMeasure(measure, context), spec.n, spec.placement ?? "independent", stream(context.seed, name));

/**
 * The atoms of the target that stand behind the particles: those of the measure itself, or as many points of it as
 * there are particles.
 */
function anchorsOf(spec: SpaceSpec, target: Measure | undefined, context: Context): Cloud | undefined {
  if (spec.name !== "particles" || spec.anchors !== true) return undefined;
  const measure = target ?? refuse("anchors are atoms of the target, and this energy has none");
  const law = buildMeasure(measure, context);
  if (law.kind === "atoms") return law.cloud;
  context.note("anchors", `${spec.n} equal atoms stand for the target, placed as the particles are`);
  return drawn(spec, measure, context, "anchors");
}

/** The space of a spec; `target` is what anchors are taken from. */
export function buildSetting(spec: SpaceSpec, target: Measure | undefined, context: Context): Setting {
  const anchors = anchorsOf(spec, target, context);
  const { space, nodes } = buildSpace(spec, anchors?.weights.length ?? 0);
  if (spec.name === "grid1d")
    context.note("mobility", `${spec.mobility ?? "log"} mean of the densities at the ends of an edge`);
  return { ...context, spec, space, nodes, anchors, points: nodes?.points };
}

/** The state u of this space that a measure means; particles are drawn from the stream `name`. */
export function buildState(measure: Measure, setting: Setting, name = "initial"): Vec {
  const { spec, nodes, anchors } = setting;
  if (nodes) return graphState(buildMeasure(measure, setting), nodes);
  if (spec.name !== "particles") return gaussianState(buildMeasure(measure, setting));
  return particleState(drawn(spec, measure, setting, name), anchors?.points ?? zeros(0), setting.dim);
}

/** The setting in which a median bandwidth means the median distance of the nodes of u. */
export const atState = (setting: Setting, u: Vec): Setting => ({
  ...setting,
  points: setting.nodes?.points ?? movingPoints(setting, u),
});

/** Coordinates of the particles, without the anchors; nothing for Gaussians. */
const movingPoints = ({ spec, dim }: Setting, u: Vec): Vec | undefined =>
  spec.name === "particles" ? u.slice(0, spec.n * dim) : undefined;

/** A measure as atoms: the masses on the nodes of a grid, the anchors, the atoms themselves, or `n` placed points. */
export function buildCloud(measure: Measure, setting: Setting, n: number): Cloud {
  if (setting.nodes) return { points: setting.nodes.points, weights: buildState(measure, setting) };
  if (setting.anchors) return setting.anchors;
  const law = buildMeasure(measure, setting);
  if (law.kind === "atoms") return law.cloud;
  const onLine = law.kind === "density" && law.cdf !== undefined;
  setting.note("target", `${n} equal atoms stand for the target: ${onLine ? "its quantiles" : "independent draws"}`);
  return pointsOf(law, n, onLine ? "quantiles" : "independent", stream(setting.seed, "target"));
}
