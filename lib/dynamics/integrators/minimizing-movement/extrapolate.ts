import type { Vec } from "../../../arithmetic/vec.js";
import { axpy, scale } from "../../../arithmetic/vectors.js";
import type { Chart } from "../../../systems/geometries/charts.js";
import type { Space } from "../../../systems/spaces/space.js";

/** Geodesics are straight in the chart where the metric is constant: 2 y(v) - y(u). */
export const geodesicIn =
  (space: Space, chart: Chart) =>
  (u: Vec, v: Vec): Vec =>
    chart.from(space, axpy(2, chart.to(space, v), scale(-1, chart.to(space, u))));
