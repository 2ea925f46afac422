import { pow } from "../numerics/functions.js";
import type { ExperimentResult } from "../spec/result.js";
import { array, claim, experiment, run } from "./fixtures.js";

export const orderFixture = (): ExperimentResult => {
  const steps = [10, 20, 40, 80, 160] as const;
  const error = (order: number, factor: number) => array(["steps"], [steps.length], (i) => factor * pow(1 / steps[i], order));
  return experiment({
    tasks: { jko: { task: "flow", geometry: { name: "hellinger" } }, flow: { task: "flow", geometry: { name: "wasserstein" } } },
    axes: { steps: { axis: "values", values: [...steps] as [number, ...number[]] } },
    runs: { jko: run({ error: error(1, 0.6), midpoint: error(2, 1) }, {}, ["steps"]), flow: run({ error: error(4, 3) }, {}, ["steps"]) },
    claims: [claim("first", 1.002, 1, 0.05), claim("second", 1.99, 2, 0.05), claim("fourth", 3.7, 4, 0.05)],
    figures: {
      order: {
        name: "order", x: "steps", title: "Halving the step halves, quarters, and sixteenths the error", caption: "Error at the end against the number of steps.",
        curves: [{ of: "jko.error", label: "minimising movement" }, { of: "jko.midpoint", label: "midpoint" }, { of: "flow.error", label: "Runge–Kutta" }],
        slopes: [-1, -4], abscissa: "number of steps", ordinate: "error at $t = 6$", badges: ["first", "second", "fourth"],
      },
    },
  });
};
