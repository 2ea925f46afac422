import type { ExperimentResult } from "../spec/result.js";
import { claim, experiment, hellingerFlow, run, slopeOf, times } from "./fixtures.js";

export const decayFixture = (): ExperimentResult => {
  const [strong, moderate, near] = [6, 1.5, 0.3].map(hellingerFlow);
  return experiment({
    tasks: { flow: { task: "flow", geometry: { name: "hellinger" } } },
    runs: {
      flow: run({ strong: strong.kl, moderate: moderate.kl, near: near.kl, b1: strong.bound, b2: moderate.bound, b3: near.bound }),
    },
    claims: [claim("rate", slopeOf(times, near.kl.data, 40, 60), -2, 0.02)],
    figures: {
      decay: {
        name: "decay", title: "Fisher–Rao descent of KL decays at rate 2",
        caption: "Exact flow on 60 states from three starting points. Each curve stays under its own bound; every tail has slope −2.",
        series: [
          { of: "flow.near", label: "near equilibrium" }, { of: "flow.moderate", label: "moderate" }, { of: "flow.strong", label: "strong skew" },
        ],
        bounds: [{ of: "flow.b3" }, { of: "flow.b2" }, { of: "flow.b1" }],
        slopes: [-2], ordinate: "KL($\\mu_t$ | $\\pi$)", badges: ["rate"],
      },
    },
  });
};
