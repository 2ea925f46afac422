import { cos, exp, sin } from "../numerics/functions.js";
import type { ExperimentResult } from "../spec/result.js";
import type { Geometry, Measure, Task } from "../spec/types.generated.js";
import { array, claim, experiment, overTime, run, times } from "./fixtures.js";

const MODES = [[2.5, 1.5], [2.5, -3], [-1, -3]] as const;
const spot = (k: number): Measure & { name: "gaussian" } => ({ name: "gaussian", mean: [...MODES[k]], covariance: [[0.4, 0], [0, 0.4]] });

/** 48 particles that move to three modes along closed curves of exp(-t). */
export const particlesFixture = (): ExperimentResult => {
  const n = 48;
  const start = (i: number): readonly [number, number] => [-1.5 + 0.9 * cos(2.4 * i) * (i / n), 0.8 + 0.9 * sin(2.4 * i) * (i / n)];
  const end = (i: number): readonly [number, number] => [MODES[i % 3][0] + 0.6 * cos(5 * i), MODES[i % 3][1] + 0.6 * sin(5 * i)];
  const positions = array(["t", "particle", "coordinate"], [times.length, n, 2], (k, i, c) => {
    const s = 1 - exp(-0.7 * times[k]);
    return (1 - s) * start(i)[c] + s * end(i)[c] + (c === 0 ? 0.8 : -0.5) * s * (1 - s) * sin(i);
  });
  const weights = array(["t", "particle"], [times.length, n], (_, i) => (i % 4 === 0 ? 0 : 1 / 36));
  const target: Measure = { name: "mixture", weights: [0.34, 0.33, 0.33], components: [spot(0), spot(1), spot(2)] };
  const task = (geometry: Geometry): Partial<Task> => ({
    task: "flow", geometry, space: { name: "particles", n, d: 2 }, energy: { name: "half-mmd2", kernel: { name: "gaussian", bandwidth: 1 }, target },
    record: { positions: { name: "positions" }, weights: { name: "weights" } },
  });
  const mmd: Geometry = { name: "mmd", kernel: { name: "gaussian", bandwidth: 1 } };
  return experiment({
    tasks: { vanilla: task({ name: "wasserstein" }), ift: task({ name: "spherical", of: { name: "sum", of: [{ name: "wasserstein" }, mmd] } }) },
    runs: {
      vanilla: run({ positions, F: overTime((t) => 0.02 + exp(-t)) }, { t: times }), ift: run({ positions, weights, F: overTime((t) => 0.001 + exp(-2 * t)) }, { t: times }),
    },
    claims: [claim("stuck", 0.02, 0.02, 0.001)],
    figures: {
      trails: {
        name: "particles", runs: ["vanilla", "ift"], labels: ["moves only", "moves and reweights"], title: "Reweighting reaches what motion alone misses",
        caption: "48 particles, three-mode target (grey), all start at the small dots. Area is weight; hollow means none.",
        panel: [{ of: "vanilla.F", label: "MMD" }, { of: "ift.F", label: "IFT" }], ordinate: "MMD²($\\mu$, $\\pi$)", note: "One seed: an illustration, not a ranking.", badges: ["stuck"],
      },
      alone: { name: "particles", runs: ["vanilla"], title: "Landmarks interact through the kernel" },
    },
  });
};
