import { tanh } from "../numerics/functions.js";
import type { ExperimentResult } from "../spec/result.js";
import { array, claim, experiment, numbered, run, times } from "./fixtures.js";

/** Growth rates of the modes of two phase-field flows, and the affinity of a flow for several exponents. */
export const curvesFixture = (): ExperimentResult => {
  const k = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
  const p = [-1, 0, 0.5, 1, 2] as const;
  const growth = (rate: (q: number) => number) => array(["k"], [k.length], (i) => rate(k[i]));
  const allenCahn = (q: number): number => 1 - 0.01 * q * q;
  const cahnHilliard = (q: number): number => 0.04 * q * q * (1 - 0.01 * q * q);
  const affinity = array(["p", "t"], [p.length, times.length], (i, j) => tanh(times[j] / (1 + 0.4 * i)));
  return experiment({
    tasks: { ac: { task: "flow", geometry: { name: "l2" } }, ch: { task: "flow", geometry: { name: "h-minus-1" } }, flow: { task: "flow", geometry: { name: "hellinger" } } },
    axes: { k: { axis: "values", values: [...k] as [number, ...number[]] }, p: { axis: "values", values: [...p] as [number, ...number[]] } },
    runs: {
      ac: run({ rate: growth((q) => allenCahn(q) + 0.004), exact: growth(allenCahn) }, {}, ["k"]),
      ch: run({ rate: growth((q) => cahnHilliard(q) - 0.004), exact: growth(cahnHilliard) }, {}, ["k"]),
      flow: run({ affinity, tanh: affinity }, { t: numbered(times.length, (i) => times[i]) }, ["p"]),
    },
    claims: [claim("acGrowth", 0.994, 0.99, 0.01), claim("chGrowth", 0.2, 0.25, 0.01)],
    figures: {
      modes: {
        name: "curves", x: "k", title: "Modes grow at the predicted rates", caption: "Rates fitted to the amplitudes (dots) and of the linearised equations (dotted).",
        curves: [{ of: "ac.rate", label: "Allen–Cahn" }, { of: "ch.rate", label: "Cahn–Hilliard" }],
        references: [{ of: "ac.exact" }, { of: "ch.exact" }], bounds: [{ of: "0", label: "neutral" }],
        abscissa: "wave number $k$", ordinate: "growth rate", badges: ["acGrowth", "chGrowth"],
      },
      affinity: {
        name: "curves", x: "t", by: "p", title: "The affinity follows $\\tanh$ for every $p$", curves: [{ of: "flow.affinity" }], references: [{ of: "flow.tanh" }],
        ordinate: "affinity", badges: ["acGrowth"],
      },
    },
  });
};
