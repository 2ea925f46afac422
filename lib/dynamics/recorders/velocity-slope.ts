import { among } from "../../arithmetic/lookup.js";
import { refuse } from "../../arithmetic/refusal.js";
import { rate as rateOf } from "../../systems/system.js";
import { type Recorder, series } from "./recorder.js";

/**
 * The least or the largest (v_i - v_j)/(x_i - x_j) of neighbours on the line: bounds of ∇v between them, by the mean
 * value theorem. Particles come together at least with the rate -largest; where they all meet it is NaN.
 *
 * ```ts
 * const record = [recorders.velocitySlope("largest")];
 * ```
 */
export function velocitySlope(which: "least" | "largest"): Recorder {
  among("the slope that `velocity-slope` records", which, ["least", "largest"]);
  return series("velocitySlope", (system, { u, rate }) => {
    const { space } = system;
    if (space.support !== "atoms" || space.dim !== 1)
      return refuse("velocity-slope compares neighbours on the line: take particles with d = 1");
    const v = rate ?? rateOf(system, u);
    const order = [...u.keys()].slice(0, space.moving).sort((i, j) => u[i] - u[j]);
    const slopes = order
      .slice(1)
      .map((i, k) => (v[i] - v[order[k]]) / (u[i] - u[order[k]]))
      .filter(slope => !Number.isNaN(slope));
    return slopes.length === 0 ? NaN : which === "least" ? Math.min(...slopes) : Math.max(...slopes);
  });
}
