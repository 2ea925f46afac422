import type { Series, TwoWayFigure } from "../../../experiments/language/types.generated.js";
import { compose, frame, label, NO_TICKS, pixelX, pixelY, text, type Axis, type Box, type Panel } from "../canvas.js";
import { namedGeometry } from "../geometry.js";
import { heading } from "../heading.js";
import { band, line } from "../marks/lines.js";
import { geometryOf } from "../runs.js";
import { axisNumbers, familyOf, sizeOf, sliceOf, type Point } from "../source.js";
import { memberLabel, runOf } from "../strokes.js";
import { bold, markup, roughWidth, short } from "../text.js";
import { DASH, SIZE, WIDTH, type Theme } from "../theme.js";
import { ordinateOf } from "../scale.js";
import { linearTicks, spanOf, TINY } from "../ticks.js";
import type { FigureFunction, Part, Source } from "../plotly-figure.js";

/** A curve for every pair of two parameters, in rows and columns that share one scale, each with a number. */
export const twoWay: FigureFunction<TwoWayFigure> = (binding, source, theme) => {
  const { parts, room } = heading(theme, source, binding);
  const [rows, columns] = [binding.rows, binding.columns].map(dim => axisNumbers(dim, source).length);
  const content = contentOf(theme, source, binding);
  const named = binding.abscissa !== undefined || binding.ordinate !== undefined;
  const [left, top, bottom] = named ? [118, 72, 48] : [72, 56, 10];
  const [width, height] = [(room.width - left) / columns, (room.height - top - bottom) / rows];
  const box = (i: number, j: number): Box => ({
    x: room.x + left + j * width,
    y: room.y + top + i * height,
    width: width - (binding.abscissa === undefined ? 16 : 28),
    height: height - 12,
  });
  const cells = Array.from({ length: rows * columns }, (_, k) => [Math.floor(k / columns), k % columns] as const);
  return compose(theme, [
    ...parts,
    key(theme, content.references, room.x + left, room.y + 6),
    ...Array.from({ length: columns }, (_, j) =>
      text(theme, box(0, j).x, room.y + top - 18 - (named ? 22 : 0), bold(memberLabel(source, binding.columns, j)), {
        size: SIZE.label,
      }),
    ),
    ...Array.from({ length: rows }, (_, i) =>
      text(theme, room.x, box(i, 0).y + height / 2, bold(memberLabel(source, binding.rows, i)), { size: SIZE.label }),
    ),
    ...cells.flatMap(([i, j], k) =>
      cell(
        theme,
        {
          id: k + 1,
          box: box(i, j),
          ...axesOf(binding, content, {
            first: i === 0 && j === 0,
            left: j === 0,
            low: i === rows - 1,
            right: j === columns - 1,
          }),
        },
        content,
        { [binding.rows]: i, [binding.columns]: j },
      ),
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
  readonly heights: readonly number[];
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
  const heights = [...field.data, ...references.flatMap(({ y }) => y)].filter(Number.isFinite);
  const peak = heights.reduce((a, b) => Math.max(a, b), 0);
  const x = field.coordinates.get(dim) ?? Array.from({ length: sizeOf(field, dim) }, (_, i) => i + 1);
  return {
    colour: geometry === undefined ? theme.ink : theme.geometry[namedGeometry(geometry).key],
    x: Array.from(x),
    heights,
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

/** Where a cell stands: names and ticks are at the edge of all cells, each once. */
interface Place {
  readonly first: boolean;
  readonly left: boolean;
  readonly low: boolean;
  readonly right: boolean;
}

/** The axes of a cell; those without a name have no ticks either. */
function axesOf(binding: TwoWayFigure, { x, heights, peak }: Content, place: Place): Pick<Panel, "x" | "y"> {
  const range = spanOf(x[0], x[x.length - 1]);
  const log = binding.logarithmic?.includes("y") === true;
  const scale = log ? ordinateOf(heights, true) : { range: [0, peak] as const, ticks: linearTicks([0, peak], 3), log };
  const across = binding.abscissa !== undefined && place.low;
  const up = binding.ordinate !== undefined && place.left;
  const style: Axis["style"] = up ? "plain" : "ticks-only";
  return {
    x: {
      range,
      ticks: across ? linearTicks(range, 2) : NO_TICKS,
      ...(across && place.right && { title: markup(binding.abscissa ?? "") }),
    },
    y: {
      ...scale,
      ticks: up ? scale.ticks : NO_TICKS,
      style,
      ...(up && place.first && { title: markup(binding.ordinate ?? ""), outdent: 46 }),
    },
  };
}

/** Height of a number in a corner of a cell, and what it keeps free beside itself, px. */
const CORNER = { height: 24, beside: 8 } as const;

interface Corner {
  readonly side: "left" | "right";
  readonly edge: "top" | "bottom";
}

/** In the order of preference. */
const CORNERS: readonly Corner[] = [
  { side: "right", edge: "top" },
  { side: "left", edge: "top" },
  { side: "left", edge: "bottom" },
  { side: "right", edge: "bottom" },
];

/** The first corner in which no curve enters the box of a number; undefined if there is none. */
function freeCorner(panel: Panel, number: string, curves: readonly Pick<Reference, "x" | "y">[]): Corner | undefined {
  const { width, height } = panel.box;
  const room = roughWidth(number, SIZE.note) + CORNER.beside;
  const inside = ({ side, edge }: Corner, left: number, top: number): boolean =>
    (side === "left" ? left : width - left) < room && (edge === "top" ? top : height - top) < CORNER.height;
  const entered = (corner: Corner): boolean =>
    curves.some(({ x, y }) => x.some((v, i) => inside(corner, pixelX(panel, v), pixelY(panel, y[i]))));
  return CORNERS.find(corner => !entered(corner));
}

/** The number of a cell: in a free corner, or above the cell. */
function numberOf(
  theme: Theme,
  panel: Panel,
  number: string,
  colour: string,
  curves: readonly Pick<Reference, "x" | "y">[],
): Part {
  const free = freeCorner(panel, number, curves);
  const { side, edge }: Corner = free ?? { side: "right", edge: "top" };
  const [foot, peak] = panel.y.range;
  return label(theme, panel, panel.x.range[side === "left" ? 0 : 1], edge === "top" ? peak : foot, number, {
    align: side,
    vertical: free === undefined ? "bottom" : edge,
    dx: side === "left" ? 4 : -4,
    dy: free === undefined ? -1 : edge === "top" ? 4 : -4,
    size: SIZE.note,
    colour,
  });
}

function cell(theme: Theme, panel: Panel, content: Content, point: Point): readonly Part[] {
  const { x, colour, references } = content;
  const { y, value } = content.at(point);
  const [foot] = panel.y.range;
  return [
    frame(theme, panel),
    ...references.slice(1).map(r => line(panel, r.x, r.y, r.colour, { width: WIDTH.second })),
    band(
      panel,
      x,
      y,
      y.map(() => foot),
      colour,
      0.16,
    ),
    line(panel, x, y, colour, { width: WIDTH.second }),
    ...references.slice(0, 1).map(r => line(panel, r.x, r.y, r.colour, { width: WIDTH.reference, dash: DASH.limit })),
    numberOf(theme, panel, short(value, 2), colour, [{ x, y }, ...references]),
  ];
}
