import { exp, sin, square, tanh } from "../numerics/functions.js";
import type { ExperimentResult } from "../spec/result.js";
import { array, claim, experiment, numbered, overTime, run, times } from "./fixtures.js";

export const spaceTimeFixture = (): ExperimentResult => {
  const x = numbered(80, (i) => (i + 0.5) / 80);
  const wave = (k: number, speed: number) => array(["t", "node"], [times.length, x.length], (j, i) => tanh(4 * exp(speed * times[j] - 2) * sin(k * Math.PI * x[i])));
  const n = 32;
  const disc = array(["t", "node"], [times.length, n * n], (k, i) => tanh(4 * (0.7 - 0.09 * times[k] - Math.sqrt(square((i % n) / 16 - 1) + 2 * square(Math.floor(i / n) / 16 - 1)))));
  const record = { u: { name: "density" } } as const;
  return experiment({
    tasks: {
      ac: { task: "flow", geometry: { name: "l2" }, space: { name: "grid1d", n: 80, interval: [0, 1] }, record },
      ch: { task: "flow", geometry: { name: "h-minus-1" }, space: { name: "grid1d", n: 80, interval: [0, 1] }, record },
      disc: { task: "flow", geometry: { name: "l2" }, space: { name: "grid2d", n: [n, n], box: [-1, 1, -1, 1] }, record },
      disc2: { task: "flow", geometry: { name: "h-minus-1" }, space: { name: "grid2d", n: [n, n], box: [-1, 1, -1, 1] }, record },
    },
    runs: {
      ac: run({ u: wave(5, 1), F: overTime((t) => 0.2 + exp(-t)) }, { t: times, node: x }), ch: run({ u: wave(3, 0.6), F: overTime((t) => 0.3 + exp(-0.4 * t)) }, { t: times, node: x }),
      disc: run({ u: disc, F: overTime((t) => 1 / (1 + t)) }), disc2: run({ u: disc }),
    },
    claims: [claim("mass", 0.5, 0.5, 1e-12)],
    figures: {
      line: {
        name: "space-time", runs: ["ac", "ch"], labels: ["Allen–Cahn", "Cahn–Hilliard"], title: "Same energy, different kinetics", caption: "The order parameter over space and time from the same start.",
        panel: [{ of: "ac.F", label: "AC" }, { of: "ch.F", label: "CH" }], linear: true, badges: ["mass"],
      },
      plane: { name: "space-time", runs: ["disc"], labels: ["a disc that shrinks"], title: "A disc shrinks by its curvature", panel: [{ of: "disc.F" }], badges: ["mass"] },
      planes: { name: "space-time", runs: ["disc", "disc2"], title: "Two rows" },
    },
  });
};
