import { label, PAGE, pixelX, pixelY, type Panel, type TextStyle } from "../canvas.js";
import type { Theme } from "../theme.js";
import type { Part } from "../plotly-figure.js";

export interface EndLabel {
  /** The end of the curve. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour: string;
}

/** Names of curves right of their ends, pushed apart until none overlaps, and kept between the edges of the panel. */
export function endLabels(
  theme: Theme,
  panel: Panel,
  items: readonly EndLabel[],
  gap: number = 19,
  style: TextStyle = {},
): Part {
  const shown = items.filter(item => Number.isFinite(item.y) && Number.isFinite(item.x));
  const ends = [...new Set(shown.map(item => item.x))];
  const parts = ends.flatMap(x =>
    column(
      theme,
      panel,
      shown.filter(item => item.x === x),
      gap,
      style,
    ),
  );
  return {
    annotations: parts.flatMap(part => part.annotations ?? []),
    shapes: parts.flatMap(part => part.shapes ?? []),
  };
}

/** Lines of names that still can be read, px. */
const SMALLEST = 13;

/** Names of curves that end at the same abscissa. */
function column(
  theme: Theme,
  panel: Panel,
  items: readonly EndLabel[],
  gap: number,
  style: TextStyle,
): readonly Part[] {
  const inside = (y: number): number => clamp(y, panel.y.range);
  const placed = items
    .map(item => ({ ...item, y: inside(item.y), from: pixelY(panel, inside(item.y)) }))
    .sort((a, b) => a.from - b.from);
  const to = spread(
    placed.map(item => item.from),
    Math.min(gap, Math.max(SMALLEST, panel.box.height / Math.max(1, placed.length - 1))),
    panel.box.height - MOVED,
  );
  const moved = to.some((at, i) => Math.abs(at - placed[i].from) > MOVED);
  return placed.flatMap((item, i) => [
    label(theme, panel, item.x, item.y, item.text, {
      colour: item.colour,
      dx: moved ? LEADER + 5 : 9,
      dy: to[i] - item.from,
      ...style,
    }),
    ...(moved && to.length > 1 ? [leader(panel, item, item.from, to[i])] : []),
  ]);
}

/** Names that are farther from the ends of their curves than this are joined with them, px. */
const MOVED = 6;

/** Length of what joins them, px. */
const LEADER = 15;

/** A thin line from the end of a curve to its name. */
function leader(panel: Panel, { x, colour }: EndLabel, from: number, to: number): Part {
  const left = panel.box.x + pixelX(panel, x);
  const [x0, x1] = [left + 3, left + LEADER].map(v => v / PAGE.width);
  const [y0, y1] = [from, to].map(v => 1 - (panel.box.y + v) / PAGE.height);
  return {
    shapes: [{ type: "line", xref: "paper", yref: "paper", x0, x1, y0, y1, line: { color: colour, width: 1 } }],
  };
}

const clamp = (v: number, [a, b]: readonly [number, number]): number =>
  Math.min(Math.max(v, Math.min(a, b)), Math.max(a, b));

/**
 * Sorted positions moved as little as pairwise pushes allow so that neighbours are `gap` apart and none lies beyond
 * `limit`.
 */
export function spread(positions: readonly number[], gap: number, limit: number): readonly number[] {
  const at = [...positions];
  for (let round = 0; round < 400; round++) {
    for (let i = 1; i < at.length; i++) {
      const push = (gap - (at[i] - at[i - 1])) / 2;
      if (push <= 0) continue;
      at[i] += push;
      at[i - 1] -= push;
    }
    const last = at.length - 1;
    if (last >= 0) at[last] = Math.min(at[last], limit);
  }
  return at;
}
