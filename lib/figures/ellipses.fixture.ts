import { cos, exp, sin } from "../numerics/functions.js";
import type { ExperimentResult } from "../spec/result.js";
import { array, claim, experiment, overTime, run, times } from "./fixtures.js";

export const ellipsesFixture = (): ExperimentResult => {
  const n = 60;
  const positions = array(["t", "particle", "coordinate"], [times.length, n, 2], (_, i, c) => (c === 0 ? 1 : 0.2) * Math.sqrt(i / 15) * cos(2.4 * i) + (c === 0 ? 0.3 : 0.8) * Math.sqrt(i / 15) * sin(2.4 * i));
  const covariance = [[1, 0.8], [0.8, 1]];
  const decay = (to: number, from: number) => overTime((t) => to + (from - to) * exp(-t));
  const fits = run({ m1: decay(0, -2), m2: decay(0, 1.5), s11: decay(1, 0.2), s12: decay(0.8, 0), s22: decay(1, 0.2) });
  return experiment({
    tasks: {
      gauss: { task: "flow", geometry: { name: "wasserstein" }, energy: { name: "kl", target: { name: "gaussian", mean: [0, 0], covariance } } },
      svgd: { task: "flow", geometry: { name: "stein", kernel: { name: "gaussian", bandwidth: 1 } }, space: { name: "particles", n, d: 2 }, record: { positions: { name: "positions" } } },
    },
    runs: { gauss: fits, svgd: run({ positions }) },
    claims: [claim("agree", 0.999, 1, 0.01)],
    figures: {
      posterior: {
        name: "ellipses", title: "Two samplers and a Gaussian agree on the posterior", caption: "Target in grey; ellipses: one and two standard deviations; ○ is the start.", target: "gauss",
        panels: [
          { label: "Gaussian flow", detail: "Wasserstein on $(m, \\Sigma)$", gaussians: [{ mean: ["gauss.m1", "gauss.m2"], covariance: ["gauss.s11", "gauss.s12", "gauss.s22"], label: "fit" }] },
          { label: "Stein particles", detail: "60 particles", cloud: "svgd" },
          { label: "both", gaussians: [{ mean: ["gauss.m1", "gauss.m2"], covariance: ["gauss.s11", "gauss.s12", "gauss.s22"] }], cloud: "svgd" },
        ],
        badges: ["agree"],
      },
    },
  });
};
