import { fill, tabulate } from "../../arithmetic/vectors.js";
import { graphSpace } from "./graph.js";
import type { Edges, GraphSpace } from "./graph-operators.js";
import { logMean, type Mobility } from "./mobilities.js";
import { cellWidth, whole } from "../../arithmetic/range.js";

/** n ≥ 2 equal cells of an interval [a, b], a < b. */
export interface Grid1d {
  readonly n: number;
  readonly interval: readonly [number, number];
  readonly periodic?: boolean;
  readonly mobility?: Mobility;
}

/** m edges of a chain, at a + (e+1)h. */
const chain = (m: number, n: number, a: number, h: number): Edges => ({
  from: Int32Array.from({ length: m }, (_, e) => e),
  to: Int32Array.from({ length: m }, (_, e) => (e + 1) % n),
  lengths: fill(m, h),
  volumes: fill(m, h),
  midpoints: tabulate(m, e => a + (e + 1) * h),
  directions: fill(m, 1),
});

/**
 * n cells of width h; the state holds cell masses μ_i = ρ_i h; no-flux ends, or periodic.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 200, interval: [-5, 5], mobility: spaces.upwind });
 * ```
 */
export function grid1d({ n, interval: [a, b], periodic = false, mobility = logMean }: Grid1d): GraphSpace {
  whole("the number of cells", n, 2);
  const h = cellWidth("the interval of a grid", [a, b], n);
  return graphSpace({
    name: "grid1d",
    dim: 1,
    mobility,
    points: tabulate(n, i => a + (i + 0.5) * h),
    volumes: fill(n, h),
    groups: [chain(periodic ? n : n - 1, n, a, h)],
    box: [[a, b]],
    grid: { shape: [n], spacing: [h], periodic },
  });
}
