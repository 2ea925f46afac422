import { label, type Panel } from "../canvas.js";
import { alpha } from "../colour.js";
import { exp, pow } from "../../../arithmetic/functions.js";
import { short } from "../text.js";
import { SIZE, type Theme } from "../theme.js";
import type { Part } from "../plotly-figure.js";
import { region } from "./lines.js";

export interface Slope {
  readonly from: number;
  readonly to: number;
  /** Ordinate at `from`. */
  readonly at: number;
  /** The rate on half-logarithmic axes, the power on doubly logarithmic ones. */
  readonly slope: number;
}

/** A triangle whose run and rise are exact, the slope beside its upright side. */
export function slopeTriangle(theme: Theme, panel: Panel, { from, to, at, slope }: Slope): Part {
  const end = rise(panel, from, to, at, slope);
  const low = Math.min(at, end);
  const upright = slope < 0 ? from : to;
  const middle = panel.y.log === true ? Math.sqrt(at * end) : (at + end) / 2;
  const text = label(theme, panel, upright, middle, `slope ${short(slope)}`, {
    colour: theme.muted,
    size: SIZE.note,
    align: slope < 0 ? "right" : "left",
    dx: slope < 0 ? -5 : 5,
  });
  const outline = { color: theme.muted, width: 1.2 };
  const triangle = region(panel, [from, to, upright, from], [at, end, low, at], alpha(theme.muted, 0.1), outline);
  return { ...triangle, ...text };
}

/** The ordinate at `to` of the line of the given slope through (from, at). */
export function rise(panel: Panel, from: number, to: number, at: number, slope: number): number {
  if (panel.y.log !== true) return at + slope * (to - from);
  return panel.x.log === true ? at * pow(to / from, slope) : at * exp(slope * (to - from));
}
