import { label, PAGE, pixelX, pixelY, type Panel, type TextStyle } from "../canvas.js";
import { heightsBetween, type Points } from "../clip.js";
import { roughWidth } from "../text.js";
import { SIZE, type Theme } from "../theme.js";
import type { Part } from "../plotly-figure.js";

export interface EndLabel {
  /** The end of the curve. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour: string;
  /** Its curve: names of curves that end at one place stand in the order in which these come there. */
  readonly curve?: Points;
}

/**
 * Names of curves right of their ends, pushed apart until none overlaps, and kept between the edges of the panel. Those
 * that end before others stand above what is there already: names, and `curves`.
 */
export function endLabels(
  theme: Theme,
  panel: Panel,
  items: readonly EndLabel[],
  gap: number = 19,
  style: TextStyle = {},
  curves: readonly Points[] = [],
): Part {
  const shown = items.filter(item => Number.isFinite(item.y) && Number.isFinite(item.x));
  const endOf = (item: EndLabel): number => Math.round(pixelX(panel, item.x));
  const ends = [...new Set(shown.map(endOf))].sort((a, b) => b - a);
  const placed = ends.reduce<readonly Placed[]>((taken, end) => {
    const column = columnOf(
      panel,
      shown.filter(item => endOf(item) === end),
      gap,
    );
    return [...taken, ...column.map(item => ({ ...item, to: free(panel, item, taken, curves, gap) }))];
  }, []);
  const parts = placed.flatMap(item => drawn(theme, panel, item, style));
  return {
    annotations: parts.flatMap(part => part.annotations ?? []),
    shapes: parts.flatMap(part => part.shapes ?? []),
  };
}

/**
 * A name with the pixels from the left edge of the panel at which its curve ends, from the upper edge, and where it
 * goes.
 */
interface Placed extends EndLabel {
  readonly left: number;
  readonly from: number;
  readonly to: number;
  /** Joined with its curve. */
  readonly joined: boolean;
}

/** The nearest height above the one that is wished, or else below, at which a name meets neither a name nor a curve. */
function free(
  panel: Panel,
  { left, to, text }: Placed,
  taken: readonly Placed[],
  curves: readonly Points[],
  gap: number,
): number {
  const right = left + LEADER + roughWidth(text, SIZE.label);
  const beside = taken.filter(other => right > other.left && left < other.left + roughWidth(other.text, SIZE.label));
  const passing = curves
    .map(curve => heightsBetween(panel, curve, left + AFTER, right))
    .filter(list => list.length > 0);
  const meets = (at: number): boolean =>
    beside.some(other => Math.abs(other.to - at) < gap - 1) ||
    passing.some(list => Math.min(...list) < at + gap / 2 && Math.max(...list) > at - gap / 2);
  const above = Array.from({ length: Math.ceil(to / STEP) }, (_, k) => to - k * STEP);
  const below = Array.from({ length: Math.ceil((panel.box.height - to) / STEP) }, (_, k) => to + k * STEP);
  return [...above, ...below].find(at => !meets(at)) ?? to;
}

/** Room between the end of a curve and its name, and steps in which a free place is looked for, px. */
const AFTER = 9;
const STEP = 2;

/** Lines of names that still can be read, px. */
const SMALLEST = 13;

/** Which of two curves comes from above to where both end, by the last points that are a pixel apart; 0: none are. */
function arrival(panel: Panel, { curve: a }: EndLabel, { curve: b }: EndLabel): number {
  const [p, q] = [a, b].map(curve => (curve?.y ?? []).map(v => Math.round(pixelY(panel, v))).reverse());
  const k = p.findIndex((height, i) => Math.abs(height - q[i]) > 0);
  return k < 0 ? 0 : p[k] - q[k];
}

/** Names of curves that end at the same abscissa, the upper ones first; over the axis they stay above its line. */
function columnOf(panel: Panel, items: readonly EndLabel[], gap: number): readonly Placed[] {
  const inside = (y: number): number => clamp(y, panel.y.range);
  const ends = items
    .map(item => ({
      ...item,
      y: inside(item.y),
      left: pixelX(panel, item.x),
      from: pixelY(panel, inside(item.y)),
    }))
    .sort((a, b) => Math.round(a.from) - Math.round(b.from) || arrival(panel, a, b));
  const isBeside = items.every(item => pixelX(panel, item.x) > panel.box.width - 1);
  const to = spread(
    ends.map(item => item.from),
    Math.min(gap, Math.max(SMALLEST, panel.box.height / Math.max(1, ends.length - 1))),
    panel.box.height - (isBeside ? MOVED : gap / 2),
  );
  const joined = to.length > 1 && to.some((at, i) => Math.abs(at - ends[i].from) > MOVED);
  return ends.map((item, i) => ({ ...item, to: to[i], joined }));
}

function drawn(theme: Theme, panel: Panel, item: Placed, style: TextStyle): readonly Part[] {
  const { x, y, from, to, text, colour } = item;
  const joined = item.joined || Math.abs(to - from) > MOVED;
  return [
    label(theme, panel, x, y, text, { colour, dx: joined ? LEADER + 5 : AFTER, dy: to - from, ...style }),
    ...(joined ? [leader(panel, item, from, to)] : []),
  ];
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
