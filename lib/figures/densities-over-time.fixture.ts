import { exp } from "../numerics/functions.js";
import type { ExperimentResult } from "../spec/result.js";
import type { Geometry, Measure, Task } from "../spec/types.generated.js";
import { array, claim, experiment, normal, numbered, overTime, run, times } from "./fixtures.js";

const normalLaw = (mean: number): Measure & { name: "gaussian" } => ({ name: "gaussian", mean, covariance: 0.5 });

/** Two wells reached by motion, by birth and death, and by both. */
export const densitiesOverTimeFixture = (): ExperimentResult => {
  const x = numbered(141, (i) => -7 + i / 10);
  const target: Measure = { name: "mixture", weights: [0.5, 0.5], components: [normalLaw(-3.4), normalLaw(3.4)] };
  const state = (share: (t: number) => number, centre: (t: number) => number) =>
    array(["t", "node"], [times.length, x.length], (k, i) => (1 - share(times[k])) * normal(x[i], centre(times[k]), 0.6) + share(times[k]) * normal(x[i], -3.4, 0.5));
  const task = (geometry: Geometry): Partial<Task> => ({
    task: "flow", geometry, space: { name: "grid1d", n: 141, interval: [-7, 7] }, energy: { name: "kl", target }, record: { density: { name: "density" }, F: { name: "energy" } },
  });
  const moves = (t: number): number => 3.4 - 2.4 * exp(-1.3 * t);
  return experiment({
    tasks: { transport: task({ name: "wasserstein" }), birthDeath: task({ name: "hellinger" }), both: task({ name: "sum", of: [{ name: "wasserstein" }, { name: "hellinger" }] }) },
    runs: {
      transport: run({ density: state(() => 0.1, moves), F: overTime((t) => 0.35 + 3 * exp(-3 * t)) }, { t: times, node: x }),
      birthDeath: run({ density: state((t) => 0.5 * (1 - exp(-t * t / 4)), (t) => 1 + 0.4 * t), F: overTime((t) => 3.3 * exp(-1.2 * t)) }, { t: times, node: x }),
      both: run({ density: state((t) => 0.5 * (1 - exp(-t)), moves), F: overTime((t) => 3.3 * exp(-2 * t)) }, { t: times, node: x }),
    },
    claims: [claim("stalls", 0.35, 0.35, 0.01), claim("equilibrates", 0.502, 0.5, 0.01)],
    figures: {
      ridges: {
        name: "densities-over-time", runs: ["transport", "birthDeath", "both"], labels: ["transport", "birth–death", "both"], title: "Mass travels, mass is reborn, or both",
        caption: "KL flows to a two-mode $\\pi$ (dotted): transport is trapped, birth–death starts late, together they arrive first.",
        panel: [{ of: "transport.F", label: "W" }, { of: "birthDeath.F", label: "He" }, { of: "both.F", label: "WFR" }], ordinate: "KL($\\mu_t$ | $\\pi$)", badges: ["stalls", "equilibrates"],
      },
      one: { name: "densities-over-time", runs: ["transport"], title: "Slow exchange between two wells", panel: [{ of: "transport.F" }], linear: true },
    },
  });
};
