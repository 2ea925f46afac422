import { finite } from "../../arithmetic/range.js";
import { type Recorder, series } from "./recorder.js";

/**
 * The first k with F(u_k) ≤ bound; as long as there is none, the number of states so far.
 *
 * ```ts
 * const record = [recorders.stepsUntil(1e-8)];
 * ```
 */
export function stepsUntil(bound: number): Recorder {
  finite("the bound of `steps-until`", bound);
  const [above, reached] = [`above ${bound}`, `at most ${bound}`];
  return {
    ...series("stepsUntil", (_system, { counts = {} }) => counts[above] ?? 0),
    event: ({ energy }, u, before) => (reached in before ? [] : [energy.value(u) <= bound ? reached : above]),
  };
}
