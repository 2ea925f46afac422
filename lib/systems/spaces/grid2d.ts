import { fill, tabulate } from "../../arithmetic/vectors.js";
import { graphSpace } from "./graph.js";
import type { Edges, GraphSpace } from "./graph-operators.js";
import { logMean, type Mobility } from "./mobilities.js";
import { cellWidth, whole } from "../../arithmetic/range.js";

/** nx × ny equal cells of a box [a_x, b_x] × [a_y, b_y]. */
export interface Grid2d {
  readonly shape: readonly [number, number];
  readonly box: readonly [readonly [number, number], readonly [number, number]];
  readonly periodic?: boolean;
  readonly mobility?: Mobility;
}

type Pair = readonly [number, number];

const widths = ({ shape: [nx, ny], box: [x, y] }: Grid2d): Pair => [
  cellWidth("the first side of the box of a grid", x, nx),
  cellWidth("the second side of the box of a grid", y, ny),
];

/** Coordinate c of the midpoint of cell (i, j); half-integers are face midpoints. */
const position = ({ box }: Grid2d, h: Pair, cell: Pair, c: number): number => box[c][0] + (cell[c] + 0.5) * h[c];

/** The edges in direction (1, 0) or (0, 1), ordered by the index of the cell they leave. */
function edgesAlong(grid: Grid2d, [di, dj]: Pair): Edges {
  const [nx, ny] = grid.shape.map(n => whole("the number of cells of a side", n, 1));
  const h = widths(grid);
  const closed = grid.periodic ? 0 : 1;
  const rows = nx - closed * di;
  const columns = ny - closed * dj;
  const m = rows * columns;
  const i = (e: number): number => Math.floor(e / columns);
  const j = (e: number): number => e % columns;
  return {
    from: Int32Array.from({ length: m }, (_, e) => i(e) * ny + j(e)),
    to: Int32Array.from({ length: m }, (_, e) => ((i(e) + di) % nx) * ny + ((j(e) + dj) % ny)),
    lengths: fill(m, di * h[0] + dj * h[1]),
    volumes: fill(m, h[0] * h[1]),
    midpoints: tabulate(2 * m, k => position(grid, h, [i(k >> 1) + di / 2, j(k >> 1) + dj / 2], k & 1)),
    directions: tabulate(2 * m, k => ((k & 1) === 0 ? di : dj)),
  };
}

/**
 * Cells (i, j) at index i·ny + j with masses ρ_ij h_x h_y; one group of edges per direction: kernels are
 * block-diagonal.
 *
 * ```ts
 * const space = spaces.grid2d({ shape: [64, 64], box: [[-4, 4], [-4, 4]] });
 * ```
 */
export function grid2d(grid: Grid2d): GraphSpace {
  const [nx, ny] = grid.shape.map(n => whole("the number of cells of a side", n, 1));
  const h = widths(grid);
  const { periodic = false, mobility = logMean } = grid;
  return graphSpace({
    name: "grid2d",
    dim: 2,
    mobility,
    points: tabulate(2 * nx * ny, k => position(grid, h, [Math.floor((k >> 1) / ny), (k >> 1) % ny], k & 1)),
    volumes: fill(nx * ny, h[0] * h[1]),
    groups: [edgesAlong(grid, [1, 0]), edgesAlong(grid, [0, 1])],
    box: grid.box,
    grid: { shape: grid.shape, spacing: h, periodic },
  });
}
