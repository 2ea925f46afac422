import { exp, pow } from "../numerics/functions.js";
import type { ExperimentResult } from "../spec/result.js";
import { array, claim, experiment, overTime, run, times } from "./fixtures.js";

export const convergingFamilyFixture = (): ExperimentResult => {
  const lambda = [1, 0.1, 0.01, 0.001, 0.0001, 0.00001] as const;
  const filter = (i: number): number => 1 / (1 + pow(lambda[i], 0.86) * 8);
  const energy = array(["lambda", "t"], [lambda.length, times.length], (i, j) => 0.69 * exp(-1.6 * filter(i) * times[j]));
  const along = (at: (i: number) => number) => array(["lambda"], [lambda.length], at);
  return experiment({
    tasks: { ridge: { task: "flow", geometry: { name: "ridge-hellinger", lambda: 1, kernel: { name: "gaussian", bandwidth: 1 } } }, exact: { task: "flow", geometry: { name: "hellinger" } } },
    axes: { lambda: { axis: "values", values: [...lambda] as [number, ...number[]], set: ["/runs/ridge/geometry/lambda"] } },
    runs: {
      ridge: run({ F: energy, error: along((i) => 1 - filter(i)), tv: along((i) => 0.4 * (1 - filter(i))), primal: along((i) => 0.34 / filter(i)), dual: along((i) => 0.34 * filter(i)) }, { t: times }, ["lambda"]),
      exact: run({ F: overTime((t) => 0.69 * exp(-1.6 * t)), half: array([], [], () => 0.34) }),
    },
    claims: [claim("energy", 0.86, 0.86, 0.05), claim("halves", 0.3401, 0.34, 0.001)],
    figures: {
      family: {
        name: "converging-family", along: "lambda", family: "ridge.F", limit: "exact.F", title: "Ridge $\\lambda \\to 0$: the energy and both halves of the dissipation converge",
        caption: "Kernel-ridge Fisher–Rao flows of KL (colours) against the exact flow (dotted); the two halves close in from both sides.",
        errors: [{ of: "ridge.error", label: "energy" }, { of: "ridge.tv", label: "TV" }],
        halves: { primal: "ridge.primal", dual: "ridge.dual", limit: "exact.half" }, ordinate: "energy KL($\\mu^\\lambda$ | $\\pi$)", badges: ["energy", "halves"],
      },
      plain: {
        name: "converging-family", along: "lambda", family: "ridge.F", limit: "exact.F", title: "Ridge $\\lambda \\to 0$: the energy converges",
        errors: [{ of: "ridge.error", label: "energy" }, { of: "ridge.tv", label: "TV" }], ordinate: "energy",
      },
    },
  });
};
