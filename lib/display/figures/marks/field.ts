import { trace, type Panel } from "../canvas.js";
import { ramp } from "../colour.js";
import type { Theme } from "../theme.js";
import type { Part } from "../plotly-figure.js";
import { isDrawable } from "../ticks.js";
import { region } from "./lines.js";

/** Values on a rectangular lattice: rows over y, columns over x. */
export interface Field {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

const STOPS = [0, 0.15, 0.35, 0.6, 1];

/** A target density: filled contours in greys, since colour is kept for the data. */
export function targetFill(theme: Theme, panel: Panel, field: Field): Part {
  const peak = Math.max(...field.rows.map(row => Math.max(...row)));
  if (!(peak > 0 && isDrawable(peak))) return {};
  const grey = ramp(theme.neutral);
  const levels = 5;
  return contour(panel, field, {
    zmin: 0,
    zmax: peak,
    colorscale: STOPS.map(s => [s, grey(s)]),
    contours: {
      start: peak / levels / 2,
      end: peak * (1 - 0.4 / levels),
      size: peak / levels,
      coloring: "fill",
      showlabels: false,
    },
    line: { width: 0.7, color: theme.tint(theme.ink, 0.28), smoothing: 1 },
  });
}

const LEVELS = 16;

/** A field as an image: many levels, from one colour to another; a field without levels is of one colour. */
export function imageFill(
  panel: Panel,
  field: Field,
  range: readonly [number, number],
  stops: readonly string[],
): Part {
  const colour = ramp(stops);
  const size = (range[1] - range[0]) / LEVELS;
  if (!(size > 0)) {
    const [[a, b], [c, d]] = [panel.x.range, panel.y.range];
    return region(panel, [a, b, b, a], [c, c, d, d], colour(0));
  }
  return contour(panel, field, {
    zmin: range[0],
    zmax: range[1],
    colorscale: Array.from({ length: 13 }, (_, i) => [i / 12, colour(i / 12)]),
    contours: {
      start: range[0] + size,
      end: range[1] - size,
      size,
      coloring: "fill",
      showlabels: false,
      showlines: false,
    },
    line: { width: 0, smoothing: 0 },
  });
}

/** More digits than levels can show only make files large. */
const rounded = (v: number): number | null => (Number.isFinite(v) ? Number(v.toPrecision(4)) : null);

const contour = (panel: Panel, field: Field, style: Readonly<Record<string, unknown>>): Part =>
  trace(panel, {
    type: "contour",
    mode: undefined,
    showscale: false,
    hoverinfo: "skip",
    x: field.x.map(rounded),
    y: field.y.map(rounded),
    z: field.rows.map(row => row.map(rounded)),
    ...style,
  });
