import type { ConvergingFamilyFigure, Halves } from "../../../experiments/language/types.generated.js";
import { compose, frame, label, type Axis, type Box, type Panel } from "../canvas.js";
import { namedGeometry } from "../geometry.js";
import { heading } from "../heading.js";
import { endLabels } from "../marks/end-labels.js";
import { band, dots, line } from "../marks/lines.js";
import { geometryOf } from "../runs.js";
import { contentOf, type Content } from "../series-panel.js";
import { abscissaOf, ordinateOf } from "../scale.js";
import { axisNumbers, familyOf } from "../source.js";
import { memberLabel, runOf } from "../strokes.js";
import { subscript, variable } from "../tex.js";
import { bold, markup, parameter } from "../text.js";
import { DASH, SIZE, WIDTH, type GeometryKey, type Theme } from "../theme.js";
import { decadeTicks, linearRange, linearTicks } from "../ticks.js";
import type { FigureFunction, Part, Source } from "../plotly-figure.js";

/**
 * A family and its limit, the errors on doubly logarithmic axes, and both halves of the dissipation closing in from two
 * sides.
 */
export const convergingFamily: FigureFunction<ConvergingFamilyFigure> = (binding, source, theme) => {
  const { parts, room } = heading(theme, source, binding);
  const columns = binding.halves === undefined ? TWO : THREE;
  const box = (column: Column): Box => ({ ...column, y: room.y + 38, height: room.height - 90 });
  return compose(theme, [
    ...parts,
    ...family(theme, source, binding, box(columns.family)),
    ...errors(theme, source, binding, box(columns.errors)),
    ...(binding.halves === undefined
      ? []
      : [...pincer(theme, source, binding.along, binding.halves, keyOf(source, binding.family), box(THREE.halves))]),
  ]);
};

type Column = Pick<Box, "x" | "width">;

const TWO = { family: { x: 66, width: 470 }, errors: { x: 646, width: 210 } } as const;
const THREE = {
  family: { x: 66, width: 356 },
  errors: { x: 494, width: 122 },
  halves: { x: 738, width: 142 },
} as const;

function keyOf(source: Source, formula: string): GeometryKey | "ink" {
  const run = runOf(source, formula);
  const geometry = run === undefined ? undefined : geometryOf(source, run);
  return geometry === undefined ? "ink" : namedGeometry(geometry).key;
}

// ------------------------------------------------------------------ the family
/** The dimension that the members are drawn over. */
const dimensionOf = (source: Source, binding: ConvergingFamilyFigure): string =>
  source.evaluate(binding.family).dims.find(d => d !== binding.along) ?? "t";

function family(theme: Theme, source: Source, binding: ConvergingFamilyFigure, box: Box): readonly Part[] {
  const dim = dimensionOf(source, binding);
  const { x, members } = familyOf(binding.family, dim, source);
  const limit = familyOf(binding.limit, dim, source).members[0].y;
  const colours = theme.sequence(keyOf(source, binding.family), members.length);
  const abscissa = dim === "t" ? abscissaOf(x, false, 4, 0) : ordinateOf(x, false, 4);
  const xRange = abscissa.range;
  const yRange = linearRange([...members.flatMap(m => m.y), ...limit], [0]);
  const panel: Panel = {
    id: 1,
    box: { ...box, width: box.width - 84 },
    x: { ...abscissa, title: dim === "t" ? `time ${variable("t")}` : variable("x") },
    y: { range: yRange, ticks: linearTicks(yRange), title: markup(binding.ordinate ?? ""), outdent: 36 },
  };
  const names = members.map((m, i) => ({
    x: xRange[1],
    y: last(m.y),
    colour: colours[i],
    text: memberLabel(source, binding.along, m.at[binding.along]),
  }));
  return [
    frame(theme, panel),
    ...members.map((m, i) => line(panel, x, m.y, colours[i], { width: 2.4 })),
    line(panel, x, limit, theme.ink, { width: WIDTH.reference, dash: DASH.limit }),
    endLabels(theme, panel, [...names, { x: xRange[1], y: last(limit), text: "limit", colour: theme.ink }], 18),
  ];
}

const last = (values: readonly number[]): number => values[values.length - 1];

// ------------------------------------------------------------------ the errors
/** The parameter falls to the right, as in the panel of the halves. */
function errors(theme: Theme, source: Source, binding: ConvergingFamilyFigure, box: Box): readonly Part[] {
  const { solid }: Content = contentOf(theme, source, binding.along, { solid: binding.errors });
  const panel: Panel = {
    id: 2,
    box,
    x: decreasing(
      binding.along,
      solid.flatMap(s => s.x),
      box,
    ),
    y: {
      ...ordinateOf(
        solid.flatMap(s => s.y),
        true,
      ),
      title: "error",
    },
  };
  const colours = theme.sequence("ink", solid.length).slice().reverse();
  const names = solid.map((s, i) => {
    const end = s.x.indexOf(Math.min(...s.x));
    return { x: s.x[end], y: s.y[end], text: s.label, colour: colours[i] };
  });
  return [
    frame(theme, panel),
    ...solid.flatMap((s, i) => [
      line(panel, s.x, s.y, colours[i], { width: 1.6 }),
      dots(panel, s.x, s.y, {
        size: 6,
        fill: theme.sequence(keyOf(source, binding.family), s.x.length),
        edge: colours[i],
      }),
    ]),
    endLabels(theme, panel, names, 16, { size: SIZE.note }),
  ];
}

/** A logarithmic axis from the largest value to the smallest, with room for the dots at both ends. */
function decreasing(along: string, values: readonly number[], { width }: Box): Axis {
  const { range, log } = abscissaOf(values, true, 3, 0.05);
  const [low, high] = log ? [range[0] * 1.15, range[1] / 1.15] : range;
  return {
    range: log ? [high * 1.4, low / 1.4] : [high, low],
    log,
    ticks: log ? decadeTicks([low, high], width < 200 ? 3 : 6) : linearTicks(range, 3),
    title: `${parameter(along)} (decreasing)`,
  };
}

// ------------------------------------------------------------------ both halves
/** Halves far from the limit leave the panel at this multiple of it: what matters is how they close in. */
const CAP = 2.6;

function pincer(
  theme: Theme,
  source: Source,
  along: string,
  halves: Halves,
  key: GeometryKey | "ink",
  box: Box,
): readonly Part[] {
  const limit = source.evaluate(halves.limit).data[0];
  const x = axisNumbers(along, source);
  const [primal, dual] = [halves.primal, halves.dual].map(formula =>
    familyOf(formula, along, source).members[0].y.map(v => v / limit),
  );
  const range = linearRange(
    [...primal, ...dual].map(v => Math.min(v, CAP)),
    [1],
  );
  const panel: Panel = {
    id: 3,
    box,
    x: decreasing(along, x, box),
    y: { range, ticks: linearTicks(range, 4), title: `${bold("dissipation halves")} / limit`, outdent: 20 },
  };
  const colour = key === "ink" ? theme.ink : theme.geometry[key];
  return [
    frame(theme, panel),
    band(panel, x, primal, dual, colour, 0.09),
    line(panel, panel.x.range, [1, 1], theme.ink, { width: WIDTH.reference, dash: DASH.limit }),
    line(panel, x, primal, colour, { width: 2.8 }),
    line(panel, x, dual, colour, { width: 2.8 }),
    ...(coincide(primal, dual)
      ? [halfName(theme, panel, x, primal, `${half("R", along)} = ${half("R*", along)}`, colour)]
      : [
          halfName(theme, panel, x, primal, half("R", along), colour),
          halfName(theme, panel, x, dual, half("R*", along), colour),
        ]),
    label(theme, panel, Math.min(...x), 1, "limit", { dx: 12, size: SIZE.note }),
  ];
}

/** Along the flow of the parameter itself, R = R*. */
const coincide = (a: readonly number[], b: readonly number[]): boolean => a.every((v, i) => Math.abs(v - b[i]) < 1e-3);

const half = (functional: string, along: string): string =>
  `∫${variable(functional)}${subscript(parameter(along))}\u00a0d${variable("t")}`;

/** The name of a half where it is farthest from the limit inside the panel, on the side away from it. */
function halfName(
  theme: Theme,
  panel: Panel,
  x: readonly number[],
  y: readonly number[],
  name: string,
  colour: string,
): Part {
  const distance = (v: number): number => (v > CAP || v < 0.2 ? -1 : Math.abs(v - 1));
  const far = y.reduce((best, v, i) => (distance(v) > distance(y[best]) ? i : best), 0);
  return label(theme, panel, x[far], y[far], name, { colour, dx: 12, dy: y[far] > 1 ? -8 : 14 });
}
