import type { WitnessFigure } from "../../../experiments/language/types.generated.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { compose, frame, label, NO_TICKS, text, type Box, type Panel } from "../canvas.js";
import { heading } from "../heading.js";
import { band, line } from "../marks/lines.js";
import { axisNumbers, familyOf, type Family, sliceOf } from "../source.js";
import { memberLabel } from "../strokes.js";
import { variable } from "../tex.js";
import { bold, markup, parameter, short } from "../text.js";
import { densityOnLine } from "../target.js";
import { DASH, SIZE, WIDTH, type Theme } from "../theme.js";
import { linearRange, linearTicks, spanOf } from "../ticks.js";
import type { FigureFunction, Part, Source } from "../plotly-figure.js";

const TABLE = 210;
const GAP = 26;
/** Nodes where both densities are below this fraction of the highest are not shown. */
const EMPTY = 3e-3;

/** Two densities over the same nodes, and the functions below them on the part of the line that is shown. */
interface Shown {
  readonly x: readonly number[];
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly members: readonly (readonly number[])[];
}

/**
 * Densities above, the function that tells them apart below: filled where it is positive and negative; other parameters
 * beside it.
 */
export const witness: FigureFunction<WitnessFigure> = (binding, source, theme) => {
  const { parts, room } = heading(theme, source, binding);
  const family = familyOf(binding.witness, "node", source);
  const shown = shownOf(source, binding.run, family);
  const width = room.width - 54 - (family.members.length > 1 ? TABLE : 0);
  const above = 0.42 * (room.height - 62 - GAP);
  const upper: Box = { x: 84, y: room.y + 14, width, height: above };
  const lower: Box = { x: 84, y: upper.y + above + GAP, width, height: room.height - 62 - GAP - above };
  const main = Math.floor(family.members.length / 2);
  return compose(theme, [
    ...parts,
    ...densities(theme, upper, shown),
    ...functions(theme, lower, shown, main, markup(binding.ordinate ?? "$f$")),
    ...(family.members.length > 1
      ? table(theme, source, binding, family, main, { ...lower, x: 84 + width + 36, width: TABLE - 36 })
      : []),
  ]);
};

function shownOf(source: Source, run: string, { x, members }: Family): Shown {
  const of = (end: "from" | "to"): readonly number[] =>
    densityOnLine(source, run, end, x) ??
    refuse(`run "${run}" compares no two densities on a line: a witness is drawn under densities`);
  const first = of("from");
  const second = of("to");
  const peak = Math.max(...first, ...second);
  const there = x.map((_, i) => Math.max(first[i], second[i]) > EMPTY * peak);
  const a = there.indexOf(true);
  const b = there.lastIndexOf(true) + 1;
  const cut = (y: readonly number[]): readonly number[] => y.slice(a, b);
  return { x: cut(x), first: cut(first), second: cut(second), members: members.map(({ y }) => cut(y)) };
}

const rangeOf = (x: readonly number[]): readonly [number, number] => spanOf(x[0], x[x.length - 1]);

function densities(theme: Theme, box: Box, { x, first, second }: Shown): readonly Part[] {
  const panel: Panel = {
    id: 1,
    box,
    x: { range: rangeOf(x), ticks: NO_TICKS },
    y: { range: [0, 1.16 * Math.max(...first, ...second)], ticks: NO_TICKS, style: "hidden" },
  };
  const zero = x.map(() => 0);
  const pair = [
    [first, theme.geometry.wasserstein, "μ"],
    [second, theme.geometry["fisher-rao"], "ν"],
  ] as const;
  const peak = (y: readonly number[]): number => y.indexOf(Math.max(...y));
  return [
    frame(theme, panel),
    ...pair.map(([y, colour]) => band(panel, x, y, zero, colour, 0.2)),
    ...pair.flatMap(([y, colour, name]) => [
      line(panel, x, y, colour, { width: WIDTH.main }),
      label(theme, panel, x[peak(y)], y[peak(y)], bold(variable(name)), {
        colour,
        align: "center",
        vertical: "bottom",
        dy: -3,
        size: 17,
      }),
    ]),
  ];
}

const DASHES = [DASH.bound, DASH.limit] as const;

/** The main one is solid; the others alternate. */
const dashOf = (i: number, main: number): { readonly dash?: string } =>
  i === main ? {} : { dash: DASHES[(i < main ? i : i - 1) % DASHES.length] };

function functions(theme: Theme, box: Box, { x, members }: Shown, main: number, title: string): readonly Part[] {
  const range = linearRange(members.flat(), [0]);
  const zero = x.map(() => 0);
  const y = members[main];
  const panel: Panel = {
    id: 2,
    box,
    x: { range: rangeOf(x), ticks: linearTicks(rangeOf(x), 6), title: variable("x") },
    y: { range, ticks: linearTicks(range, 4), title, outdent: 40 },
  };
  const part = (sign: 1 | -1): readonly number[] => y.map(v => (sign * v > 0 ? v : 0));
  return [
    frame(theme, panel),
    band(panel, x, part(1), zero, theme.geometry.wasserstein, 0.2),
    band(panel, x, part(-1), zero, theme.geometry["fisher-rao"], 0.2),
    line(panel, rangeOf(x), [0, 0], theme.rule, { width: WIDTH.hair }),
    ...members.flatMap((values, i) =>
      i === main ? [] : [line(panel, x, values, theme.muted, { width: WIDTH.second, ...dashOf(i, main) })],
    ),
    line(panel, x, y, theme.ink, { width: 3 }),
  ];
}

const ROW = 30;

/** The parameter of each curve, and its number. */
function table(
  theme: Theme,
  source: Source,
  { by, values, valueName }: WitnessFigure,
  { members, dims }: Family,
  main: number,
  box: Box,
): readonly Part[] {
  const dim = by ?? dims[0];
  const field = values === undefined ? undefined : source.evaluate(values, []);
  const parameters = axisNumbers(dim, source);
  const rowName = (i: number): string => (parameters.length > 0 ? short(parameters[i]) : memberLabel(source, dim, i));
  const panel: Panel = {
    id: 3,
    box: { ...box, height: (members.length + 1) * ROW },
    x: { range: [0, box.width], ticks: NO_TICKS, style: "hidden" },
    y: { range: [members.length + 1, 0], ticks: NO_TICKS, style: "hidden" },
  };
  const named = (y: number, x: number, content: string, colour: string, align: "left" | "right"): Part =>
    text(theme, box.x + x, box.y + y * ROW, content, { colour, align, size: SIZE.label });
  return [
    frame(theme, panel),
    named(0.5, 0, parameters.length > 0 ? parameter(dim) : "", theme.muted, "left"),
    ...(valueName === undefined ? [] : [named(0.5, box.width, markup(valueName), theme.muted, "right")]),
    ...members.flatMap(({ at }, i) => {
      const colour = i === main ? theme.ink : theme.muted;
      const shape = i === main ? bold : (words: string): string => words;
      return [
        line(panel, [0, 40], [i + 1.5, i + 1.5], colour, { width: i === main ? 3 : WIDTH.second, ...dashOf(i, main) }),
        named(i + 1.5, 52, shape(rowName(at[dim])), colour, "left"),
        ...(field === undefined
          ? []
          : [named(i + 1.5, box.width, shape(short(sliceOf(field, "node", at)[0], 4)), colour, "right")]),
      ];
    }),
  ];
}
