import type { Series, TwoWayFigure } from "../../../experiments/language/types.generated.js";
import { compose, frame, label, NO_TICKS, text, type Box, type Panel } from "../canvas.js";
import { namedGeometry } from "../geometry.js";
import { heading } from "../heading.js";
import { band, line } from "../marks/lines.js";
import { geometryOf } from "../runs.js";
import { axisNumbers, familyOf, sizeOf, sliceOf, type Point } from "../source.js";
import { memberLabel, runOf } from "../strokes.js";
import { bold, markup, short } from "../text.js";
import { DASH, SIZE, WIDTH, type Theme } from "../theme.js";
import { spanOf, TINY } from "../ticks.js";
import type { FigureFunction, Part, Source } from "../plotly-figure.js";

/** A curve for every pair of two parameters, in rows and columns that share one scale, each with a number. */
export const twoWay: FigureFunction<TwoWayFigure> = (binding, source, theme) => {
  const { parts, room } = heading(theme, source, binding);
  const [rows, columns] = [binding.rows, binding.columns].map(dim => axisNumbers(dim, source).length);
  const content = contentOf(theme, source, binding);
  const [left, top] = [72, 56];
  const [width, height] = [(room.width - left) / columns, (room.height - top - 10) / rows];
  const box = (i: number, j: number): Box => ({
    x: room.x + left + j * width,
    y: room.y + top + i * height,
    width: width - 16,
    height: height - 12,
  });
  const cells = Array.from({ length: rows * columns }, (_, k) => [Math.floor(k / columns), k % columns] as const);
  return compose(theme, [
    ...parts,
    key(theme, content.references, room.x + left, room.y + 6),
    ...Array.from({ length: columns }, (_, j) =>
      text(theme, box(0, j).x, room.y + 38, bold(memberLabel(source, binding.columns, j)), { size: SIZE.label }),
    ),
    ...Array.from({ length: rows }, (_, i) =>
      text(theme, room.x, box(i, 0).y + height / 2, bold(memberLabel(source, binding.rows, i)), { size: SIZE.label }),
    ),
    ...cells.flatMap(([i, j], k) =>
      cell(theme, { id: k + 1, box: box(i, j) }, content, { [binding.rows]: i, [binding.columns]: j }),
    ),
  ]);
};

interface Reference {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly name: string;
  readonly colour: string;
}

interface Content {
  readonly colour: string;
  readonly x: readonly number[];
  readonly peak: number;
  readonly references: readonly Reference[];
  /** The curve and the number of one cell. */
  readonly at: (point: Point) => { readonly y: readonly number[]; readonly value: number };
}

function contentOf(theme: Theme, source: Source, binding: TwoWayFigure): Content {
  const field = source.evaluate(binding.of);
  const dim = field.dims.find(d => d !== binding.rows && d !== binding.columns) ?? "node";
  const value = source.evaluate(binding.value);
  const run = runOf(source, binding.of);
  const geometry = run === undefined ? undefined : geometryOf(source, run);
  const references = (binding.references ?? []).map((series, i) => referenceOf(theme, source, series, dim, i));
  const peak = [...field.data, ...references.flatMap(({ y }) => y)]
    .filter(Number.isFinite)
    .reduce((a, b) => Math.max(a, b), 0);
  const x = field.coordinates.get(dim) ?? Array.from({ length: sizeOf(field, dim) }, (_, i) => i + 1);
  return {
    colour: geometry === undefined ? theme.ink : theme.geometry[namedGeometry(geometry).key],
    x: Array.from(x),
    peak: peak > TINY ? 1.06 * peak : 1,
    references,
    at: point => ({ y: sliceOf(field, dim, point), value: sliceOf(value, "", point)[0] }),
  };
}

/** The first is the limit, in ink; the others are grey. */
function referenceOf(theme: Theme, source: Source, series: Series, dim: string, i: number): Reference {
  const { x, members } = familyOf(series.of, dim, source);
  return { x, y: members[0].y, name: markup(series.label ?? ""), colour: i === 0 ? theme.ink : theme.rule };
}

/** What the dotted lines are, once for all cells. */
function key(theme: Theme, references: readonly Reference[], x: number, y: number): Part {
  const words = references.map(({ name }, i) => `${i === 0 ? "dotted" : "grey"}: ${name}`).join(" · ");
  return text(theme, x, y, words, { size: SIZE.note, colour: theme.muted });
}

function cell(theme: Theme, place: Pick<Panel, "id" | "box">, content: Content, point: Point): readonly Part[] {
  const { x, colour, peak, references } = content;
  const { y, value } = content.at(point);
  const range = spanOf(x[0], x[x.length - 1]);
  const panel: Panel = {
    ...place,
    x: { range, ticks: NO_TICKS },
    y: { range: [0, peak], ticks: NO_TICKS, style: "ticks-only" },
  };
  return [
    frame(theme, panel),
    ...references.slice(1).map(r => line(panel, r.x, r.y, r.colour, { width: WIDTH.second })),
    band(
      panel,
      x,
      y,
      y.map(() => 0),
      colour,
      0.16,
    ),
    line(panel, x, y, colour, { width: WIDTH.second }),
    ...references.slice(0, 1).map(r => line(panel, r.x, r.y, r.colour, { width: WIDTH.reference, dash: DASH.limit })),
    label(theme, panel, range[1], peak, short(value, 2), {
      align: "right",
      vertical: "top",
      dx: -2,
      dy: 4,
      size: SIZE.note,
      colour,
    }),
  ];
}
