/** Targets of energies as functions, for contours and dotted curves. */
import type { Law } from "../../systems/measures/measure.js";
import { exp } from "../../arithmetic/functions.js";
import { refuse } from "../../arithmetic/refusal.js";
import { buildMeasure } from "../../experiments/language/builders/measure.js";
import type { Measure } from "../../experiments/language/types.generated.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Panel } from "./canvas.js";
import { targetFill, type Field } from "./marks/field.js";
import { dots } from "./marks/lines.js";
import { spaceOf, targetMeasure } from "./runs.js";
import type { DrawnTarget, Part, Source } from "./plotly-figure.js";
import type { Theme } from "./theme.js";

/** Figures read archives and no other file. */
const readsFiles = (measure: Measure): boolean => JSON.stringify(measure).includes('"name":"file"');

/** The target of a run; undefined where it has none, or where it takes a file. */
function drawnTarget(source: Source, run: string, dim: number): DrawnTarget | undefined {
  const measure = targetMeasure(source.tasks[run]);
  const law = measure === undefined ? undefined : lawOf(source, measure, dim);
  if (law?.kind === "density") return { kind: "density", logDensity: x => law.logDensity(x) };
  return law?.kind === "atoms" ? { kind: "points", points: law.cloud.points } : source.targets?.[run];
}

function lawOf(source: Source, measure: Measure, dim: number): Law | undefined {
  if (readsFiles(measure)) return undefined;
  const context = {
    seed: source.result.spec.seed,
    dim,
    readFile: () => refuse("a figure reads no file"),
    note: () => undefined,
  };
  return buildMeasure(measure, context);
}

/** exp(log p - max log p) at the points of a line. */
export function targetOnLine(source: Source, run: string, x: readonly number[]): readonly number[] | undefined {
  if (spaceOf(source.tasks[run])?.name !== "grid1d") return undefined;
  const target = drawnTarget(source, run, 1);
  if (target?.kind === "nodes") return target.heights.length === x.length ? Array.from(target.heights) : undefined;
  if (target?.kind !== "density") return undefined;
  const logs = x.map(v => target.logDensity(Float64Array.of(v)));
  const top = Math.max(...logs);
  return logs.map(v => exp(v - top));
}

/** The target in a panel of the plane: contours of a density, or its points. */
export function targetInPlane(theme: Theme, source: Source, run: string, panel: Panel): Part {
  const target = drawnTarget(source, run, 2);
  if (target?.kind === "density")
    return targetFill(theme, panel, targetField(target.logDensity, panel.x.range, panel.y.range));
  if (target?.kind !== "points") return {};
  const places = Array.from({ length: target.points.length / 2 }, (_, i) =>
    [2 * i, 2 * i + 1].map(k => target.points[k]),
  );
  return dots(
    panel,
    places.map(p => p[0]),
    places.map(p => p[1]),
    { size: 7, symbol: "diamond", fill: theme.neutral[3], edge: theme.rule, edgeWidth: 1, clipped: true },
  );
}

/** The density of one end of a distance or curve at equally spaced points of a line; undefined where it has none. */
export function densityOnLine(
  source: Source,
  run: string,
  end: "from" | "to",
  x: readonly number[],
): readonly number[] | undefined {
  const task = source.tasks[run];
  const measure =
    task !== undefined && end in task ? (task as { readonly from: Measure; readonly to?: Measure })[end] : undefined;
  const law = measure === undefined ? undefined : lawOf(source, measure, 1);
  if (law?.kind !== "density" || !(x[1] > x[0])) return undefined;
  const logs = x.map(v => law.logDensity(Float64Array.of(v)));
  const top = Math.max(...logs);
  const values = logs.map(v => exp(v - top));
  const total = values.reduce((a, b) => a + b, 0) * (x[1] - x[0]);
  return values.map(v => (law.mass * v) / total);
}

const LATTICE = 96;

/** The density on a lattice over a rectangle, relative to its largest value there. */
function targetField(
  logDensity: (x: Vec) => number,
  x: readonly [number, number],
  y: readonly [number, number],
): Field {
  const points = ([a, b]: readonly [number, number]): readonly number[] =>
    Array.from({ length: LATTICE }, (_, i) => a + ((b - a) * i) / (LATTICE - 1));
  const [xs, ys] = [points(x), points(y)];
  const logs = ys.map(v => xs.map(u => logDensity(Float64Array.of(u, v))));
  const peak = Math.max(...logs.map(row => Math.max(...row)));
  return { x: xs, y: ys, rows: logs.map(row => row.map(v => exp(v - peak))) };
}
