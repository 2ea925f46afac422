import { refuse } from "../../../arithmetic/refusal.js";
import type { PlansFigure } from "../../../experiments/language/types.generated.js";
import { compose, frame, NO_TICKS, text, type Box, type Panel } from "../canvas.js";
import { heading } from "../heading.js";
import { imageFill } from "../marks/field.js";
import { band, bandBeside, line } from "../marks/lines.js";
import { axisNumbers, sizeOf, sliceOf } from "../source.js";
import { memberLabel } from "../strokes.js";
import { variable } from "../tex.js";
import { bold } from "../text.js";
import { SIZE, WIDTH, type Theme } from "../theme.js";
import { linearTicks, spanOf, TINY } from "../ticks.js";
import type { FigureFunction, Part, Source } from "../plotly-figure.js";

/** About so many ticks on either axis: both have the same unit. */
const TICKS = 4;

/** A plan P(x, y) as rows over y. */
interface Plan {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly rows: readonly (readonly number[])[];
  readonly name: string;
}

/** Height of a margin, and what stands above it: the name of the plan. Between margin and plan, px. */
const MARGIN = 44;
const ABOVE = 26;
const GAP = 5;
/** Room for the ticks of the abscissa; for those of the ordinate, left of the margin; and between plans. */
const BELOW = 42;
const LEFT = 34;
const BESIDE = 14;

/**
 * Plans of two measures on a line as pictures, each under the same scale, the first margin above and the second at the
 * left.
 */
export const plans: FigureFunction<PlansFigure> = (binding, source, theme) => {
  const { parts, room } = heading(theme, source, binding);
  const shown = plansOf(source, binding);
  const slot = room.width / shown.length;
  const side = Math.min(slot - LEFT - MARGIN - GAP - BESIDE, room.height - ABOVE - MARGIN - GAP - BELOW);
  const pitch = Math.min(slot, 1.5 * side);
  const from = room.x + (room.width - pitch * shown.length) / 2 + LEFT;
  return compose(theme, [
    ...parts,
    ...shown.flatMap((plan, i) => {
      const x = from + i * pitch + MARGIN + GAP;
      const box: Box = { x, y: room.y + ABOVE + MARGIN + GAP, width: side, height: side };
      return picture(theme, plan, box, 3 * i + 1);
    }),
  ]);
};

/** One plan for each point of the axis. */
function plansOf(source: Source, { of, by }: PlansFigure): readonly Plan[] {
  const field = source.evaluate(of);
  const [first, second] = field.dims.filter(dim => dim !== by);
  if (second === undefined || field.dims.length > (by === undefined ? 2 : 3))
    refuse(
      `${of} is no plan: it needs two dimensions${by === undefined ? "" : ` besides "${by}"`}, ` +
        `and has ${field.dims.join(", ")}`,
    );
  const numbers = (dim: string): readonly number[] =>
    Array.from(field.coordinates.get(dim) ?? Array.from({ length: sizeOf(field, dim) }, (_, i) => i + 1));
  const count = by === undefined ? 1 : Math.max(1, axisNumbers(by, source).length);
  const y = numbers(second);
  return Array.from({ length: count }, (_, k) => ({
    x: numbers(first),
    y,
    rows: y.map((_v, j) => sliceOf(field, first, { [second]: j, ...(by !== undefined && { [by]: k }) })),
    name: by === undefined ? "" : memberLabel(source, by, k),
  }));
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const largest = (values: readonly number[]): number =>
  values.filter(Number.isFinite).reduce((a, b) => Math.max(a, b), TINY);

/** A plan between its margins ∫P dy and ∫P dx; each plan is as dark as it can be where it has most mass. */
function picture(theme: Theme, { x, y, rows, name }: Plan, box: Box, id: number): readonly Part[] {
  const [across, up] = [spanOf(x[0], x[x.length - 1]), spanOf(y[0], y[y.length - 1])];
  const peak = largest(rows.flat());
  const panel: Panel = {
    id,
    box,
    x: { range: across, ticks: linearTicks(across, TICKS), title: variable("x") },
    y: { range: up, ticks: NO_TICKS, style: "ticks-only" },
  };
  const both = theme.geometry.wfr;
  return [
    text(theme, box.x, box.y - GAP - MARGIN - ABOVE / 2, bold(name), { size: SIZE.label }),
    imageFill(panel, { x, y, rows }, [0, peak], [theme.paper, theme.tint(both, 0.5), both]),
    frame(theme, panel),
    ...margins(theme, panel, { x, y, rows, name }),
  ];
}

function margins(theme: Theme, { id, box, x: across, y: up }: Panel, { x, y, rows }: Plan): readonly Part[] {
  const first = x.map((_, i) => sum(rows.map(row => row[i])));
  const second = rows.map(sum);
  const height: readonly [number, number] = [0, 1.05 * largest([...first, ...second])];
  const hidden = { ticks: NO_TICKS, style: "hidden" } as const;
  const above: Panel = {
    id: id + 1,
    box: { x: box.x, y: box.y - GAP - MARGIN, width: box.width, height: MARGIN },
    x: { range: across.range, ...hidden },
    y: { range: height, ...hidden },
  };
  const left: Panel = {
    id: id + 2,
    box: { x: box.x - GAP - MARGIN, y: box.y, width: MARGIN, height: box.height },
    x: { range: [height[1], 0], ...hidden },
    y: { range: up.range, ticks: linearTicks(up.range, TICKS), title: variable("y"), outdent: 24 },
  };
  const [source, target] = [theme.geometry.wasserstein, theme.geometry["fisher-rao"]];
  return [
    frame(theme, above),
    band(
      above,
      x,
      first,
      x.map(() => 0),
      source,
      0.25,
    ),
    line(above, x, first, source, { width: WIDTH.second }),
    frame(theme, left),
    bandBeside(left, 0, second, y, target, 0.25),
    line(left, second, y, target, { width: WIDTH.second }),
  ];
}
