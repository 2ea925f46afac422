import { gaussianState } from "../../../systems/measures/gaussian-state.js";
import { graphState } from "../../../systems/measures/graph-state.js";
import { cloudOf, particlesOf, particleState } from "../../../systems/measures/particle-state.js";
import { zeros } from "../../../arithmetic/vectors.js";
import { stream } from "../../../arithmetic/random.js";
import type { Note } from "../../../arithmetic/notes.js";
import { within } from "../../../arithmetic/place.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { Cloud } from "../../../systems/measures/cloud.js";
import type { Measure, Space as SpaceSpec } from "../types.generated.js";
import type { Context, Setting } from "./context.js";
import { buildMeasure } from "./measure.js";
import { buildSpace } from "./space.js";

type ParticleSpec = SpaceSpec & { readonly name: "particles" };

/** n particles for a measure; draws of the initial state, of anchors, … come from streams of their own. */
const particles = (
  { n, placement = "independent" }: ParticleSpec,
  measure: Measure,
  context: Context,
  name: string,
): Cloud => {
  const { seed, dim, draws, note } = context;
  const make = (): Cloud => particlesOf(buildMeasure(measure, context), n, placement, stream(seed, name), note);
  return draws ? draws([name, placement, measure, dim, n, seed], make) : make();
};

/** A measure as the atoms that it has, or as n points of it. */
const cloud = (
  { n, placement = "independent" }: ParticleSpec,
  measure: Measure,
  context: Context,
  name: string,
): Cloud => cloudOf(buildMeasure(measure, context), n, placement, stream(context.seed, name));

/**
 * The atoms of the target that stand behind the particles: those of the measure itself, or as many points of it as
 * there are particles.
 */
function anchorsOf(spec: SpaceSpec, target: Measure | undefined, context: Context): Cloud | undefined {
  if (spec.name !== "particles" || spec.anchors !== true) return undefined;
  const measure = target ?? refuse("anchors are atoms of the target, and this energy has none");
  if (buildMeasure(measure, context).kind !== "atoms")
    context.note("anchors", `${spec.n} equal atoms stand for the target, placed as the particles are`);
  return cloud(spec, measure, context, "anchors");
}

/** The space of a spec; `target` is what anchors are taken from. */
export function buildSetting(spec: SpaceSpec, target: Measure | undefined, context: Context): Setting {
  const anchors = anchorsOf(spec, target, context);
  const { space, nodes } = buildSpace(spec, anchors?.weights.length ?? 0);
  if (spec.name === "grid1d")
    context.note("mobility", `${spec.mobility ?? "log"} mean of the densities at the ends of an edge`);
  return { ...context, spec, space, nodes, anchors, points: nodes?.points };
}

const LONGEST = 60;

/** A measure by its words, as the subject of a note. */
function called(measure: Measure): string {
  const words = JSON.stringify(measure)
    .replace(/"|name:/g, "")
    .replace(/[,:]/g, "$& ");
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}

/** Notes on what becomes of a measure: its words, and what is said. */
export const noteOn =
  (measure: Measure, { note }: Context): Note =>
  (subject, sentence) =>
    note(`${called(measure)}, ${subject}`, sentence);

/** What is made of a measure, or a refusal that begins with its words. */
export const madeOf = <T>(measure: Measure, make: () => T): T => within(measure, make, `${called(measure)}: `);

const build = (measure: Measure, setting: Setting, name: string, points: typeof particles): Vec =>
  madeOf(measure, () => {
    const { spec, nodes, anchors } = setting;
    if (nodes) return graphState(buildMeasure(measure, setting), nodes, noteOn(measure, setting));
    if (spec.name !== "particles") return gaussianState(buildMeasure(measure, setting));
    return particleState(points(spec, measure, setting, name), anchors?.points ?? zeros(0), setting.dim);
  });

/** The state u of this space that a measure means, n particles or none; they are drawn from the stream `name`. */
export const buildState = (measure: Measure, setting: Setting, name = "initial"): Vec =>
  build(measure, setting, name, particles);

/** A measure that states of this space are compared with: as `buildState`, but with all atoms that it has. */
export const buildCompared = (measure: Measure, setting: Setting, name = "compared"): Vec =>
  build(measure, setting, name, cloud);

/** The setting in which a median bandwidth means the median distance of the nodes of u. */
export const atState = (setting: Setting, u: Vec): Setting => ({
  ...setting,
  points: setting.nodes?.points ?? movingPoints(setting, u),
});

/** Coordinates of the particles, without the anchors; nothing for Gaussians. */
function movingPoints({ space, anchors }: Setting, u: Vec): Vec | undefined {
  if (space.support !== "atoms") return undefined;
  const points = space.nodes(u);
  return points.slice(0, points.length - (anchors?.points.length ?? 0));
}

/** A measure as atoms: the masses on the nodes of a grid, the anchors, the atoms themselves, or `n` placed points. */
export function buildCloud(measure: Measure, setting: Setting, n: number): Cloud {
  if (setting.nodes) return { points: setting.nodes.points, weights: buildState(measure, setting) };
  if (setting.anchors) return setting.anchors;
  const law = buildMeasure(measure, setting);
  if (law.kind === "atoms" && law.drawn !== true) return law.cloud;
  const onLine = law.kind === "density" && law.cdf !== undefined;
  setting.note("target", `${n} equal atoms stand for the target: ${onLine ? "its quantiles" : "independent draws"}`);
  return cloudOf(law, n, onLine ? "quantiles" : "independent", stream(setting.seed, "target"));
}
