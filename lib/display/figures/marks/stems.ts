import type { Panel } from "../canvas.js";
import { WIDTH } from "../theme.js";
import type { Part } from "../plotly-figure.js";
import { dots, line } from "./lines.js";

/**
 * Vertical lines from the lower edge of the panel to the numbers, each with a dot; what lies below the edge is not
 * there.
 */
export function stems(panel: Panel, x: readonly number[], y: readonly number[], colour: string): readonly Part[] {
  const floor = panel.y.log === true ? panel.y.range[0] : 0;
  const seen = x.flatMap((at, i) => (y[i] >= panel.y.range[0] ? [{ at, v: y[i] }] : []));
  return [
    line(
      panel,
      seen.flatMap(({ at }) => [at, at, NaN]),
      seen.flatMap(({ v }) => [floor, v, NaN]),
      colour,
      { width: WIDTH.second },
    ),
    dots(
      panel,
      seen.map(({ at }) => at),
      seen.map(({ v }) => v),
      { size: 7.5, fill: colour },
    ),
  ];
}
