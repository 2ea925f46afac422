/** A column of ridges: one recorded measure per row, time upwards. */
import { frame, label, text, type Box, type Panel } from "./canvas.js";
import { briefName, namedGeometry } from "./geometry.js";
import { ridgeline } from "./marks/ridgeline.js";
import { line } from "./marks/lines.js";
import { chosenTimes, geometryOf, hasName, recorded, rowAt, timesOf, type At } from "./runs.js";
import { bold, markup, roughWidth, tickText, variable, words } from "./text.js";
import { DASH, SIZE, type GeometryKey, type Theme } from "./theme.js";
import { linearTicks } from "./ticks.js";
import type { Part, Source } from "./types.js";
import { pointAt } from "./source.js";
import { refuse } from "../refusal.js";

export interface Ridges {
  readonly x: readonly number[];
  readonly rows: readonly { readonly t: number; readonly values: Float64Array }[];
}

export interface RunName {
  readonly key: GeometryKey | "ink";
  readonly colour: string;
  readonly name: string;
  readonly brief: string;
}

/** How a run is called and coloured: by its geometry. */
export function runName(theme: Theme, source: Source, run: string, at?: At): RunName {
  const geometry = geometryOf(source, run, pointAt(at, Object.keys(at ?? {}), source));
  if (geometry === undefined) return { key: "ink", colour: theme.ink, name: words(run), brief: words(run) };
  const named = namedGeometry(geometry);
  return { ...named, colour: theme.geometry[named.key], brief: briefName(named) };
}

/** The states of a run on a line at `count` times. */
export function ridgesOf(source: Source, run: string, count: number, at: At, wanted: readonly number[] | undefined): Ridges {
  const states = recorded(source, run, ["density", "masses"], at)
    ?? refuse(`run "${run}" has no density to draw: add {"name": "density"} to its \`record\``);
  const times = timesOf(source, run);
  const rows = chosenTimes(times, count, wanted).map((k) => ({ t: times[k], values: rowAt(states, k) }));
  return { x: Array.from(source.result.runs[run].coordinates["node"]), rows };
}

export interface Column {
  readonly id: number;
  readonly box: Box;
  readonly ridges: Ridges;
  readonly colour: string;
  /** Highest value of all columns: they share one scale. */
  readonly peak: number;
  /** The first column names the times. */
  readonly first: boolean;
  /** The target over the nodes, dotted above the ridges. */
  readonly target?: readonly number[] | undefined;
  /** Where rows stand: at their times, or equally spaced. */
  readonly spacing: "time" | "equal";
}

const OVERLAP = 2.6;

/** Rows at their times keep a strip beside them in step; equally spaced rows suit times that are not. */
export function ridgeColumn(theme: Theme, column: Column): readonly Part[] {
  const { ridges: { x, rows }, target } = column;
  const base = (i: number): number => (column.spacing === "time" ? rows[i].t : i);
  const step = (base(rows.length - 1) - base(0)) / Math.max(1, rows.length - 1);
  const levels = rows.length + (target === undefined ? 0 : 1);
  const scale = (OVERLAP * step) / column.peak;
  const top = base(0) + (levels - 1) * step;
  const shown = { values: rows.map((_, i) => base(i)), texts: rows.map((r, i) => (column.first && hasName(rows.length, i) ? tickText(r.t) : "")) };
  const panel: Panel = {
    id: column.id,
    box: column.box,
    x: { range: [x[0], x[x.length - 1]], ticks: linearTicks([x[0], x[x.length - 1]], 3), title: variable("x") },
    y: {
      range: [base(0) - 0.2 * step, top + (target === undefined ? OVERLAP : OVERLAP - 0.8) * step], ticks: shown, style: "ticks-only",
      ...(column.first ? { title: `time ${variable("t")}`, outdent: 30 } : {}),
    },
  };
  return [
    frame(theme, panel),
    ...(target === undefined ? [] : dottedTarget(theme, panel, x, target, top, 0.5 * OVERLAP * step, column.first)),
    ridgeline(theme, panel, x, rows.map((r, i) => ({ base: base(i), values: r.values })), scale, column.colour),
  ];
}

function dottedTarget(
  theme: Theme, panel: Panel, x: readonly number[], target: readonly number[], base: number, height: number, named: boolean,
): readonly Part[] {
  const peak = Math.max(...target);
  const place = target.indexOf(peak);
  return [
    line(panel, [x[0], x[x.length - 1]], [base, base], theme.hair, { width: 1 }),
    line(panel, x, target.map((v) => base + (height * v) / peak), theme.ink, { width: 1.6, dash: DASH.limit }),
    ...(named ? [label(theme, panel, x[place], base + height, variable("π"), { align: "center", vertical: "bottom", dy: -4, size: 16 })] : []),
  ];
}

/** The heading of a column: the name of its geometry, and what is said of it; the short name where the width asks for it. */
export function columnTitle(theme: Theme, x: number, y: number, width: number, name: RunName, detail: string | undefined): Part {
  const content = (title: string): string => (detail === undefined ? bold(title) : `${bold(title)} · ${markup(detail)}`);
  const fits = (title: string, size: number): boolean => roughWidth(content(title), size) <= width;
  const title = fits(name.name, SIZE.panel) ? name.name : name.brief;
  const size = Math.max(SIZE.small, Math.min(SIZE.panel, (SIZE.panel * width) / roughWidth(content(title), SIZE.panel)));
  return text(theme, x, y, content(title), { colour: name.colour, size });
}

export const peakOf = (columns: readonly Ridges[]): number =>
  Math.max(...columns.flatMap((c) => c.rows.map((r) => r.values.reduce((a, b) => Math.max(a, b), 0))));
