import type { ClaimResult } from "../../../experiments/language/result.js";
import type { Claim, Geometry, ResidualsFigure } from "../../../experiments/language/types.generated.js";
import { compose, frame, label, text, type Panel } from "../canvas.js";
import { claimName } from "../claim-names.js";
import { namedGeometry } from "../geometry.js";
import { claimsNamed, heading } from "../heading.js";
import { dots, line } from "../marks/lines.js";
import { geometryChosen } from "../runs.js";
import { memberLabel } from "../strokes.js";
import { markup, roughWidth, short } from "../text.js";
import { SIZE, type Theme } from "../theme.js";
import { decadeTicks, logRange } from "../ticks.js";
import type { FigureFunction, Part, Source } from "../plotly-figure.js";

/** One number and what it must not exceed (or, for lower bounds, fall below). */
interface Row {
  readonly name: string;
  /** That of the geometry where the axis chooses one, otherwise of the verdict. */
  readonly colour: string;
  readonly isGeometry: boolean;
  readonly value: number;
  readonly limit: number;
  readonly holds: boolean;
}

const SMALLEST = 1e-17;

/** One dot per row on a logarithmic axis; a stroke marks the tolerance. */
export const residuals: FigureFunction<ResidualsFigure> = (binding, source, theme) => {
  const { parts, room } = heading(theme, source, binding);
  const rows = claimsNamed(source, binding.claims).flatMap(claim => rowsOf(theme, source, claim, binding.by));
  const names = Math.min(330, 16 + Math.max(...rows.map(r => roughWidth(r.name, SIZE.label))));
  const shown = rows.flatMap(r => [Math.max(r.value, SMALLEST), ...(r.limit > 0 ? [r.limit] : [])]);
  const range = logRange(shown, 1e-20);
  const top = room.y + 14;
  const panel: Panel = {
    id: 1,
    box: {
      x: room.x + names,
      y: top,
      width: room.width - names - 90,
      height: Math.min(room.height - 66, 12 + 56 * rows.length),
    },
    x: {
      range: [range[0] / 2, range[1] * 2],
      log: true,
      ticks: decadeTicks(range),
      title: markup(binding.abscissa ?? "largest residual"),
      style: "grid",
    },
    y: { range: [rows.length - 0.4, -0.6], ticks: { values: [], texts: [] }, style: "ticks-only" },
  };
  return compose(theme, [...parts, frame(theme, panel), ...rows.flatMap((row, i) => rowParts(theme, panel, row, i))]);
};

function rowParts(theme: Theme, panel: Panel, row: Row, i: number): readonly Part[] {
  const { colour } = row;
  const { box } = panel;
  const y = box.y + (box.height * (i + 0.6)) / (panel.y.range[0] + 0.6);
  const at = Math.max(row.value, panel.x.range[0]);
  return [
    text(theme, box.x - 12, y, row.name, { align: "right", colour: row.isGeometry ? colour : theme.ink }),
    line(panel, panel.x.range, [i, i], theme.hair, { width: 1 }),
    ...(row.limit > 0
      ? [
          line(panel, [at, row.limit], [i, i], theme.tint(colour, 0.45), { width: 2 }),
          line(panel, [row.limit, row.limit], [i - 0.3, i + 0.3], theme.ink, { width: 2 }),
        ]
      : []),
    dots(panel, [at], [i], { size: 11, fill: colour, edge: theme.paper }),
    label(theme, panel, panel.x.range[1], i, short(row.value, 2), {
      dx: 10,
      size: SIZE.note,
      colour: verdict(theme, row.holds),
    }),
  ];
}

// ------------------------------------------------------------------ rows
/** One row, or one per point of the axis `by`. */
function rowsOf(theme: Theme, source: Source, result: ClaimResult, by: string | undefined): readonly Row[] {
  const claim = source.result.spec.claims[result.name];
  if (by === undefined || claim?.claim !== "equal") return [wholeRow(theme, source, result)];
  const [measured, expected, tolerance] = [claim.measured, claim.expected, String(claim.tolerance)].map(f => `(${f})`);
  const difference = source.evaluate(`abs(${measured} - ${expected}) + 0*${tolerance}`, [measured, expected]);
  if (!difference.dims.includes(by)) return [wholeRow(theme, source, result)];
  const limits = largestAlong(source.evaluate(`${tolerance} + 0*${measured}`, [measured, expected]), by);
  return largestAlong(difference, by).map((value, i) => {
    const holds = value <= limits[i] !== result.control;
    return {
      name: memberLabel(source, by, i),
      ...coloured(theme, geometryChosen(source, by, i), holds),
      value,
      limit: limits[i],
      holds,
    };
  });
}

const verdict = (theme: Theme, holds: boolean): string => (holds ? theme.ok : theme.bad);

const coloured = (
  theme: Theme,
  geometry: Geometry | undefined,
  holds: boolean,
): Pick<Row, "colour" | "isGeometry"> => ({
  colour: geometry === undefined ? verdict(theme, holds) : theme.geometry[namedGeometry(geometry).key],
  isGeometry: geometry !== undefined,
});

const NAME = 310;

const wholeRow = (theme: Theme, source: Source, claim: ClaimResult): Row => ({
  name: claimName(source, claim, NAME) + (claim.control ? " (control)" : ""),
  ...coloured(theme, undefined, claim.holds),
  ...measuresOf(claim),
  holds: claim.holds,
});

type Measures = { readonly value: number; readonly limit: number };
const size = (v: number | string): number => (typeof v === "number" ? Math.abs(v) : NaN);

const MEASURES: { readonly [C in Claim["claim"]]: (claim: ClaimResult) => Measures } = {
  equal: c => ({ value: c.deviation, limit: c.tolerance }),
  "at-most": c => ({ value: size(c.measured), limit: size(c.expected) }),
  "at-least": c => ({ value: size(c.measured), limit: size(c.expected) }),
  monotone: c => ({ value: Math.max(0, c.deviation), limit: c.tolerance }),
  ends: () => ({ value: 0, limit: 0 }),
};
const measuresOf = (claim: ClaimResult): Measures => MEASURES[claim.claim](claim);

/** The largest number of an array at each point of one dimension. */
function largestAlong(
  array: { readonly dims: readonly string[]; readonly shape: readonly number[]; readonly data: Float64Array },
  dim: string,
): readonly number[] {
  const k = array.dims.indexOf(dim);
  const inner = array.shape.slice(k + 1).reduce((a, b) => a * b, 1);
  const out = Array.from({ length: array.shape[k] }, () => 0);
  array.data.forEach((v, i) => {
    const point = Math.floor(i / inner) % array.shape[k];
    out[point] = Math.max(out[point], v);
  });
  return out;
}
