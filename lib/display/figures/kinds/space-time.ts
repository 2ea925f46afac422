import type { NamedArray } from "../../../arithmetic/named-arrays.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { SpaceTimeFigure } from "../../../experiments/language/types.generated.js";
import { compose, frame, NO_TICKS, text, type Box, type Panel } from "../canvas.js";
import { heading } from "../heading.js";
import { imageFill, type Field } from "../marks/field.js";
import { columnDetails, columnTitle, runName, type RunName } from "../ridge-column.js";
import { chosenTimes, recorded, rowAt, spaceOf, timesOf } from "../runs.js";
import { contentOf, seriesPanel } from "../series-panel.js";
import { variable } from "../tex.js";
import { markup } from "../text.js";
import { SIZE, type Theme } from "../theme.js";
import { linearTicks, spanOf, ticksAt } from "../ticks.js";
import type { FigureFunction, Part, Source } from "../plotly-figure.js";

type Range = readonly [number, number];

/** A run with its states over (t, node). */
interface Shown {
  readonly run: string;
  readonly name: RunName;
  readonly detail: string | undefined;
  readonly states: NamedArray;
  readonly times: readonly number[];
}

/** Fields in (x, t), time upwards, or snapshots in the plane; beside them a panel of series. */
export const spaceTime: FigureFunction<SpaceTimeFigure> = (binding, source, theme) => {
  const { parts, room } = heading(theme, source, binding);
  const names = binding.runs.map(run => runName(theme, source, run, binding.at));
  const details = columnDetails(binding.runs, names, binding.labels);
  const shown = binding.runs.map((run, i) => shownOf(source, binding, run, names[i], details[i]));
  const range = rangeOf(shown.map(s => s.states));
  const wide = binding.panel === undefined ? 0 : 270;
  const left: Box = { x: room.x, y: room.y, width: room.width - wide, height: room.height };
  const planar = shown.every(s => spaceOf(source.tasks[s.run])?.name === "grid2d");
  const fields = planar
    ? snapshots(theme, source, shown, range, left, binding.times)
    : spaceTimes(theme, source, shown, range, left);
  return compose(theme, [
    ...parts,
    ...fields,
    ...(binding.panel === undefined ? [] : side(theme, source, binding, room, wide)),
  ]);
};

function side(theme: Theme, source: Source, binding: SpaceTimeFigure, room: Box, wide: number): readonly Part[] {
  const box: Box = { x: room.x + room.width - wide + 62, y: room.y + 54, width: wide - 62, height: room.height - 106 };
  return seriesPanel(theme, {
    id: 20,
    box,
    x: { log: false, title: `time ${variable("t")}` },
    y: { log: binding.linear !== true, outdent: 40, title: markup(binding.ordinate ?? "energy") },
    content: contentOf(theme, source, "t", { solid: binding.panel ?? [] }),
  }).parts;
}

const shownOf = (
  source: Source,
  binding: SpaceTimeFigure,
  run: string,
  name: RunName,
  detail: string | undefined,
): Shown => ({
  run,
  name,
  detail,
  states:
    recorded(source, run, ["density", "masses"], binding.at) ??
    refuse(`run "${run}" has no field to draw: add {"name": "density"} to its \`record\``),
  times: timesOf(source, run),
});

function rangeOf(arrays: readonly NamedArray[]): Range {
  const fold = (f: (a: number, b: number) => number, start: number): number =>
    arrays.reduce((best, array) => array.data.reduce((a, v) => (Number.isFinite(v) ? f(a, v) : a), best), start);
  return [fold(Math.min, Infinity), fold(Math.max, -Infinity)];
}

/** From the paper to the colour of the geometry. */
const stops = (theme: Theme, { colour }: RunName): readonly string[] => [
  theme.tint(colour, 0.04),
  theme.tint(colour, 0.4),
  colour,
];

// ------------------------------------------------------------------ one dimension
/** Points of a field in one direction: the eye sees no more in a panel, or in a square beside others. */
const MOST = { panel: 96, square: 64 } as const;

function spaceTimes(
  theme: Theme,
  source: Source,
  shown: readonly Shown[],
  range: Range,
  { x, y, width, height }: Box,
): readonly Part[] {
  const slot = (width - 34) / shown.length;
  return shown.flatMap((s, i) => {
    const nodes = Array.from(source.result.runs[s.run].coordinates["node"]);
    const [columns, kept] = [nodes.length, s.times.length].map(n => thinned(n, MOST.panel));
    const field: Field = {
      x: columns.map(j => nodes[j]),
      y: kept.map(k => s.times[k]),
      rows: kept.map(k => columns.map(j => rowAt(s.states, k)[j])),
    };
    const across = spanOf(nodes[0], nodes[nodes.length - 1]);
    const up = spanOf(field.y[0], field.y[field.y.length - 1]);
    const panel: Panel = {
      id: i + 1,
      box: { x: x + 34 + i * slot, y: y + 54, width: slot - 26, height: height - 106 },
      x: {
        range: across,
        ticks: linearTicks(across, 4),
        title: variable("x"),
      },
      y: {
        range: up,
        ...(i === 0 ? { ticks: linearTicks(up), title: `time ${variable("t")}`, outdent: 34 } : { ticks: NO_TICKS }),
      },
    };
    return [
      columnTitle(theme, panel.box.x, y + 12, slot - 12, s.name, s.detail),
      imageFill(panel, field, range, stops(theme, s.name)),
      frame(theme, panel),
    ];
  });
}

/** At most `most` of n equally spaced indices, with the first and the last. */
function thinned(n: number, most: number): readonly number[] {
  const parts = Math.min(n, most) - 1;
  return Array.from({ length: parts + 1 }, (_, i) => (parts === 0 ? 0 : Math.round((i * (n - 1)) / parts)));
}

// ------------------------------------------------------------------ the plane
const GAP = 16;
/** Heading above a row of snapshots, and times below them. */
const ABOVE = 30;
const BELOW = 34;
const MOST_SNAPSHOTS = 5;

/** One row of squares per run; as many as fill the room best, and all where few are recorded. */
function snapshots(
  theme: Theme,
  source: Source,
  shown: readonly Shown[],
  range: Range,
  { x, y, width, height }: Box,
  wanted: readonly number[] | undefined,
): readonly Part[] {
  const line = height / shown.length;
  const sizeOf = (count: number): number => Math.min(line - ABOVE - BELOW, (width - (count - 1) * GAP) / count);
  const count = wanted?.length ?? fullest(sizeOf);
  const size = sizeOf(count);
  const pitch = count === 1 ? 0 : Math.min((width - size) / (count - 1), 1.5 * size);
  const box = (i: number, j: number): Box => ({ x: x + j * pitch, y: y + i * line + ABOVE, width: size, height: size });
  return shown.flatMap((s, i) => {
    const chosen = wanted === undefined ? doubling(s.times.length, count) : chosenTimes(s.times, count, wanted);
    const { texts } = ticksAt(chosen.map(k => s.times[k]));
    return [
      columnTitle(theme, x, y + i * line + 12, width, s.name, s.detail),
      ...chosen.flatMap((k, j) => snapshot(theme, source, s, k, i * count + j + 1, box(i, j), range)),
      ...chosen.map((_, j) => timeBelow(theme, box(i, j), texts[j])),
    ];
  });
}

/** The number of squares of the largest area. */
const fullest = (sizeOf: (count: number) => number): number =>
  Array.from({ length: MOST_SNAPSHOTS }, (_, i) => i + 1).reduce((a, b) =>
    b * sizeOf(b) * sizeOf(b) > a * sizeOf(a) * sizeOf(a) ? b : a,
  );

/** The first of n, the last, and between them n/2, n/4, …: structures coarsen by powers of time. */
const doubling = (n: number, count: number): readonly number[] =>
  n <= count
    ? Array.from({ length: n }, (_, i) => i)
    : [
        0,
        ...new Set(
          Array.from({ length: count - 1 }, (_, i) => Math.max(i + 1, Math.round((n - 1) / (1 << (count - 2 - i))))),
        ),
      ];

function snapshot(
  theme: Theme,
  source: Source,
  s: Shown,
  k: number,
  id: number,
  box: Box,
  range: Range,
): readonly Part[] {
  const space = spaceOf(source.tasks[s.run]);
  const [nx, ny] = space?.name === "grid2d" ? space.n : [1, 1];
  const values = rowAt(s.states, k);
  if (values.length !== nx * ny) refuse(`run "${s.run}" has ${values.length} nodes, its space ${nx} × ${ny}`);
  const [columns, rows] = [nx, ny].map(n => thinned(n, MOST.square));
  const field: Field = { x: columns, y: rows, rows: rows.map(j => columns.map(i => values[i * ny + j])) };
  const panel: Panel = {
    id,
    box,
    x: { range: spanOf(0, nx - 1), ticks: NO_TICKS, style: "hidden" },
    y: { range: spanOf(0, ny - 1), ticks: NO_TICKS, style: "hidden" },
  };
  return [frame(theme, panel), imageFill(panel, field, range, stops(theme, s.name))];
}

const timeBelow = (theme: Theme, { x, y, height }: Box, time: string): Part =>
  text(theme, x, y + height + 8, `${variable("t")} = ${time}`, {
    size: SIZE.note,
    colour: theme.muted,
    vertical: "top",
  });
