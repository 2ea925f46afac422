import { distance } from "../distances/distance.js";
import { rangeOfDistance } from "../distances/evidence.js";
import type { Metric } from "../distances/metric.js";
import type { Vec } from "../../arithmetic/vec.js";
import { type Recorder, series } from "./recorder.js";

/**
 * d(u_t, ν) to a fixed state of the same space.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.graphState(measures.uniformOn(-1, 1), measures.nodesOf(space));
 * const record = [recorders.distanceTo({ name: "wasserstein", order: 2 }, target)];
 * ```
 */
export const distanceTo = (metric: Metric, to: Vec): Recorder =>
  series(
    "distance",
    ({ space }, { t, u }, note) =>
      distance(metric, space, u, to, (subject, sentence) => note(subject, `at t = ${t}: ${sentence}`)),
    rangeOfDistance(metric),
  );
