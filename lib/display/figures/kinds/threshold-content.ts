/** What a threshold figure draws: curves for values of the parameter on both sides of it, or against the parameter. */
import type { Series, ThresholdFigure, ThresholdPanel } from "../../../experiments/language/types.generated.js";
import { axisNumbers, familyOf } from "../source.js";
import { markup, parameter } from "../text.js";
import { ticksAt } from "../ticks.js";
import type { GeometryKey, Theme } from "../theme.js";
import type { Source } from "../plotly-figure.js";

/** A curve of one value of the parameter, or of the parameter. */
export interface Curve {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly colour: string;
  /** What it is called in full, and beside others of its kind. */
  readonly name: string;
  readonly brief: string;
}

export interface Content {
  readonly curves: readonly Curve[];
  readonly bounds: readonly Curve[];
  readonly references: readonly Curve[];
  /** Whether the abscissa is the parameter. */
  readonly against: boolean;
}

export const isLog = (panel: ThresholdPanel, axis: "x" | "y"): boolean => panel.logarithmic?.includes(axis) ?? false;
/** Against the parameter, references end at the threshold. */
export const heightsOf = ({ curves, bounds, references, against }: Content, at: number): readonly number[] =>
  [...curves.map(c => c.y), ...bounds.map(c => c.y), ...references.map(c => (against ? upTo(c, at)[1] : c.y))].flat();

export function contentOf(theme: Theme, source: Source, binding: ThresholdFigure, panel: ThresholdPanel): Content {
  const beside = panel.curves.map(series => series.of);
  const drawn = (list: readonly Series[] | undefined): readonly Curve[] =>
    (list ?? []).flatMap((series, i) =>
      membersOf(theme, source, binding, { series, x: panel.x, beside, key: SIDES[i % SIDES.length] }),
    );
  const against =
    panel.x !== "t" && panel.curves.every(series => familyOf(series.of, panel.x, source, beside).dims.length === 0);
  return { curves: drawn(panel.curves), bounds: drawn(panel.bounds), references: drawn(panel.references), against };
}

/** Colours of several quantities against the parameter. */
const SIDES: readonly GeometryKey[] = ["fisher-rao", "wfr", "mmd"];

interface Member {
  readonly series: Series;
  readonly x: string;
  readonly beside: readonly string[];
  /** Its colour where no parameter is left to colour it. */
  readonly key: GeometryKey;
}

function membersOf(
  theme: Theme,
  source: Source,
  binding: ThresholdFigure,
  { series, x, beside, key }: Member,
): readonly Curve[] {
  const family = familyOf(series.of, x, source, beside);
  const own = markup(series.label ?? "");
  if (family.dims.length === 0) {
    return [
      { x: family.x, y: family.members[0].y, colour: theme.geometry[series.geometry ?? key], name: own, brief: own },
    ];
  }
  const dim = family.dims[family.dims.length - 1];
  const values = axisNumbers(dim, source);
  const colour = colouring(theme, values, binding.threshold);
  const word = binding.parameter === undefined ? parameter(dim) : markup(binding.parameter);
  const { values: shown, texts } = ticksAt(family.members.map(({ at }) => values[at[dim]]));
  return family.members.map(({ y }, i) => ({
    x: family.x,
    y,
    colour: colour(shown[i]),
    name: `${word} = ${texts[i]}`,
    brief: texts[i],
  }));
}

/** The nearer to the threshold, the paler. */
function colouring(theme: Theme, values: readonly number[], at: number): (value: number) => string {
  const side = (inside: (v: number) => boolean): readonly number[] =>
    [...new Set(values.filter(inside))].sort((a, b) => Math.abs(a - at) - Math.abs(b - at));
  const [below, above] = [side(v => v < at), side(v => v > at)];
  return value => {
    if (value === at) return theme.ink;
    const [key, kin] = value < at ? (["wasserstein", below] as const) : (["fisher-rao", above] as const);
    return theme.sequence(key, kin.length)[kin.indexOf(value)];
  };
}

/** The part of a curve on this side of the threshold: what belongs to it ends there. */
export function upTo({ x, y }: Curve, at: number): readonly [readonly number[], readonly number[]] {
  const inside = x.flatMap((v, i) => (v <= at ? [i] : []));
  return [inside.map(i => x[i]), inside.map(i => y[i])];
}
