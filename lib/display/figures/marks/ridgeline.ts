import type { Panel } from "../canvas.js";
import type { Theme } from "../theme.js";
import { isDrawable } from "../ticks.js";
import type { Part } from "../plotly-figure.js";
import { line, region } from "./lines.js";

export interface Ridge {
  /** Height of the base line. */
  readonly base: number;
  readonly values: ArrayLike<number>;
}

/** Curves standing on their base lines, the rear ones first; an opaque tint lets front rows hide what is behind. */
export function ridgeline(
  theme: Theme,
  panel: Panel,
  x: ArrayLike<number>,
  ridges: readonly Ridge[],
  scale: number,
  colour: string,
): Part {
  const rear = [...ridges].sort((a, b) => b.base - a.base);
  const peak = Math.max(...ridges.map(r => largest(r.values)));
  return {
    data: rear.flatMap(ridge =>
      ridgeParts(theme, panel, x, ridge, scale, colour, peak).flatMap(part => part.data ?? []),
    ),
  };
}

/** Part of the highest ridge from which on a height is seen: half a pixel of some hundred. */
const VISIBLE = 5e-3;

const largest = (values: ArrayLike<number>): number =>
  Array.from(values)
    .filter(isDrawable)
    .reduce((a, b) => Math.max(a, b), 0);

function ridgeParts(
  theme: Theme,
  panel: Panel,
  x: ArrayLike<number>,
  ridge: Ridge,
  scale: number,
  colour: string,
  peak: number,
): readonly Part[] {
  const base = line(panel, [x[0], x[x.length - 1]], [ridge.base, ridge.base], theme.hair, { width: 1 });
  const [a, b] = support(ridge.values, VISIBLE * peak);
  if (b <= a) return [base];
  const there = Array.from(x).slice(a, b + 1);
  const crest = Array.from(ridge.values)
    .slice(a, b + 1)
    .map(v => ridge.base + scale * v);
  const fill = region(
    panel,
    [...there, ...there.slice().reverse()],
    [...crest, ...there.map(() => ridge.base)],
    theme.tint(colour, 0.36),
  );
  return [base, fill, line(panel, there, crest, colour, { width: 1.7 })];
}

/** First and last index where the values exceed `threshold`, with one neighbour. */
function support(values: ArrayLike<number>, threshold: number): readonly [number, number] {
  const on = Array.from(values, v => Math.abs(v) > threshold);
  const a = on.indexOf(true);
  return a < 0 ? [0, -1] : [Math.max(0, a - 1), Math.min(on.length - 1, on.lastIndexOf(true) + 1)];
}
