import type { Vec } from "../../../arithmetic/vec.js";
import type { GradientSystem } from "../../../systems/system.js";
import type { Chart } from "../../../systems/geometries/charts.js";
import { axpy, scale } from "../../../arithmetic/vectors.js";

/** Geodesics are straight in the chart where the metric is constant: 2 y(v) - y(u). */
export const geodesicIn =
  (chart: Chart) =>
  ({ space }: GradientSystem, u: Vec, v: Vec): Vec =>
    chart.from(space, axpy(2, chart.to(space, v), scale(-1, chart.to(space, u))));
