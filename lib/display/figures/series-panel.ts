/** The panel that most figures have: named curves over one abscissa, bounds dashed, limits dotted. */
import type { Series } from "../../experiments/language/types.generated.js";
import { emptyNotice, frame, type Axis, type Box, type Panel } from "./canvas.js";
import { clippedCurve, type Points } from "./clip.js";
import { endLabels, type EndLabel } from "./marks/end-labels.js";
import { band, dots, line } from "./marks/lines.js";
import { isBell, overTops, topLabels } from "./marks/top-labels.js";
import { abscissaOf, canBeLogarithmic, ordinateOf } from "./scale.js";
import { strokesOf, type Stroke } from "./strokes.js";
import { bold, roughWidth } from "./text.js";
import { DASH, SIZE, WIDTH, type Theme } from "./theme.js";
import type { Part, Source } from "./plotly-figure.js";

export interface Content {
  readonly solid: readonly Stroke[];
  readonly bounds: readonly Stroke[];
  readonly references: readonly Stroke[];
}

export interface Scale {
  readonly log: boolean;
  readonly title?: string;
}

export interface PanelSpec {
  readonly id: number;
  /** The box with the names at the right ends of the curves. */
  readonly box: Box;
  /** `names` are the points 1, 2, … of an axis of choices. */
  readonly x: Scale & { readonly names?: readonly string[] | undefined };
  readonly y: Scale & { readonly outdent: number };
  readonly content: Content;
  /** What the ordinate holds beside the content: the curves of panels that share it. */
  readonly beside?: readonly number[];
  /** Few points are shown as dots too. */
  readonly marked?: boolean;
  /** How solid strokes are drawn; default: as curves. */
  readonly mark?: (panel: Panel, stroke: Stroke, i: number) => readonly Part[];
}

export interface Drawn {
  readonly panel: Panel;
  readonly parts: readonly Part[];
}

const MOST_DOTS = 24;
/** Panels beside others, px. */
const NARROW = 330;

/** Bounds and references of a whole fan have the colours of its curves, and no names of their own. */
export function contentOf(
  theme: Theme,
  source: Source,
  dim: string,
  lists: {
    readonly solid: readonly Series[];
    readonly bounds?: readonly Series[] | undefined;
    readonly references?: readonly Series[] | undefined;
  },
  by?: string,
): Content {
  const over = { dim, by, beside: lists.solid.map(series => series.of) };
  const [solid, bounds, references] = [lists.solid, lists.bounds, lists.references].map(list =>
    strokesOf(theme, source, list ?? [], over),
  );
  const paired = bounds.length === solid.length;
  return {
    solid,
    bounds: bounds.map((s, i) => ({
      ...s,
      colour: paired ? solid[i].colour : theme.muted,
      ...named(s, hasWords(lists.bounds, bounds)),
    })),
    references: references.map(s => ({ ...s, colour: theme.ink, ...named(s, hasWords(lists.references, references)) })),
  };
}

const named = ({ label, brief }: Stroke, shown: boolean): Pick<Stroke, "label" | "brief"> =>
  shown ? { label, brief } : { label: "", brief: "" };

const hasWords = (list: readonly Series[] | undefined, strokes: readonly Stroke[]): boolean =>
  list !== undefined && list.length === strokes.length && list.every(series => series.label !== undefined);

export function seriesPanel(theme: Theme, spec: PanelSpec): Drawn {
  const { solid, bounds, references } = spec.content;
  const strokes = [...solid, ...bounds, ...references];
  const ordinate = ordinateOf([...heights(spec, strokes), ...(spec.beside ?? [])], spec.y.log);
  const all = namesOf(spec);
  const [bells, others] = [true, false].map(yes => all.filter(({ stroke }) => isBell(ordinate, stroke) === yes));
  const wide = panelOf(spec, strokes, ordinate, others);
  const tops = bells.length > 0 ? overTops(wide, bells, strokes) : undefined;
  const panel = tops ? wide : panelOf(spec, strokes, ordinate, all);
  const names = tops ? others : all;
  const x = (s: Stroke): readonly number[] => (s.x.length === 0 ? panel.x.range : s.x);
  const y = (s: Stroke): readonly number[] => (s.x.length === 0 ? [s.y[0], s.y[0]] : s.y);
  const curve =
    (width: number, dash?: string) =>
    (s: Stroke): Part =>
      line(panel, x(s), y(s), s.colour, dash === undefined ? { width } : { width, dash });
  return {
    panel,
    parts: [
      frame(theme, panel),
      strokes.some(s => clippedCurve(panel, { x: x(s), y: y(s) }).y.some(Number.isFinite))
        ? {}
        : emptyNotice(theme, panel),
      ...(bounds.length === solid.length ? bounds.map((b, i) => gap(panel, x(b), y(b), solid[i])) : []),
      ...(spec.mark === undefined
        ? solid.map(curve(solid.length > 8 ? WIDTH.second : WIDTH.main))
        : solid.flatMap((s, i) => spec.mark?.(panel, s, i) ?? [])),
      ...bounds.map(curve(WIDTH.bound, DASH.bound)),
      ...references.map(curve(WIDTH.reference, DASH.limit)),
      ...(spec.marked === true && spec.mark === undefined
        ? solid.filter(s => s.x.length <= MOST_DOTS).map(s => dots(panel, s.x, s.y, { size: 6.5, fill: s.colour }))
        : []),
      endLabels(
        theme,
        panel,
        names.map(({ stroke, ...name }) => {
          const points = { x: x(stroke), y: y(stroke) };
          return { ...name, curve: points, ...endOf(panel, points) };
        }),
        undefined,
        undefined,
        strokes.map(s => ({ x: x(s), y: y(s) })),
      ),
      topLabels(theme, panel, tops ?? []),
    ],
  };
}

/** The panel with its axes, and with room for these names at the right. */
function panelOf(
  spec: PanelSpec,
  strokes: readonly Stroke[],
  ordinate: Omit<Axis, "title">,
  names: readonly Name[],
): Panel {
  const room = names.length === 0 ? 8 : 18 + Math.max(...names.map(name => roughWidth(name.text, SIZE.label)));
  const width = spec.box.width - room;
  const shown = (s: Stroke): readonly number[] =>
    spec.marked === true ? s.x.filter((_, i) => Number.isFinite(s.y[i])) : s.x;
  return {
    id: spec.id,
    box: { ...spec.box, width },
    x: { ...abscissa(spec, strokes.flatMap(shown), width), ...titled(spec.x) },
    y: { ...ordinate, ...titled(spec.y), outdent: spec.y.outdent, style: ordinate.log ? "grid" : "plain" },
  };
}

const titled = ({ title }: Scale): { readonly title?: string } => (title === undefined ? {} : { title });

/** What the ordinate must hold: on a logarithmic one, bounds may leave the page downwards if there are curves on it. */
function heights({ y, content }: PanelSpec, strokes: readonly Stroke[]): readonly number[] {
  const solid = content.solid.flatMap(s => s.y);
  return y.log && canBeLogarithmic(solid) ? [...solid, ...strokes.map(s => largest(s.y))] : strokes.flatMap(s => s.y);
}

const largest = (values: readonly number[]): number =>
  values.filter(Number.isFinite).reduce((a, b) => Math.max(a, b), -Infinity);

/** Time begins and ends where it does; dots keep off the edges; the points of an axis of choices are its ticks. */
function abscissa(spec: PanelSpec, values: readonly number[], width: number): Omit<Axis, "title"> {
  const count = Math.min(6, Math.max(3, Math.round(width / 60)));
  const axis = abscissaOf(values, spec.x.log, count, spec.marked === true ? 0.03 : 0);
  const { names } = spec.x;
  return names === undefined ? axis : { ...axis, ticks: { values: names.map((_, i) => i + 1), texts: names } };
}

/** The room between a curve and its bound. */
const gap = (panel: Panel, x: readonly number[], bound: readonly number[], curve: Stroke): Part =>
  bound.length === curve.y.length ? band(panel, x, bound, curve.y, curve.colour, 0.1) : {};

/** The name of a curve: bold for what is computed; short ones in narrow panels. */
interface Name extends Pick<EndLabel, "text" | "colour"> {
  readonly stroke: Stroke;
}

function namesOf({ box, content: { solid, bounds, references } }: PanelSpec): readonly Name[] {
  const words = (s: Stroke): string => (box.width < NARROW ? s.brief : s.label);
  const told = (s: Stroke): boolean => s.label !== "" && s.y.some(Number.isFinite);
  return [
    ...solid.filter(told).map(stroke => ({ stroke, text: bold(words(stroke)), colour: stroke.colour })),
    ...[...bounds, ...references].filter(told).map(stroke => ({ stroke, text: words(stroke), colour: stroke.colour })),
  ];
}

/** The rightmost point of a curve that the panel shows: where it ends, or leaves the panel for good. */
function endOf(panel: Panel, points: Points): { readonly x: number; readonly y: number } {
  const shown = clippedCurve(panel, points);
  const last = shown.x.reduce(
    (best, v, i) => (Number.isFinite(shown.y[i]) && (best < 0 || v > shown.x[best]) ? i : best),
    -1,
  );
  return { x: shown.x[last] ?? NaN, y: shown.y[last] ?? NaN };
}
