import assert from "node:assert/strict";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { FlowRun, GaussianMeasure } from "../language/types.generated.js";
import type { RunContext, RunResult } from "./task.js";

/** A context without files. */
export const bare: RunContext = {
  seed: 1,
  readFile: path => refuse(`no file ${path} here`),
  progress: () => undefined,
};

export const dataOf = ({ outputs }: RunResult, name: string): Vec => outputs[name].data;

/** max |a_i - b_i| ≤ tolerance, for as many entries. */
export function closeTo(a: ArrayLike<number>, b: ArrayLike<number>, tolerance: number): void {
  assert.equal(a.length, b.length);
  const worst = Array.from(a, (v, i) => Math.abs(v - b[i])).reduce((x, y) => (y > x || Number.isNaN(y) ? y : x), 0);
  assert.ok(worst <= tolerance, `differs by ${worst}, more than ${tolerance}`);
}

export const normal = (mean: number, covariance: number): GaussianMeasure => ({ name: "gaussian", mean, covariance });

/** A flow that takes no time. */
export const small: FlowRun = {
  task: "flow",
  space: { name: "finite-set", n: 3 },
  initial: { name: "random", seed: 1 },
  energy: { name: "kl", target: { name: "uniform" } },
  geometry: { name: "hellinger" },
  integrator: { name: "rk4" },
  time: { end: 1, steps: 10, records: 10 },
  record: { F: { name: "energy" } },
};

export const hellinger: FlowRun = {
  task: "flow",
  space: { name: "grid1d", n: 120, interval: [-9, 9] },
  initial: normal(1, 2.25),
  energy: { name: "kl", target: normal(0, 1) },
  geometry: { name: "spherical", of: { name: "hellinger" } },
  integrator: { name: "exponential", order: 4 },
  time: { end: 1, steps: 100, records: 10 },
  record: {
    F: { name: "energy" },
    masses: { name: "masses" },
    mass: { name: "mass" },
    mean: { name: "expectation", of: "x" },
    v: { name: "variance" },
  },
};

export const svgd: FlowRun = {
  ...hellinger,
  space: { name: "particles", n: 40, d: 1, placement: "quantiles" },
  initial: normal(0, 0.25),
  geometry: { name: "stein", kernel: { name: "linear" } },
  integrator: { name: "rk4" },
  time: { end: 1, steps: 100, records: 10 },
  record: { mean: { name: "expectation", of: "x" }, v: { name: "variance" }, D: { name: "dissipation" } },
};
