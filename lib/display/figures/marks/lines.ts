import { trace, type Panel } from "../canvas.js";
import { alpha } from "../colour.js";
import { WIDTH } from "../theme.js";
import type { Json, Part } from "../plotly-figure.js";

export interface LineStyle {
  readonly width?: number;
  readonly dash?: string;
  /** Shown by the pointer in the interactive page. */
  readonly name?: string;
}

/** Plain numbers for JSON, with the digits that a page can show; what cannot be drawn is a gap. */
export const numbers = (values: Iterable<number>): readonly (number | null)[] =>
  Array.from(values, v => (Number.isFinite(v) ? Number(v.toPrecision(8)) : null));

/** A curve. `simplify` would turn smooth curves into visible polygons. */
export function line(
  panel: Panel,
  x: Iterable<number>,
  y: Iterable<number>,
  colour: string,
  style: LineStyle = {},
): Part {
  const stroke: Json = {
    color: colour,
    width: style.width ?? WIDTH.main,
    simplify: false,
    ...(style.dash === undefined ? {} : { dash: style.dash }),
  };
  return trace(panel, {
    x: numbers(x),
    y: numbers(y),
    line: stroke,
    ...(style.name === undefined ? {} : { name: style.name }),
  });
}

/** There along one sequence and back along another: the outline of what is between them. */
const around = (there: ArrayLike<number>, back: ArrayLike<number>): readonly number[] => [
  ...Array.from(there),
  ...Array.from(back).reverse(),
];

/** A closed region. */
export const region = (
  panel: Panel,
  x: readonly number[],
  y: readonly number[],
  colour: string,
  opacity: number,
): Part =>
  trace(panel, {
    x: numbers(x),
    y: numbers(y),
    fill: "toself",
    fillcolor: alpha(colour, opacity),
    line: { width: 0 },
    hoverinfo: "skip",
  });

/** What is between two curves over the same abscissas. */
export const band = (
  panel: Panel,
  x: ArrayLike<number>,
  upper: ArrayLike<number>,
  lower: ArrayLike<number>,
  colour: string,
  opacity: number,
): Part => region(panel, around(x, x), around(upper, lower), colour, opacity);

/** What is between a curve that runs upwards and the vertical line at `at`. */
export const bandBeside = (
  panel: Panel,
  at: number,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  colour: string,
  opacity: number,
): Part =>
  region(
    panel,
    around(
      x,
      Array.from(x, () => at),
    ),
    around(y, y),
    colour,
    opacity,
  );

export interface DotStyle {
  readonly size: number | readonly number[];
  readonly fill: string | readonly string[];
  readonly edge?: string | readonly string[];
  readonly edgeWidth?: number;
  /** Default: a circle. */
  readonly symbol?: "diamond";
  /** Markers may not leave the panel. */
  readonly clipped?: boolean;
}

/** Markers; `size` is the diameter in px. */
export function dots(panel: Panel, x: Iterable<number>, y: Iterable<number>, style: DotStyle): Part {
  const edge = style.edge === undefined ? { width: 0 } : { color: style.edge, width: style.edgeWidth ?? 1.2 };
  return trace(panel, {
    mode: "markers",
    cliponaxis: style.clipped === true,
    x: numbers(x),
    y: numbers(y),
    marker: {
      ...(style.symbol && { symbol: style.symbol }),
      size: style.size,
      sizemode: "diameter",
      color: style.fill,
      line: edge,
    },
  });
}
