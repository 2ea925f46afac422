import { norm } from "../../../arithmetic/functions.js";
import type { Panel } from "../canvas.js";
import type { Point2 } from "../ternary.js";
import type { Part } from "../plotly-figure.js";
import { region } from "./lines.js";

/** Where a field points to. */
export interface Dart {
  readonly at: Point2;
  readonly direction: Point2;
}

/** Slim triangles that show directions, not sizes, in one trace; `size` in data units. */
export function darts(panel: Panel, list: readonly Dart[], size: number, colour: string): Part {
  const corners = list
    .filter(({ direction }) => norm(...direction) > 0)
    .flatMap(({ at: [x, y], direction: [u, v] }) => {
      const l = size / (2 * norm(u, v));
      const w = 0.34 * l;
      const tip = [x + l * u, y + l * v];
      return [tip, [x - l * u - w * v, y - l * v + w * u], [x - l * u + w * v, y - l * v - w * u], tip, [NaN, NaN]];
    });
  return region(
    panel,
    corners.map(p => p[0]),
    corners.map(p => p[1]),
    colour,
  );
}
