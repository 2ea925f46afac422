/** Targets of energies as functions, for contours and dotted curves. */
import type { Density } from "../../systems/measures/measure.js";
import { exp } from "../../arithmetic/functions.js";
import { refuse } from "../../arithmetic/refusal.js";
import { buildMeasure } from "../../experiments/language/builders/measure.js";
import type { Measure } from "../../experiments/language/types.generated.js";
import type { Field } from "./marks/field.js";
import { spaceOf, targetMeasure } from "./runs.js";
import type { Source } from "./plotly-figure.js";

/** Figures read archives and no other file. */
const readsFiles = (measure: Measure): boolean => JSON.stringify(measure).includes('"name":"file"');

/** The density of the target of a run; undefined where it has none, or where it takes a file. */
export function targetDensity(source: Source, run: string, dim: number): Density | undefined {
  const measure = targetMeasure(source.tasks[run]);
  return measure === undefined ? undefined : densityOf(source, measure, dim);
}

function densityOf(source: Source, measure: Measure, dim: number): Density | undefined {
  if (readsFiles(measure)) return undefined;
  const context = {
    seed: source.result.spec.seed,
    dim,
    readFile: () => refuse("a figure reads no file"),
    note: () => undefined,
  };
  const law = buildMeasure(measure, context);
  return law.kind === "density" ? law : undefined;
}

/** exp(log p - max log p) at the points of a line. */
export function targetOnLine(source: Source, run: string, x: readonly number[]): readonly number[] | undefined {
  const density = spaceOf(source.tasks[run])?.name === "grid1d" ? targetDensity(source, run, 1) : undefined;
  return density === undefined ? undefined : x.map(v => exp(density.logDensity(Float64Array.of(v))));
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
  const law = measure === undefined ? undefined : densityOf(source, measure, 1);
  if (law === undefined || !(x[1] > x[0])) return undefined;
  const logs = x.map(v => law.logDensity(Float64Array.of(v)));
  const top = Math.max(...logs);
  const values = logs.map(v => exp(v - top));
  const total = values.reduce((a, b) => a + b, 0) * (x[1] - x[0]);
  return values.map(v => (law.mass * v) / total);
}

const LATTICE = 96;

/** The density on a lattice over a rectangle, relative to its largest value there. */
export function targetField(density: Density, x: readonly [number, number], y: readonly [number, number]): Field {
  const points = ([a, b]: readonly [number, number]): readonly number[] =>
    Array.from({ length: LATTICE }, (_, i) => a + ((b - a) * i) / (LATTICE - 1));
  const [xs, ys] = [points(x), points(y)];
  const logs = ys.map(v => xs.map(u => density.logDensity(Float64Array.of(u, v))));
  const peak = Math.max(...logs.map(row => Math.max(...row)));
  return { x: xs, y: ys, rows: logs.map(row => row.map(v => exp(v - peak))) };
}
