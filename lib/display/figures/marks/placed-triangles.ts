import { log10, pow } from "../../../arithmetic/functions.js";
import { label, pixelX, pixelY, valueY, type Panel } from "../canvas.js";
import { heightsBetween, type Points } from "../clip.js";
import { SIZE, type Theme } from "../theme.js";
import { tickText } from "../text.js";
import { isDrawable, roundStep } from "../ticks.js";
import type { Part } from "../plotly-figure.js";
import { rise, slopeTriangle } from "./slope-triangle.js";

const ENOUGH = 120;
const STARTS = [0.06, 0.14, 0.22, 0.3, 0.38, 0.46, 0.54, 0.62, 0.7];

/**
 * Slope triangles side by side where the room under the curves is largest, or where there is none between two curves;
 * the run is a round number.
 */
export function placedTriangles(
  theme: Theme,
  panel: Panel,
  curves: readonly Points[],
  slopes: readonly number[],
): readonly Part[] {
  const all = STARTS.map(start => windows(panel, curves, start));
  const [under, between] = [all.map(([lowest]) => lowest), all.flatMap(([, ...others]) => others)];
  const chosen = slopes.reduce<readonly Window[]>((taken, slope, i) => {
    const free = (list: readonly Window[]): readonly Window[] =>
      list.filter(w => taken.every((t, j) => areApart(withName(w, slope), withName(t, slopes[j]))));
    const fitting = (list: readonly Window[]): readonly Window[] => free(list).filter(w => fit(panel, w, slope) > 0);
    const choice = [fitting(under), fitting(between), free(under), under].find(list => list.length > 0) ?? under;
    return [...taken.slice(0, i), choice.reduce((a, b) => (fit(panel, b, slope) > fit(panel, a, slope) ? b : a))];
  }, []);
  return slopes.map((slope, i) => triangleIn(theme, panel, chosen[i], slope));
}

/** Width of "slope −0.5" with its distances, px: it does not touch the axis. */
const NAME = 68;

type Span = readonly [number, number];

/** A triangle with the slope beside its upright side, px. */
const withName = ({ left, right }: Window, slope: number): Span =>
  slope < 0 ? [left - NAME, right] : [left, right + NAME];

/** Room between triangles, px. */
const BETWEEN = 12;
const areApart = (a: Span, b: Span): boolean => a[1] + BETWEEN <= b[0] || b[1] + BETWEEN <= a[0];

/** Height of a triangle, px. */
const heightOf = (panel: Panel, { from, to }: Window, slope: number): number =>
  Math.abs(pixelY(panel, rise(panel, from, to, panel.y.range[1], slope)) - pixelY(panel, panel.y.range[1]));

/** Room under a triangle for its run, px. */
const UNDER = 24;

/** The margin that a triangle has in its window, up to what is enough. */
const fit = (panel: Panel, w: Window, slope: number): number =>
  Math.min(ENOUGH, w.floor - w.ceiling - heightOf(panel, w, slope) - UNDER);

function triangleIn(theme: Theme, panel: Panel, w: Window, slope: number): Part {
  const { from, to, ceiling, floor } = w;
  const height = heightOf(panel, w, slope);
  const top = valueY(panel, Math.min((ceiling + floor - height) / 2, floor - height - UNDER));
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
  /** Pixels from the top: the lowest point of the curve above the window, and the axis or the curve below it. */
  readonly ceiling: number;
  readonly floor: number;
}

/** The room under all curves at a place, and that between neighbouring ones. */
function windows(panel: Panel, curves: readonly Points[], start: number): readonly Window[] {
  const [a, b] = panel.x.range;
  const log = panel.x.log === true;
  const run = log ? Math.min(10, pow(10, 0.17 * log10(b / a))) : roundStep((b - a) / 8);
  const from = log
    ? a * pow(b / a, start)
    : Number((Math.round((a + start * (b - a)) / (run / 2)) * (run / 2)).toPrecision(9));
  const to = log ? from * run : from + run;
  const [left, right] = [pixelX(panel, from), pixelX(panel, to)];
  const margin = 0.2 * (right - left);
  const { width, height } = panel.box;
  const outside = left < NAME || right > width - NAME;
  const spans = curves
    .map(c => heightsBetween(panel, c, left - margin, right + margin))
    .filter(list => list.length > 0)
    .map((list): Span => [Math.min(...list), Math.max(...list)]);
  const lowest = spans.reduce((p, [, foot]) => Math.max(p, foot), 0);
  const place = { from, to, left, right };
  return [
    { ...place, ceiling: outside ? height : Math.min(lowest, height), floor: height },
    ...(outside ? [] : spans.map(([, foot]) => ({ ...place, ceiling: foot, floor: nextRoof(spans, foot) }))),
  ];
}

/**
 * Where the next curve below a height begins; that height, which leaves no room, where a curve passes it or none
 * follows.
 */
function nextRoof(spans: readonly Span[], height: number): number {
  const below = spans.filter(([, foot]) => foot > height).map(([roof]) => Math.max(roof, height));
  return below.length === 0 ? height : Math.min(...below);
}
