/** Series of a binding as coloured, named curves. */
import type { Series } from "../../experiments/language/types.generated.js";
import { briefName, namedGeometry } from "./geometry.js";
import { geometryChosen, geometryOf } from "./runs.js";
import { axisNumbers, familyOf, labelAt, type Member } from "./source.js";
import { escapeMarkup } from "../markup.js";
import { variable } from "./tex.js";
import { markup, parameter, short, words } from "./text.js";
import type { GeometryKey, Theme } from "./theme.js";
import type { Source } from "./plotly-figure.js";

/** A curve with everything but its dash: a constant has no abscissas. */
export interface Stroke {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly colour: string;
  /** "" where the neighbours' labels tell. */
  readonly label: string;
  /** For narrow panels. */
  readonly brief: string;
}

/** A series before it has colours: several members where dimensions are left. */
interface Bundle {
  readonly key: GeometryKey | "ink";
  readonly name: string;
  readonly brief: string;
  readonly x: readonly number[];
  readonly dims: readonly string[];
  readonly members: readonly Member[];
}

export interface Abscissa {
  readonly dim: string;
  /** The dimension that colours; default the last one left. */
  readonly by?: string | undefined;
  /** Formulas whose runs say what `t` means where a series mentions none. */
  readonly beside?: readonly string[];
}

/** All curves of a list of series. */
export function strokesOf(
  theme: Theme,
  source: Source,
  list: readonly Series[],
  { dim, by, beside }: Abscissa,
): readonly Stroke[] {
  const bundles = told(
    source,
    list,
    list.map(series => bundleOf(source, series, dim, beside)),
  );
  const single = bundles.map(bundle => bundle.members.length === 1);
  const fans = new Set(bundles.filter((_, i) => !single[i]).map(({ name }) => name));
  return bundles.flatMap((bundle, i) => {
    if (!single[i]) return fan(theme, source, bundle, by, fans.size > 1);
    const kin = bundles.filter((other, j) => single[j] && other.key === bundle.key);
    const colours = theme.sequence(bundle.key, kin.length);
    return [
      {
        x: bundle.x,
        y: bundle.members[0].y,
        label: bundle.name,
        brief: bundle.brief,
        colour: colours[kin.length - 1 - kin.indexOf(bundle)],
      },
    ];
  });
}

/** Two runs of one geometry have two names. */
function told(source: Source, list: readonly Series[], bundles: readonly Bundle[]): readonly Bundle[] {
  const own = (i: number): string => {
    const run = runOf(source, list[i].of);
    return run === undefined ? escapeMarkup(list[i].of) : words(run);
  };
  return bundles.map((bundle, i) =>
    list[i].label === undefined && bundles.some((other, j) => j !== i && other.name === bundle.name)
      ? { ...bundle, name: `${bundle.name}, ${own(i)}`, brief: own(i) }
      : bundle,
  );
}

function bundleOf(source: Source, series: Series, dim: string, beside: readonly string[] | undefined): Bundle {
  const { x, dims, members } = familyOf(series.of, dim, source, beside);
  const run = runOf(source, series.of);
  const geometry = run === undefined ? undefined : geometryOf(source, run);
  const named = geometry === undefined ? undefined : namedGeometry(geometry);
  const own = series.label === undefined ? undefined : markup(series.label);
  const fallback = run === undefined ? escapeMarkup(series.of) : words(run);
  return {
    key: series.geometry ?? named?.key ?? "ink",
    name: own ?? named?.name ?? fallback,
    brief: own ?? (named === undefined ? fallback : briefName(named)),
    x,
    dims,
    members,
  };
}

/** The first run that a formula or a named quantity mentions. */
export function runOf(source: Source, formula: string): string | undefined {
  const spelled = formula.replace(/[A-Za-z]\w*/g, name => source.result.spec.quantities?.[name] ?? name);
  return [...spelled.matchAll(/([A-Za-z]\w*)\s*\./g)].map(m => m[1]).find(name => name in source.result.runs);
}

/**
 * The members of one series: an ordered colour along one dimension, the others together. Where there are several
 * series, members have the name of theirs too.
 */
function fan(
  theme: Theme,
  source: Source,
  bundle: Bundle,
  by: string | undefined,
  several: boolean,
): readonly Stroke[] {
  const sizeOf = (d: string): number => 1 + Math.max(...bundle.members.map(member => member.at[d]));
  const varied = bundle.dims.filter(d => sizeOf(d) > 1);
  const dim = by !== undefined && bundle.dims.includes(by) ? by : varied[varied.length - 1];
  if (dim === PARTICLE) return crowd(theme, bundle);
  const count = sizeOf(dim);
  const colours = theme.sequence(bundle.key, count);
  const seen = new Set<number>();
  return bundle.members.map(member => {
    const i = member.at[dim];
    const named = !seen.has(i) && !isSeeds(source, dim);
    seen.add(i);
    const own = named ? memberLabel(source, dim, i) : "";
    const label = named && several ? `${bundle.name}, ${own}` : own;
    return { x: bundle.x, y: member.y, colour: colours[i], label, brief: own };
  });
}

/** Particles have no names: their curves have one colour, and the name of all stands at the end in the middle. */
function crowd(theme: Theme, { key, name, brief, x, members }: Bundle): readonly Stroke[] {
  const [colour] = theme.sequence(key, 1);
  const ends = members.map(({ y }) => y[y.length - 1]);
  const middle = [...ends.keys()].sort((i, j) => ends[i] - ends[j])[Math.floor(ends.length / 2)];
  return members.map(({ y }, i) => ({
    x,
    y,
    colour,
    ...(i === middle ? { label: name, brief } : { label: "", brief: "" }),
  }));
}

/** The dimension whose members have no names of their own. */
export const PARTICLE = "particle";

/** A name in the letters of a keyboard: L2, H-1. */
const typed = (name: string): string => name.normalize("NFKC").replace(/[–−]/g, "-");

/** "λ = 0.1", or the label of a choice as it is written; one that spells the name of its geometry is set as that. */
export function memberLabel(source: Source, dim: string, i: number): string {
  const label = labelAt(dim, i, source);
  // t itself is the dimension of what is recorded, so that an axis of times is called otherwise
  const name = dim === "time" ? variable("t") : parameter(dim);
  if (label === undefined) return `${name} = ${short(axisNumbers(dim, source)[i] ?? i + 1)}`;
  const geometry = geometryChosen(source, dim, i);
  const set = geometry && namedGeometry(geometry).name;
  return markup(set !== undefined && typed(set) === typed(label) ? set : label);
}

const isSeeds = (source: Source, dim: string): boolean => source.result.spec.axes?.[dim]?.axis === "seeds";
