/**
 * Pixel boxes on a page with zero margins: plotly chooses no margin and moves nothing, so a figure has the same
 * geometry everywhere. y counts from the top.
 */
import { log10, pow } from "../../arithmetic/functions.js";
import { FONT, SIZE, type Theme } from "./theme.js";
import type { Json, Part, PlotlyFigure } from "./plotly-figure.js";

export const PAGE = { width: 960, height: 540, edge: 30 } as const;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Axis {
  readonly range: readonly [number, number];
  readonly log?: boolean;
  readonly ticks: Ticks;
  readonly title?: string;
  /** How far the name of the ordinate starts left of the axis line, px. */
  readonly outdent?: number;
  readonly style?: "plain" | "grid" | "ticks-only" | "hidden";
}

export interface Ticks {
  readonly values: readonly number[];
  readonly texts: readonly string[];
}

/** A pair of axes in a box; `id` 1, 2, … is unique in its figure. */
export interface Panel {
  readonly id: number;
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

export interface TextStyle {
  readonly size?: number;
  readonly colour?: string;
  readonly align?: "left" | "center" | "right";
  readonly vertical?: "top" | "middle" | "bottom";
  readonly dx?: number;
  readonly dy?: number;
}

export const NO_TICKS: Ticks = { values: [], texts: [] };

// ------------------------------------------------------------------ composition
/** One figure out of its parts, later parts above earlier ones. */
export function compose(theme: Theme, parts: readonly Part[]): PlotlyFigure {
  const axes = Object.assign({}, ...parts.map(part => part.axes ?? {})) as Json;
  return {
    data: parts.flatMap(part => part.data ?? []),
    layout: {
      width: PAGE.width,
      height: PAGE.height,
      paper_bgcolor: theme.paper,
      plot_bgcolor: "rgba(0,0,0,0)",
      font: { family: FONT, size: SIZE.tick, color: theme.ink },
      margin: { l: 0, r: 0, t: 0, b: 0, pad: 0, autoexpand: false },
      showlegend: false,
      hovermode: "closest",
      ...axes,
      annotations: parts.flatMap(part => part.annotations ?? []),
      shapes: parts.flatMap(part => part.shapes ?? []),
    },
  };
}

// ------------------------------------------------------------------ axes
const suffix = (id: number): string => (id === 1 ? "" : String(id));
const logarithm = (axis: Axis, v: number): number => (axis.log === true ? log10(v) : v);

/** Axis names are horizontal: the ordinate's above its line, the abscissa's under its right end. */
export function frame(theme: Theme, panel: Panel): Part {
  const { x, y, width, height } = panel.box;
  const k = suffix(panel.id);
  const names: Part[] = [];
  if (panel.x.title !== undefined)
    names.push(text(theme, x + width, y + height + below(panel.x), panel.x.title, nameStyle(theme, "right", "top")));
  if (panel.y.title !== undefined)
    names.push(text(theme, x - (panel.y.outdent ?? 0), y - 9, panel.y.title, nameStyle(theme, "left", "bottom")));
  return {
    axes: {
      [`xaxis${k}`]: plotlyAxis(theme, panel.x, [x / PAGE.width, (x + width) / PAGE.width], `y${k}`),
      [`yaxis${k}`]: plotlyAxis(theme, panel.y, [1 - (y + height) / PAGE.height, 1 - y / PAGE.height], `x${k}`),
    },
    annotations: names.flatMap(name => name.annotations ?? []),
  };
}

const below = (axis: Axis): number => (axis.style === "hidden" || axis.ticks.texts.every(t => t === "") ? 8 : 25);
const nameStyle = (theme: Theme, align: "left" | "right", vertical: "top" | "bottom"): TextStyle => ({
  colour: theme.muted,
  align,
  vertical,
});

function plotlyAxis(theme: Theme, axis: Axis, domain: readonly number[], anchor: string): Json {
  return {
    domain,
    anchor,
    ...(axis.log === true ? { type: "log" } : {}),
    range: axis.range.map(v => logarithm(axis, v)),
    tickmode: "array",
    tickvals: axis.ticks.values,
    ticktext: axis.ticks.texts,
    automargin: false,
    zeroline: false,
    fixedrange: false,
    showgrid: axis.style === "grid",
    gridcolor: theme.hair,
    gridwidth: 1,
    showline: axis.style !== "ticks-only",
    linecolor: theme.rule,
    linewidth: 1,
    ticks: "outside",
    ticklen: axis.style === "ticks-only" ? 0 : 5,
    tickwidth: 1,
    tickcolor: theme.rule,
    tickangle: 0,
    tickfont: { size: SIZE.tick, color: theme.muted },
    ticklabeloverflow: "allow",
    visible: axis.style !== "hidden",
  };
}

// ------------------------------------------------------------------ traces and text
/** A plotly trace on the axes of a panel. */
export const trace = (panel: Panel, json: Json): Part => ({
  data: [
    {
      type: "scatter",
      mode: "lines",
      hoverinfo: "x+y",
      xaxis: `x${suffix(panel.id)}`,
      yaxis: `y${suffix(panel.id)}`,
      ...json,
    },
  ],
});

/**
 * A drawing in data coordinates as one path in SVG's language, commands M, L, H, V, Z: thousands of strokes cost no
 * more than their letters.
 */
export const drawing = ({ id }: Panel, path: string, line: Json): Part => ({
  shapes: [{ type: "path", layer: "above", xref: `x${suffix(id)}`, yref: `y${suffix(id)}`, path, line }],
});

/** Text at page pixels. `align` is the anchor, so that a font with other metrics cannot move it. */
export function text(
  theme: Theme,
  px: number,
  py: number,
  content: string,
  style: TextStyle = {},
  extra: Json = {},
): Part {
  return annotation(
    theme,
    { xref: "paper", yref: "paper", x: px / PAGE.width, y: 1 - py / PAGE.height },
    content,
    style,
    extra,
  );
}

/**
 * Text at data coordinates, shifted by (dx, dy) pixels, dy downwards: the direct label. Where the data end in NaN there
 * is no place for it.
 */
export function label(theme: Theme, panel: Panel, x: number, y: number, content: string, style: TextStyle = {}): Part {
  const k = suffix(panel.id);
  const place = { xref: `x${k}`, yref: `y${k}`, x: logarithm(panel.x, x), y: logarithm(panel.y, y) };
  return Number.isFinite(place.x) && Number.isFinite(place.y) ? annotation(theme, place, content, style, {}) : {};
}

/** What a panel without a number says. */
export const emptyNotice = (theme: Theme, { box }: Panel): Part =>
  text(theme, box.x + box.width / 2, box.y + box.height / 2, "no finite number to draw", {
    size: SIZE.note,
    colour: theme.muted,
    align: "center",
  });

function annotation(theme: Theme, place: Json, content: string, style: TextStyle, extra: Json): Part {
  const align = style.align ?? "left";
  return {
    annotations: [
      {
        ...place,
        xshift: style.dx ?? 0,
        yshift: -(style.dy ?? 0),
        xanchor: align,
        align,
        yanchor: style.vertical ?? "middle",
        text: content,
        showarrow: false,
        borderpad: 0,
        font: { size: style.size ?? SIZE.label, color: style.colour ?? theme.ink },
        ...extra,
      },
    ],
  };
}

// ------------------------------------------------------------------ where data lie on the page
/** Pixels from the left edge of the panel. */
export const pixelX = (panel: Panel, x: number): number => panel.box.width * fraction(panel.x, x);
/** Pixels from the upper edge of the panel. */
export const pixelY = (panel: Panel, y: number): number => panel.box.height * (1 - fraction(panel.y, y));

/** The abscissa at a pixel from the left edge of the panel. */
export const valueX = (panel: Panel, pixel: number): number => valueAt(panel.x, pixel / panel.box.width);
/** The ordinate at a pixel from the upper edge of the panel. */
export const valueY = (panel: Panel, pixel: number): number => valueAt(panel.y, 1 - pixel / panel.box.height);

function valueAt(axis: Axis, share: number): number {
  const [a, b] = axis.range.map(r => logarithm(axis, r));
  const v = a + share * (b - a);
  return axis.log === true ? pow(10, v) : v;
}

function fraction(axis: Axis, v: number): number {
  const [a, b] = axis.range.map(r => logarithm(axis, r));
  return (logarithm(axis, v) - a) / (b - a);
}
