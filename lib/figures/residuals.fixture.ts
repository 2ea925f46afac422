import { pow } from "../numerics/functions.js";
import type { ExperimentResult } from "../spec/result.js";
import { array, claim, experiment, run } from "./fixtures.js";

export const residualsFixture = (): ExperimentResult => {
  const names = ["hellinger", "spherical-hellinger", "kernel-hellinger", "mmd", "wasserstein", "stein", "hellinger-kantorovich"];
  const defect = array(["geometry"], [names.length], (i) => 3 * pow(10, -12 + i));
  const made = experiment({
    tasks: { flow: { task: "flow" } },
    axes: { geometry: { axis: "choices", choices: Object.fromEntries(names.map((n) => [n, { name: n }])), set: ["/runs/flow/geometry"] } },
    runs: { flow: run({ defect }, {}, ["geometry"]) },
    claims: [claim("balance", 3e-6, 0, 1e-5), { ...claim("control", 0.2, 0, 1e-5), control: true, holds: true }, claim("identity", 3e-4, 0, 1e-6)],
    figures: {
      geometries: { name: "residuals", claims: ["balance"], by: "geometry", title: "The balance closes in every geometry", caption: "Largest defect of the energy–dissipation balance; the stroke is the tolerance.", abscissa: "defect", badges: ["balance", "control"] },
      claims: { name: "residuals", claims: ["balance", "control", "identity"], title: "Three identities" },
    },
  });
  return { ...made, spec: { ...made.spec, claims: { ...made.spec.claims, balance: { claim: "equal", measured: "flow.defect", expected: "0", tolerance: 1e-5, because: "order 4" } } } };
};
