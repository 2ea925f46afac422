/** A column of ridges: one recorded measure per row, time upwards. */
import { frame, label, text, type Box, type Panel } from "./canvas.js";
import { briefName, middleName, namedGeometry } from "./geometry.js";
import { ridgeline } from "./marks/ridgeline.js";
import { line } from "./marks/lines.js";
import { chosenTimes, geometryOf, hasName, recorded, rowAt, timesOf, type At } from "./runs.js";
import { variable } from "./tex.js";
import { bold, markup, roughWidth, words } from "./text.js";
import { DASH, SIZE, type GeometryKey, type Theme } from "./theme.js";
import { isDrawable, linearTicks, spanOf, ticksAt, TINY } from "./ticks.js";
import type { Part, Source } from "./plotly-figure.js";
import { pointAt } from "./source.js";
import { refuse } from "../../arithmetic/refusal.js";

export interface Ridges {
  readonly x: readonly number[];
  readonly rows: readonly { readonly t: number; readonly values: Float64Array }[];
}

export interface RunName {
  readonly key: GeometryKey | "ink";
  readonly colour: string;
  readonly name: string;
  readonly middle: string;
  readonly brief: string;
}

/** How a run is called and coloured: by its geometry. */
export function runName(theme: Theme, source: Source, run: string, at?: At): RunName {
  const geometry = geometryOf(source, run, pointAt(at, Object.keys(at ?? {}), source));
  if (geometry === undefined)
    return { key: "ink", colour: theme.ink, name: words(run), middle: words(run), brief: words(run) };
  const named = namedGeometry(geometry);
  return { ...named, colour: theme.geometry[named.key], middle: middleName(named), brief: briefName(named) };
}

/** The states of a run on a line at `count` times. */
export function ridgesOf(
  source: Source,
  run: string,
  count: number,
  at: At,
  wanted: readonly number[] | undefined,
): Ridges {
  const states =
    recorded(source, run, ["density", "masses"], at) ??
    refuse(`run "${run}" has no density to draw: add {"name": "density"} to its \`record\``);
  const times = timesOf(source, run);
  const rows = chosenTimes(times, count, wanted).map(k => ({ t: times[k], values: rowAt(states, k) }));
  return { x: Array.from(source.result.runs[run].coordinates["node"]), rows };
}

export interface Column {
  readonly id: number;
  readonly box: Box;
  readonly ridges: Ridges;
  readonly colour: string;
  /** Columns beside each other share one scale and one range. */
  readonly scale: Scale;
  /** The first column names the times. */
  readonly first: boolean;
  /** The target over the nodes, dotted above the ridges. */
  readonly target?: readonly number[] | undefined;
}

/** Where rows stand: at their times, or equally spaced. */
type Spacing = "time" | "equal";

/** What the heights of ridges mean on the page. */
export interface Scale {
  readonly spacing: Spacing;
  /** Distance of base lines. */
  readonly step: number;
  /** Height of a density of 1. */
  readonly unit: number;
  readonly range: readonly [number, number];
}

const OVERLAP = 2.6;

const base = (spacing: Spacing, rows: Ridges["rows"], i: number): number => (spacing === "time" ? rows[i].t : i);

/** The highest ridge is `OVERLAP` steps high; the range ends above the highest crest, or above the target. */
export function scaleOf(columns: readonly Ridges[], spacing: Spacing, target: "target" | "no target"): Scale {
  const { rows } = columns[0];
  const first = base(spacing, rows, 0);
  const step = (base(spacing, rows, rows.length - 1) - first) / Math.max(1, rows.length - 1) || 1;
  const height = (values: Float64Array): number => values.reduce((a, b) => (b > a && isDrawable(b) ? b : a), 0);
  const peak = Math.max(...columns.flatMap(c => c.rows.map(row => height(row.values))));
  const unit = (OVERLAP * step) / (peak > TINY ? peak : 1);
  const crests = columns.flatMap(c => c.rows.map((row, i) => base(spacing, c.rows, i) + unit * height(row.values)));
  const targetTop = target === "target" ? first + (rows.length + 0.5 * OVERLAP + 0.5) * step : -Infinity;
  return { spacing, step, unit, range: [first - 0.2 * step, Math.max(targetTop, ...crests) + 0.12 * step] };
}

/** Rows at their times keep a strip beside them in step; equally spaced rows suit times that are not. */
export function ridgeColumn(theme: Theme, column: Column): readonly Part[] {
  const {
    ridges: { x, rows },
    target,
    scale: { spacing, step, unit, range },
  } = column;
  const across = spanOf(x[0], x[x.length - 1]);
  const bases = rows.map((_, i) => base(spacing, rows, i));
  const named = rows.flatMap((_, i) => (column.first && hasName(rows.length, i) ? [i] : []));
  const shown = { values: named.map(i => bases[i]), texts: ticksAt(named.map(i => rows[i].t)).texts };
  const panel: Panel = {
    id: column.id,
    box: column.box,
    x: { range: across, ticks: linearTicks(across, 3), title: variable("x") },
    y: {
      range,
      ticks: shown,
      style: "ticks-only",
      ...(column.first ? { title: `time ${variable("t")}`, outdent: 30 } : {}),
    },
  };
  return [
    frame(theme, panel),
    ridgeline(
      theme,
      panel,
      x,
      rows.map((r, i) => ({ base: bases[i], values: r.values })),
      unit,
      column.colour,
    ),
    ...(target === undefined
      ? []
      : dottedTarget(theme, panel, x, target, bases[rows.length - 1] + step, 0.5 * OVERLAP * step, column.first)),
  ];
}

function dottedTarget(
  theme: Theme,
  panel: Panel,
  x: readonly number[],
  target: readonly number[],
  foot: number,
  height: number,
  named: boolean,
): readonly Part[] {
  const peak = Math.max(...target);
  const place = target.indexOf(peak);
  return [
    line(
      panel,
      x,
      target.map(v => foot + (height * v) / peak),
      theme.ink,
      { width: 1.6, dash: DASH.limit },
    ),
    ...(named
      ? [
          label(theme, panel, x[place], foot + height, variable("π"), {
            align: "center",
            vertical: "bottom",
            dy: -4,
            size: 16,
          }),
        ]
      : []),
  ];
}

/** What is said of each column beside its geometry: its label; without one, the run where two have one geometry. */
export const columnDetails = (
  runs: readonly string[],
  names: readonly RunName[],
  labels: readonly string[] | undefined,
): readonly (string | undefined)[] =>
  runs.map((run, i) =>
    names.some(({ name }, j) => j !== i && name === names[i].name) ? (labels?.[i] ?? words(run)) : labels?.[i],
  );

/**
 * The heading of a column: the name of its geometry, and what is said of it; a shorter name where the width asks for
 * it.
 */
export function columnTitle(
  theme: Theme,
  x: number,
  y: number,
  width: number,
  name: RunName,
  detail: string | undefined,
): Part {
  const content = (title: string): string =>
    detail === undefined ? bold(title) : `${bold(title)} · ${markup(detail)}`;
  const title = [name.name, name.middle].find(each => roughWidth(content(each), SIZE.note) <= width) ?? name.brief;
  const size = Math.max(
    SIZE.small,
    Math.min(SIZE.panel, (SIZE.panel * width) / roughWidth(content(title), SIZE.panel)),
  );
  return text(theme, x, y, content(title), { colour: name.colour, size });
}
