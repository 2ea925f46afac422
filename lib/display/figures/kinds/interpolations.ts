import type { InterpolationsFigure, Series } from "../../../experiments/language/types.generated.js";
import { compose, frame, label, NO_TICKS, type Box, type Panel } from "../canvas.js";
import { heading } from "../heading.js";
import { bandBeside, dots, line } from "../marks/lines.js";
import { columnDetails, columnTitle, ridgeColumn, ridgesOf, runName, scaleOf } from "../ridge-column.js";
import { familyOf } from "../source.js";
import { markup, short } from "../text.js";
import { DASH, type Theme } from "../theme.js";
import { linearRange, ticksAt } from "../ticks.js";
import type { FigureFunction, Part, Source } from "../plotly-figure.js";

const STRIP = 62;
const ROWS = 8;

/** One column of ridges per curve; beside each a strip with what changes along it. */
export const interpolations: FigureFunction<InterpolationsFigure> = (binding, source, theme) => {
  const { parts, room } = heading(theme, source, binding);
  const all = binding.runs.map(run => ridgesOf(source, run, ROWS, binding.at, undefined));
  const scale = scaleOf(all, "time", "no target");
  const slot = (room.width - 32) / binding.runs.length;
  const withStrip = binding.strip !== undefined;
  const width = slot - 34 - (withStrip ? STRIP + 16 : 0);
  const top = { y: room.y + 54, height: room.height - 106 };
  const names = binding.runs.map(run => runName(theme, source, run, binding.at));
  const details = columnDetails(binding.runs, names, binding.labels);
  const range = stripRange(source, binding.strip ?? []);
  return compose(theme, [
    ...parts,
    ...binding.runs.flatMap((_, i) => {
      const x = room.x + 32 + i * slot;
      const box: Box = { ...top, x, width };
      const strip: Box = { ...top, x: x + width + 16, width: STRIP };
      return [
        columnTitle(theme, x, room.y + 12, slot - 12, names[i], details[i]),
        ...ridgeColumn(theme, { id: 2 * i + 1, box, ridges: all[i], colour: names[i].colour, scale, first: i === 0 }),
        ...(binding.strip?.[i] === undefined
          ? []
          : stripPanel(theme, source, binding.strip[i], {
              id: 2 * i + 2,
              box: strip,
              range,
              times: scale.range,
              colour: names[i].colour,
              name: binding.ordinate ?? "mass",
            })),
      ];
    }),
  ]);
};

function stripRange(source: Source, strips: readonly Series[]): readonly [number, number] {
  return linearRange(
    strips.flatMap(s => familyOf(s.of, "t", source).members[0].y),
    [0, 1],
  );
}

interface Strip {
  readonly id: number;
  readonly box: Box;
  /** Of the values, and of the times as the ridges have them. */
  readonly range: readonly [number, number];
  readonly times: readonly [number, number];
  readonly colour: string;
  readonly name: string;
}

/** Values to the right, time upwards as in the ridges; the extreme value is named. */
function stripPanel(
  theme: Theme,
  source: Source,
  series: Series,
  { id, box, range, times, colour, name }: Strip,
): readonly Part[] {
  const { x: t, members } = familyOf(series.of, "t", source);
  const y = members[0].y;
  const panel: Panel = {
    id,
    box,
    x: {
      range: [range[0], range[1] * 1.1],
      ticks: ticksAt([0, Math.max(1, Math.floor(range[1]))]),
      title: markup(series.label ?? name),
    },
    y: { range: times, ticks: NO_TICKS, style: "ticks-only" },
  };
  const dip = extremeIndex(y);
  const left = y[dip] > 0.45 * range[1];
  return [
    frame(theme, panel),
    bandBeside(panel, y[0], y, t, colour, 0.22),
    line(panel, [y[0], y[0]], [t[0], t[t.length - 1]], theme.rule, { width: 1.2, dash: DASH.limit }),
    line(panel, y, t, colour, { width: 2.4 }),
    ...(dip === 0 ? [] : [dots(panel, [y[dip]], [t[dip]], { size: 7, fill: colour })]),
    label(theme, panel, y[dip], dip === 0 ? (t[0] + t[t.length - 1]) / 2 : t[dip], short(y[dip], 2), {
      align: left ? "right" : "left",
      dx: left ? -8 : 9,
      colour,
    }),
  ];
}

/** Where the values are farthest from the first one; 0 if they hardly move. */
function extremeIndex(y: readonly number[]): number {
  const best = y.reduce((k, v, i) => (Math.abs(v - y[0]) > Math.abs(y[k] - y[0]) ? i : k), 0);
  return Math.abs(y[best] - y[0]) < 1e-3 * Math.max(1, Math.abs(y[0])) ? 0 : best;
}
