import { log10, pow } from "../../../arithmetic/functions.js";
import { label, pixelX, pixelY, valueY, type Panel } from "../canvas.js";
import { SIZE, type Theme } from "../theme.js";
import { tickText } from "../text.js";
import { isDrawable, roundStep } from "../ticks.js";
import type { Part } from "../plotly-figure.js";
import { rise, slopeTriangle } from "./slope-triangle.js";

interface Curve {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

const ENOUGH = 120;
const STARTS = [0.06, 0.14, 0.22, 0.3, 0.38, 0.46, 0.54, 0.62, 0.7];

/** Slope triangles side by side where the room under the curves is largest; the run is a round number. */
export function placedTriangles(
  theme: Theme,
  panel: Panel,
  curves: readonly Curve[],
  slopes: readonly number[],
): readonly Part[] {
  const windows = STARTS.map(start => window(panel, curves, start));
  const chosen = slopes.reduce<readonly Window[]>((taken, slope) => {
    const free = windows.filter(w =>
      taken.every(t => w.left >= t.right + clearance(t) || w.right <= t.left - clearance(t)),
    );
    return [
      ...taken,
      (free.length === 0 ? windows : free).reduce((a, b) => (fit(panel, b, slope) > fit(panel, a, slope) ? b : a)),
    ];
  }, []);
  return slopes.map((slope, i) => triangleIn(theme, panel, chosen[i], slope));
}

/** Width of "slope −0.5" with its distances, px: it does not touch the axis. */
const NAME = 68;

/** Room for the slope beside a triangle, px. */
const clearance = ({ left, right }: Window): number => Math.max(NAME, 0.4 * (right - left));

/** Height of a triangle, px. */
const heightOf = (panel: Panel, { from, to }: Window, slope: number): number =>
  Math.abs(pixelY(panel, rise(panel, from, to, panel.y.range[1], slope)) - pixelY(panel, panel.y.range[1]));

/** The margin that a triangle has in its window, up to what is enough. */
const fit = (panel: Panel, w: Window, slope: number): number =>
  Math.min(ENOUGH, w.floor - w.ceiling - heightOf(panel, w, slope));

function triangleIn(theme: Theme, panel: Panel, w: Window, slope: number): Part {
  const { from, to, ceiling, floor } = w;
  const height = heightOf(panel, w, slope);
  const top = valueY(panel, Math.min((ceiling + floor - height) / 2, floor - height - 24));
  const at = slope < 0 ? top : rise(panel, to, from, top, slope);
  if (!isDrawable(at)) return {};
  const foot = Math.min(at, rise(panel, from, to, at, slope));
  const under =
    panel.x.log === true
      ? {}
      : label(theme, panel, (from + to) / 2, foot, tickText(Number((to - from).toPrecision(6))), {
          align: "center",
          vertical: "top",
          dy: 4,
          size: SIZE.note,
          colour: theme.muted,
        });
  const triangle = slopeTriangle(theme, panel, { from, to, at, slope });
  return { ...triangle, annotations: [...(triangle.annotations ?? []), ...(under.annotations ?? [])] };
}

interface Window {
  readonly from: number;
  readonly to: number;
  /** The same in pixels. */
  readonly left: number;
  readonly right: number;
  /** Pixels from the top: the lowest point of the curves above the window, and the axis. */
  readonly ceiling: number;
  readonly floor: number;
}

function window(panel: Panel, curves: readonly Curve[], start: number): Window {
  const [a, b] = panel.x.range;
  const log = panel.x.log === true;
  const run = log ? Math.min(10, pow(10, 0.17 * log10(b / a))) : roundStep((b - a) / 8);
  const from = log
    ? a * pow(b / a, start)
    : Number((Math.round((a + start * (b - a)) / (run / 2)) * (run / 2)).toPrecision(9));
  const to = log ? from * run : from + run;
  const [left, right] = [pixelX(panel, from), pixelX(panel, to)];
  const margin = 0.2 * (right - left);
  const lowest = curves
    .flatMap(c => heights(panel, c, left - margin, right + margin))
    .reduce((p, q) => Math.max(p, q), 0);
  const outside = left < NAME || right > panel.box.width - NAME;
  return {
    from,
    to,
    left,
    right,
    ceiling: outside ? panel.box.height : Math.min(lowest, panel.box.height),
    floor: panel.box.height,
  };
}

/** Heights of a curve between two pixels, from the top: at its points there, and where its lines enter and leave. */
function heights(panel: Panel, { x, y }: Curve, from: number, to: number): readonly number[] {
  const points = x.flatMap((v, i) =>
    panel.y.log === true && !(y[i] > 0) ? [] : [[pixelX(panel, v), pixelY(panel, y[i])] as const],
  );
  const crossings = [from, to].flatMap(at =>
    points.slice(1).flatMap(([right, next], i) => {
      const [left, last] = points[i];
      return left < at && at < right ? [last + ((at - left) / (right - left)) * (next - last)] : [];
    }),
  );
  return [...points.filter(([at]) => at >= from && at <= to).map(([, height]) => height), ...crossings];
}
