import { log10, pow } from "../../numerics/functions.js";
import { label, pixelX, pixelY, type Panel } from "../canvas.js";
import { SIZE, type Theme } from "../theme.js";
import { roundStep } from "../ticks.js";
import type { Part } from "../types.js";
import { rise, slopeTriangle } from "./slope-triangle.js";

interface Curve {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

const STARTS = [0.06, 0.14, 0.22, 0.3, 0.38, 0.46, 0.54, 0.62, 0.7];

/** A slope triangle where the room under the curves is largest; its run is a round number, or one decade. */
export function placedTriangle(theme: Theme, panel: Panel, curves: readonly Curve[], slope: number): Part {
  const windows = STARTS.map((start) => window(panel, curves, start));
  const best = windows.reduce((a, b) => (b.floor - b.ceiling > a.floor - a.ceiling ? b : a));
  const { from, to } = best;
  const height = Math.abs(pixelY(panel, rise(panel, from, to, 1, slope)) - pixelY(panel, 1));
  const middle = (best.ceiling + best.floor) / 2;
  const top = ordinateAt(panel, middle - height / 2);
  const at = slope < 0 ? top : rise(panel, from, to, top, -slope);
  const foot = Math.min(at, rise(panel, from, to, at, slope));
  const run = panel.x.log === true ? "" : tidy(to - from);
  const under = run === "" ? {} : label(theme, panel, (from + to) / 2, foot, run, { align: "center", vertical: "top", dy: 4, size: SIZE.note, colour: theme.muted });
  const triangle = slopeTriangle(theme, panel, { from, to, at, slope });
  return { ...triangle, annotations: [...(triangle.annotations ?? []), ...(under.annotations ?? [])] };
}

const tidy = (x: number): string => String(Number(x.toPrecision(6)));

interface Window {
  readonly from: number;
  readonly to: number;
  /** Pixels from the top: the lowest point of the curves above the window, and the axis. */
  readonly ceiling: number;
  readonly floor: number;
}

function window(panel: Panel, curves: readonly Curve[], start: number): Window {
  const [a, b] = panel.x.range;
  const log = panel.x.log === true;
  const run = log ? Math.min(10, pow(10, 0.3 * log10(b / a))) : roundStep((b - a) / 8);
  const from = log ? a * pow(b / a, start) : Number((Math.round((a + start * (b - a)) / (run / 2)) * (run / 2)).toPrecision(9));
  const to = log ? from * run : from + run;
  const inside = curves.flatMap((c) => c.x.map((x, i) => [x, c.y[i]] as const))
    .filter(([x, y]) => x >= from - 0.3 * (to - from) && x <= to + 0.3 * (to - from) && (panel.y.log !== true || y > 0));
  const lowest = inside.map(([, y]) => pixelY(panel, y)).reduce((p, q) => Math.max(p, q), 0);
  const outside = pixelX(panel, to) > panel.box.width - 10;
  return { from, to, ceiling: outside ? panel.box.height : Math.min(lowest, panel.box.height), floor: panel.box.height };
}

/** The ordinate at a pixel from the top of the panel. */
function ordinateAt(panel: Panel, pixel: number): number {
  const share = 1 - pixel / panel.box.height;
  const [a, b] = panel.y.range;
  return panel.y.log === true ? a * pow(b / a, share) : a + share * (b - a);
}
