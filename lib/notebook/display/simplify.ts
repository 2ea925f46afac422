/**
 * Figures as notebooks keep them: points of curves and rows of fields that nobody can see are left out. Pictures are
 * painted before.
 */
import type { Json, PlotlyFigure } from "../../display/figures/plotly-figure.js";
import { log10 } from "../../arithmetic/functions.js";

/** How far a simplified figure may be from what it was. */
export interface Tolerance {
  /** px of a curve. */
  readonly curve: number;
  /** Part of the range of a field. */
  readonly field: number;
}

/** Nothing that a page of a thousand pixels shows is lost. */
export const FINE: Tolerance = { curve: 0.1, field: 0.005 };

/**
 * Curves of no more points stay as they are: fewer where there are many curves, of which nobody asks single values with
 * the pointer.
 */
const shortOf = (curves: number): number => (curves > 12 ? 20 : 100);

type Point = readonly [number, number];

/** A list of a trace; null is a gap. */
type List = readonly (number | null)[];

// ------------------------------------------------------------------ from values to pixels
interface Axis {
  readonly type?: unknown;
  readonly range: readonly [number, number];
  readonly domain: readonly [number, number];
}

/** Value -> pixel along an axis of this name, "x2"; undefined where the figure does not fix its range. */
function scaleOf(layout: Json, name: unknown, length: unknown): ((value: number) => number) | undefined {
  const axis = layout[String(name).replace(/^[xy]/, "$&axis")] as Axis | undefined;
  if (!axis?.range || !axis.domain || typeof length !== "number") return undefined;
  const {
    range: [a, b],
    domain: [from, to],
  } = axis;
  const unit = (length * (to - from)) / (b - a);
  return value => unit * (axis.type === "log" ? log10(value) : value);
}

// ------------------------------------------------------------------ curves
/** Distance of p from the segment ab. */
function distance([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / square));
  const [ex, ey] = [ax + t * dx - px, ay + t * dy - py];
  return Math.sqrt(ex * ex + ey * ey);
}

/**
 * Douglas and Peucker: few of the indices from `first` to `last`, so that no point is farther than `most` from the
 * lines between them.
 */
function corners(points: readonly Point[], first: number, last: number, most: number): readonly number[] {
  let at = first;
  let far = most;
  for (let i = first + 1; i < last; i++) {
    const d = distance(points[i], points[first], points[last]);
    if (d > far) [at, far] = [i, d];
  }
  return at === first
    ? [first, last]
    : [...corners(points, first, at, most), ...corners(points, at, last, most).slice(1)];
}

/** The stretches between gaps, as first and last index. */
function stretches(points: readonly Point[]): readonly (readonly [number, number])[] {
  const ends = points.flatMap(([x, y], i) => (Number.isFinite(x + y) ? [] : [i]));
  return [-1, ...ends].map((gap, k) => [gap + 1, (ends[k] ?? points.length) - 1] as const);
}

/** A stretch with the gap behind it. */
const keptOf = (
  points: readonly Point[],
  [first, last]: readonly [number, number],
  most: number,
): readonly number[] => [
  ...(last < first ? [] : first === last ? [first] : corners(points, first, last, most)),
  ...(last + 1 < points.length ? [last + 1] : []),
];

/** Seven digits are more than a page shows; NaN is a gap. */
const single = (list: List): Float32Array => new Float32Array(list.map(value => value ?? NaN));

const isCurve = ({ type, mode, line }: Json): boolean =>
  type === "scatter" && mode === "lines" && (line as Json | undefined)?.["shape"] === undefined;

function simplifiedCurve(trace: Json, { width, height, ...layout }: Json, short: number, most: number): Json {
  const [x, y] = [trace["x"], trace["y"]] as readonly List[];
  const across = scaleOf(layout, trace["xaxis"] ?? "x", width);
  const up = scaleOf(layout, trace["yaxis"] ?? "y", height);
  if (!across || !up || x.length <= short) return trace;
  const points = x.map((value, i): Point => [across(value ?? NaN), up(y[i] ?? NaN)]);
  const kept = stretches(points).flatMap(stretch => keptOf(points, stretch, most));
  return { ...trace, x: single(kept.map(i => x[i])), y: single(kept.map(i => y[i])) };
}

// ------------------------------------------------------------------ fields
type Rows = readonly (readonly number[])[];

/** Whether the rows between a and b are, within the tolerance, interpolated between these two. */
function follow(at: readonly number[], rows: Rows, a: number, b: number, tolerance: number): boolean {
  return rows.slice(a + 1, b).every((row, k) => {
    const weight = (at[a + 1 + k] - at[a]) / (at[b] - at[a]);
    return row.every((value, i) => Math.abs(rows[a][i] + weight * (rows[b][i] - rows[a][i]) - value) <= tolerance);
  });
}

/** Few of the rows, the first and the last among them, between which the others are interpolated. */
function supports(at: readonly number[], rows: Rows, tolerance: number): readonly number[] {
  const kept = [0];
  for (let i = 2; i < rows.length; i++) if (!follow(at, rows, kept[kept.length - 1], i, tolerance)) kept.push(i - 1);
  return [...kept, rows.length - 1];
}

const transposed = (rows: Rows): Rows => rows[0].map((_, i) => rows.map(row => row[i]));

function simplifiedField(trace: Json, part: number): Json {
  const [x, y, z] = [trace["x"], trace["y"], trace["z"]] as readonly [readonly number[], readonly number[], Rows];
  const all = z.flat();
  const tolerance = (part / 2) * (all.reduce((a, b) => Math.max(a, b)) - all.reduce((a, b) => Math.min(a, b)));
  const rows = supports(y, z, tolerance);
  const columns = supports(x, transposed(z), tolerance);
  return { ...trace, x: columns.map(i => x[i]), y: rows.map(j => y[j]), z: rows.map(j => columns.map(i => z[j][i])) };
}

/** The figure with no more points than its curves and contours need. */
export function simplified({ data, layout }: PlotlyFigure, { curve, field }: Tolerance = FINE): PlotlyFigure {
  const short = curve > FINE.curve ? 3 : shortOf(data.filter(isCurve).length);
  const thin = (trace: Json): Json =>
    isCurve(trace)
      ? simplifiedCurve(trace, layout, short, curve)
      : trace["type"] === "contour"
        ? simplifiedField(trace, field)
        : trace;
  return { data: data.map(thin), layout };
}
