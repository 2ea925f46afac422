import { label, pixelX, pixelY, type Panel } from "../canvas.js";
import { endLabels } from "../marks/end-labels.js";
import { line } from "../marks/lines.js";
import { bold, roughWidth } from "../text.js";
import { DASH, SIZE, WIDTH, type Theme } from "../theme.js";
import type { Content, Curve } from "./threshold-content.js";
import type { Part } from "../plotly-figure.js";

/** One curve per value of the parameter; each is named at its bound, or where it rises, or at its end. */
export function fan(theme: Theme, panel: Panel, { curves, bounds, references }: Content): readonly Part[] {
  const corners = cornersOf(panel, bounds, [...curves, ...bounds]);
  return [
    ...bounds.map(c => line(panel, ...spanned(panel, c), c.colour, { width: WIDTH.bound, dash: DASH.bound })),
    ...curves.map(c => line(panel, c.x, c.y, c.colour)),
    ...references.map(c => line(panel, ...spanned(panel, c), theme.ink, { width: WIDTH.reference, dash: DASH.limit })),
    ...(bounds.length > 0
      ? bounds.map((c, i) => boundName(theme, panel, c, corners[i]))
      : [
          ...curves.filter(c => !falls(c)).map(c => crossingName(theme, panel, c)),
          fallenNames(theme, panel, curves.filter(falls)),
        ]),
  ];
}

/** Where a bound is named: over or under it, at its right or left end. */
interface Corner {
  readonly align: "right" | "left";
  readonly vertical: "top" | "bottom";
}

/** Those that are clear are taken in this order. */
const CORNERS: readonly Corner[] = [
  { align: "right", vertical: "bottom" },
  { align: "right", vertical: "top" },
  { align: "left", vertical: "bottom" },
  { align: "left", vertical: "top" },
];

/** Width of the name of a bound, and from the bound to the middle of its name, px. */
const NAME = { width: 70, height: 13 };

const middle = (panel: Panel, bound: Curve, { vertical }: Corner): number =>
  pixelY(panel, bound.y[bound.y.length - 1]) + (vertical === "top" ? 1 : -1) * NAME.height;

/** One corner for each bound, clear of curves, bounds and the names before it, or as far from them as can be. */
function cornersOf(panel: Panel, bounds: readonly Curve[], others: readonly Curve[]): readonly Corner[] {
  return bounds.reduce<readonly Corner[]>((taken, bound) => {
    const clearance = (corner: Corner): number => {
      const inside = (x: number): boolean =>
        corner.align === "right" ? x > panel.box.width - NAME.width : x < NAME.width;
      const lines = others.flatMap(({ x, y }) =>
        x.length === 0 ? y : y.filter((v, i) => Number.isFinite(v) && inside(pixelX(panel, x[i]))),
      );
      const names = taken.flatMap((t, i) => (t.align === corner.align ? [middle(panel, bounds[i], t)] : []));
      const gaps = [...lines.map(v => pixelY(panel, v)), ...names].map(at =>
        Math.abs(at - middle(panel, bound, corner)),
      );
      return Math.min(NAME.height - 2, ...gaps);
    };
    return [...taken, CORNERS.reduce((best, corner) => (clearance(corner) > clearance(best) ? corner : best))];
  }, []);
}

const boundName = (theme: Theme, panel: Panel, { y, name, colour }: Curve, { align, vertical }: Corner): Part =>
  label(theme, panel, panel.x.range[align === "right" ? 1 : 0], y[y.length - 1], bold(name), {
    colour,
    align,
    vertical,
    dy: vertical === "top" ? 3 : -3,
  });

/** A constant runs through the whole panel. */
const spanned = (panel: Panel, { x, y }: Curve): readonly [readonly number[], readonly number[]] =>
  x.length === 0 ? [panel.x.range, [y[0], y[0]]] : [x, y];

const falls = ({ y }: Curve): boolean => y[y.length - 1] < 0.98 * Math.max(...y.filter(Number.isFinite));

/** Width of the names at the ends of curves that fall, px. */
export const widthBeside = ({ curves, bounds }: Content): number =>
  bounds.length > 0 ? 0 : Math.max(0, ...curves.filter(falls).map(({ brief }) => roughWidth(bold(brief), SIZE.label)));

/** Names at the ends of curves that fall. */
const fallenNames = (theme: Theme, panel: Panel, curves: readonly Curve[]): Part =>
  endLabels(
    theme,
    panel,
    curves.map(({ x, y, brief, colour }) => ({ x: x[x.length - 1], y: y[y.length - 1], text: bold(brief), colour })),
  );

/** Left of a curve where it has risen by two fifths; above the beginning of one that does not move. */
function crossingName(theme: Theme, panel: Panel, { x, y, name, brief, colour }: Curve): Part {
  const inside = x.flatMap((v, i) => (v >= panel.x.range[0] && Number.isFinite(y[i]) ? [i] : []));
  if (inside.length === 0) return {};
  const heights = inside.map(i => -pixelY(panel, y[i]));
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const i = inside[heights.findIndex(height => height >= low + 0.4 * (high - low))];
  return high - low < 4
    ? label(theme, panel, x[i], y[i], bold(name), { colour, vertical: "bottom", dx: 8, dy: -3 })
    : label(theme, panel, x[i], y[i], bold(brief), { colour, align: "right", dx: -8, dy: -4 });
}
