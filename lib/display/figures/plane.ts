/** Panels of the plane: equal scales in both directions. */
import { isDrawable } from "./ticks.js";
import { NO_TICKS, type Box, type Panel } from "./canvas.js";

export interface Extent {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

type Points = Iterable<readonly [number, number]>;

/** The rectangle of the points with a margin; a unit square around 0 where there is none. */
export function extentOf(points: Points, margin: number = 0.06): Extent {
  const all = [...points].filter(([x, y]) => isDrawable(x) && isDrawable(y));
  if (all.length === 0) return { x: [-0.5, 0.5], y: [-0.5, 0.5] };
  const side = (k: 0 | 1): readonly [number, number] => {
    const low = all.reduce((a, p) => Math.min(a, p[k]), Infinity);
    const high = all.reduce((a, p) => Math.max(a, p[k]), -Infinity);
    const edge = margin * Math.max(high - low, 1e-9);
    return [low - edge, high + edge];
  };
  return { x: side(0), y: side(1) };
}

/** A panel whose ranges are widened until a unit has as many pixels upwards as to the right. */
export function planePanel(id: number, box: Box, extent: Extent): Panel {
  const unit = Math.max((extent.x[1] - extent.x[0]) / box.width, (extent.y[1] - extent.y[0]) / box.height);
  const widened = ([a, b]: readonly [number, number], pixels: number): readonly [number, number] => [
    (a + b - unit * pixels) / 2,
    (a + b + unit * pixels) / 2,
  ];
  return {
    id,
    box,
    x: { range: widened(extent.x, box.width), ticks: NO_TICKS, style: "hidden" },
    y: { range: widened(extent.y, box.height), ticks: NO_TICKS, style: "hidden" },
  };
}
