import type { Series, ThresholdFigure, ThresholdPanel } from "../spec/types.generated.js";
import {
  compose,
  frame,
  label,
  pixelX,
  pixelY,
  text,
  type Axis,
  type Box,
  type Panel,
  type TextStyle,
} from "./canvas.js";
import { heading } from "./heading.js";
import { endLabels } from "./marks/end-labels.js";
import { dots, line } from "./marks/lines.js";
import { axisNumbers, familyOf } from "./source.js";
import { bold, markup, parameter, roughWidth, tickText, variable } from "./text.js";
import { DASH, SIZE, WIDTH, type GeometryKey, type Theme } from "./theme.js";
import { decadeTicks, linearRange, linearTicks, logRange, ticksAt } from "./ticks.js";
import type { FigureFunction, Part, Source } from "./types.js";

/**
 * One quantity on both sides of a threshold: cool below, ink at it, warm above; against the parameter itself it breaks
 * there.
 */
export const threshold: FigureFunction<ThresholdFigure> = (binding, source, theme) => {
  const { parts, room } = heading(theme, source, binding);
  const contents = binding.panels.map(panel => contentOf(theme, source, binding, panel));
  const common = linearRange(
    contents.filter((_, i) => !isLog(binding.panels[i], "y")).flatMap(c => heightsOf(c, binding.threshold)),
    [0],
  );
  const slot = (room.width + GAP) / contents.length;
  return compose(theme, [
    ...parts,
    ...contents.flatMap((content, i) => {
      const box = { x: room.x + 36 + i * slot, y: room.y + 74, width: slot - GAP - 44, height: room.height - 124 };
      return panelParts(theme, binding.panels[i], content, { id: i + 1, box, common, threshold: binding.threshold });
    }),
  ]);
};

const GAP = 34;

// ------------------------------------------------------------------ what is drawn
/** A curve of one value of the parameter, or of the parameter. */
interface Curve {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly colour: string;
  /** What it is called in full, and beside others of its kind. */
  readonly name: string;
  readonly brief: string;
}

interface Content {
  readonly curves: readonly Curve[];
  readonly bounds: readonly Curve[];
  readonly references: readonly Curve[];
  /** Whether the abscissa is the parameter. */
  readonly against: boolean;
}

const isLog = (panel: ThresholdPanel, axis: "x" | "y"): boolean => panel.logarithmic?.includes(axis) ?? false;
/** Against the parameter, references end at the threshold. */
const heightsOf = ({ curves, bounds, references, against }: Content, at: number): readonly number[] =>
  [...curves.map(c => c.y), ...bounds.map(c => c.y), ...references.map(c => (against ? upTo(c, at)[1] : c.y))].flat();

function contentOf(theme: Theme, source: Source, binding: ThresholdFigure, panel: ThresholdPanel): Content {
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
  return family.members.map(({ at, y }) => {
    const value = values[at[dim]];
    return { x: family.x, y, colour: colour(value), name: `${word} = ${tickText(value)}`, brief: tickText(value) };
  });
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

// ------------------------------------------------------------------ panels
interface Place {
  readonly id: number;
  readonly box: Box;
  /** The range that linear ordinates share. */
  readonly common: readonly [number, number];
  readonly threshold: number;
}

function panelParts(
  theme: Theme,
  spec: ThresholdPanel,
  content: Content,
  { id, box, common, threshold: at }: Place,
): readonly Part[] {
  const panel: Panel = { id, box, x: abscissa(spec, content, at), y: ordinate(spec, heightsOf(content, at), common) };
  return [
    text(theme, box.x, box.y - 58, bold(markup(spec.title)), { size: SIZE.panel }),
    ...(spec.subtitle === undefined
      ? []
      : [text(theme, box.x, box.y - 37, markup(spec.subtitle), { size: SIZE.note, colour: theme.muted })]),
    frame(theme, panel),
    ...(content.against ? constants(theme, panel, content, at) : fan(theme, panel, content)),
  ];
}

function abscissa(spec: ThresholdPanel, { curves, against }: Content, at: number): Axis {
  const title =
    spec.abscissa === undefined
      ? spec.x === "t"
        ? `time ${variable("t")}`
        : parameter(spec.x)
      : markup(spec.abscissa);
  const values = [...new Set(curves.flatMap(c => c.x))].filter(v => !isLog(spec, "x") || v > 0).sort((a, b) => a - b);
  const range = [values[0], values[values.length - 1]] as const;
  if (isLog(spec, "x")) return { range, log: true, ticks: decadeTicks(range, 5), title };
  const edge = against ? 0.04 * (range[1] - range[0]) : 0;
  const ticks = linearTicks(range, 3);
  const apart = ticks.values.filter(v => Math.abs(v - at) > 0.08 * (range[1] - range[0]));
  return {
    range: [range[0] - edge, range[1] + edge],
    ticks: against ? ticksAt([...apart, at].sort((a, b) => a - b)) : ticks,
    title,
  };
}

function ordinate(spec: ThresholdPanel, heights: readonly number[], common: readonly [number, number]): Axis {
  const title = spec.ordinate === undefined ? {} : { title: markup(spec.ordinate), outdent: 34 };
  const range = isLog(spec, "y") ? logRange(heights) : common;
  return { range, log: isLog(spec, "y"), ticks: isLog(spec, "y") ? decadeTicks(range) : linearTicks(range), ...title };
}

/** One curve per value of the parameter; each is named at its bound, or where it rises, or at its end. */
function fan(theme: Theme, panel: Panel, { curves, bounds, references }: Content): readonly Part[] {
  const corners = cornersOf(panel, bounds, [...curves, ...bounds]);
  return [
    ...bounds.map(c => line(panel, ...spanned(panel, c), c.colour, { width: WIDTH.bound, dash: DASH.bound })),
    ...curves.map(c => line(panel, c.x, c.y, c.colour)),
    ...references.map(c => line(panel, ...spanned(panel, c), theme.ink, { width: WIDTH.reference, dash: DASH.limit })),
    ...(bounds.length > 0
      ? bounds.map((c, i) => boundName(theme, panel, c, corners[i]))
      : [
          ...curves.filter(c => !falls(c)).map(c => crossingName(theme, panel, c)),
          fallenNames(theme, panel, curves.filter(falls)),
        ]),
  ];
}

/** Where a bound is named: over or under it, at its right or left end. */
interface Corner {
  readonly align: "right" | "left";
  readonly vertical: "top" | "bottom";
}

/** Those that are clear are taken in this order. */
const CORNERS: readonly Corner[] = [
  { align: "right", vertical: "bottom" },
  { align: "right", vertical: "top" },
  { align: "left", vertical: "bottom" },
  { align: "left", vertical: "top" },
];

/** Width of the name of a bound, and from the bound to the middle of its name, px. */
const NAME = { width: 70, height: 13 };

const middle = (panel: Panel, bound: Curve, { vertical }: Corner): number =>
  pixelY(panel, bound.y[bound.y.length - 1]) + (vertical === "top" ? 1 : -1) * NAME.height;

/** One corner for each bound, clear of curves, bounds and the names before it, or as far from them as can be. */
function cornersOf(panel: Panel, bounds: readonly Curve[], others: readonly Curve[]): readonly Corner[] {
  return bounds.reduce<readonly Corner[]>((taken, bound) => {
    const clearance = (corner: Corner): number => {
      const inside = (x: number): boolean =>
        corner.align === "right" ? x > panel.box.width - NAME.width : x < NAME.width;
      const lines = others.flatMap(({ x, y }) =>
        x.length === 0 ? y : y.filter((v, i) => Number.isFinite(v) && inside(pixelX(panel, x[i]))),
      );
      const names = taken.flatMap((t, i) => (t.align === corner.align ? [middle(panel, bounds[i], t)] : []));
      const gaps = [...lines.map(v => pixelY(panel, v)), ...names].map(at =>
        Math.abs(at - middle(panel, bound, corner)),
      );
      return Math.min(NAME.height - 2, ...gaps);
    };
    return [...taken, CORNERS.reduce((best, corner) => (clearance(corner) > clearance(best) ? corner : best))];
  }, []);
}

const boundName = (theme: Theme, panel: Panel, { y, name, colour }: Curve, { align, vertical }: Corner): Part =>
  label(theme, panel, panel.x.range[align === "right" ? 1 : 0], y[y.length - 1], bold(name), {
    colour,
    align,
    vertical,
    dy: vertical === "top" ? 3 : -3,
  });

/** A constant runs through the whole panel. */
const spanned = (panel: Panel, { x, y }: Curve): readonly [readonly number[], readonly number[]] =>
  x.length === 0 ? [panel.x.range, [y[0], y[0]]] : [x, y];

const falls = ({ y }: Curve): boolean => y[y.length - 1] < 0.98 * Math.max(...y.filter(Number.isFinite));

/** Names at the ends of curves that fall. */
const fallenNames = (theme: Theme, panel: Panel, curves: readonly Curve[]): Part =>
  endLabels(
    theme,
    panel,
    curves.map(({ x, y, brief, colour }) => ({ x: x[x.length - 1], y: y[y.length - 1], text: bold(brief), colour })),
  );

/** Left of a curve where it has risen by two fifths; above the beginning of one that does not move. */
function crossingName(theme: Theme, panel: Panel, { x, y, name, brief, colour }: Curve): Part {
  const inside = x.flatMap((v, i) => (v >= panel.x.range[0] && Number.isFinite(y[i]) ? [i] : []));
  if (inside.length === 0) return {};
  const heights = inside.map(i => -pixelY(panel, y[i]));
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const i = inside[heights.findIndex(height => height >= low + 0.4 * (high - low))];
  return high - low < 4
    ? label(theme, panel, x[i], y[i], bold(name), { colour, vertical: "bottom", dx: 8, dy: -3 })
    : label(theme, panel, x[i], y[i], bold(brief), { colour, align: "right", dx: -8, dy: -4 });
}

/** Against the parameter: what was computed as dots on thin lines, closed up to the threshold and open beyond. */
function constants(theme: Theme, panel: Panel, { curves, references }: Content, at: number): readonly Part[] {
  return [
    line(panel, [at, at], panel.y.range, theme.rule, { width: 1.2, dash: DASH.limit }),
    ...references.flatMap(c => [
      line(panel, ...upTo(c, at), c.colour, { width: WIDTH.second }),
      ...(c.name === "" ? [] : [referenceName(theme, panel, c, at)]),
    ]),
    ...curves.flatMap(c => pointsOf(theme, panel, c, at)),
  ];
}

/** The part of a curve on this side of the threshold: what belongs to it ends there. */
function upTo({ x, y }: Curve, at: number): readonly [readonly number[], readonly number[]] {
  const inside = x.flatMap((v, i) => (v <= at ? [i] : []));
  return [inside.map(i => x[i]), inside.map(i => y[i])];
}

function pointsOf(theme: Theme, panel: Panel, curve: Curve, at: number): readonly Part[] {
  const { x, y, colour } = curve;
  const last = x.reduce((best, v, i) => (v <= at && (best < 0 || v > x[best]) ? i : best), -1);
  const inner = x.flatMap((_, i) => (i === last ? [] : [i]));
  return [
    dots(
      panel,
      inner.map(i => x[i]),
      inner.map(i => y[i]),
      { size: 6, fill: theme.paper, edge: colour, edgeWidth: 1.5 },
    ),
    ...(last < 0
      ? []
      : [
          dots(panel, [x[last]], [y[last]], { size: 9, fill: colour }),
          label(theme, panel, x[last], y[last], bold(curve.name), beside(panel, x[last], curve)),
        ]),
  ];
}

/** Right of a dot, or left of it where the page ends. */
function beside(panel: Panel, x: number, { name, colour }: Curve): TextStyle {
  const fits = pixelX(panel, x) + 10 + roughWidth(bold(name), SIZE.label) < panel.box.width + 16;
  return { colour, align: fits ? "left" : "right", dx: fits ? 10 : -10 };
}

function referenceName(theme: Theme, panel: Panel, curve: Curve, at: number): Part {
  const [x, y] = upTo(curve, at);
  const i = Math.floor(0.6 * x.length);
  return label(theme, panel, x[i], y[i], curve.name, { colour: curve.colour, align: "right", dx: -4, dy: -12 });
}
