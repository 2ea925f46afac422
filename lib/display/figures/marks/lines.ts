import { trace, type Axis, type Panel } from "../canvas.js";
import { clippedCurve, clippedRegion, indicesInside, type Points } from "../clip.js";
import { alpha } from "../colour.js";
import { WIDTH } from "../theme.js";
import type { Json, Part } from "../plotly-figure.js";

export interface LineStyle {
  readonly width?: number;
  readonly dash?: string;
}

/** Plain numbers for JSON, with the digits that a page can show; what cannot be drawn is a gap. */
export const numbers = (values: Iterable<number>): readonly (number | null)[] =>
  Array.from(values, v => (Number.isFinite(v) ? Number(v.toPrecision(8)) : null));

/**
 * A curve as far as it lies in the panel; a point without neighbours is a dot. `simplify` would turn smooth curves into
 * visible polygons.
 */
export function line(
  panel: Panel,
  x: Iterable<number>,
  y: Iterable<number>,
  colour: string,
  style: LineStyle = {},
): Part {
  const curve = clippedCurve(panel, { x: [...x], y: [...y] });
  const width = style.width ?? WIDTH.main;
  const lonely = pointsAlone(curve);
  const stroke: Json = { color: colour, width, simplify: false, ...(style.dash && { dash: style.dash }) };
  const drawn = trace(panel, { x: numbers(curve.x), y: numbers(curve.y), line: stroke });
  const dotted = dots(panel, lonely.x, lonely.y, { size: 2.5 * width, fill: colour });
  return { data: [...(lonely.x.length < curve.x.length ? (drawn.data ?? []) : []), ...(dotted.data ?? [])] };
}

/** Points with a gap, or nothing, on both sides. */
function pointsAlone({ x, y }: Points): Points {
  const there = x.map((v, i) => Number.isFinite(v) && Number.isFinite(y[i]));
  const alone = x.flatMap((_, i) => (there[i] && there[i - 1] !== true && there[i + 1] !== true ? [i] : []));
  return { x: alone.map(i => x[i]), y: alone.map(i => y[i]) };
}

/** There along one sequence and back along another: the outline of what is between them. */
const around = (there: ArrayLike<number>, back: ArrayLike<number>): readonly number[] => [
  ...Array.from(there),
  ...Array.from(back).reverse(),
];

/** Closed regions, which gaps separate, as far as they lie in the panel. `outline`: its width and colour. */
export function region(
  panel: Panel,
  x: readonly number[],
  y: readonly number[],
  fill: string,
  outline: Json = { width: 0 },
): Part {
  const rings = clippedRegion(panel, { x, y });
  if (!rings.x.some(Number.isFinite)) return {};
  return trace(panel, {
    x: numbers(rings.x),
    y: numbers(rings.y),
    fill: "toself",
    fillcolor: fill,
    line: outline,
    hoverinfo: "skip",
  });
}

/** What is between two curves over the same abscissas, where both are there. */
export function band(
  panel: Panel,
  x: ArrayLike<number>,
  upper: ArrayLike<number>,
  lower: ArrayLike<number>,
  colour: string,
  opacity: number,
): Part {
  const there = Array.from(x, (_, i) => i).filter(i => seen(panel.y, upper[i]) && seen(panel.y, lower[i]));
  const at = (values: ArrayLike<number>): readonly number[] => there.map(i => values[i]);
  return region(panel, around(at(x), at(x)), around(at(upper), at(lower)), alpha(colour, opacity));
}

/** Whether an axis has a place for a number. */
const seen = (axis: Axis, v: number): boolean => Number.isFinite(v) && (axis.log !== true || v > 0);

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
    alpha(colour, opacity),
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

/** One value for all if all have the same. */
const once = <T>(values: readonly T[]): T | readonly T[] =>
  values.every(each => each === values[0]) ? values[0] : values;

/** Markers in the panel; `size` is the diameter in px. */
export function dots(panel: Panel, x: Iterable<number>, y: Iterable<number>, style: DotStyle): Part {
  const points = { x: [...x], y: [...y] };
  const inside = indicesInside(panel, points);
  const of = <T>(value: T | readonly T[]): T | readonly T[] =>
    Array.isArray(value) ? once(inside.map(i => (value as readonly T[])[i])) : value;
  if (inside.length === 0) return {};
  const edge = style.edge === undefined ? { width: 0 } : { color: of(style.edge), width: style.edgeWidth ?? 1.2 };
  return trace(panel, {
    mode: "markers",
    cliponaxis: style.clipped === true,
    x: numbers(inside.map(i => points.x[i])),
    y: numbers(inside.map(i => points.y[i])),
    marker: {
      ...(style.symbol && { symbol: style.symbol }),
      size: of(style.size),
      sizemode: "diameter",
      color: of(style.fill),
      line: edge,
    },
  });
}
