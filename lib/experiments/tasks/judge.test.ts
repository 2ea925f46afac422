import assert from "node:assert/strict";
import { test } from "node:test";
import type { NamedArray } from "../../arithmetic/named-arrays.js";
import { attempt } from "./attempt.js";
import { bare } from "./fixtures.js";
import { runTask } from "./index.js";
import { judged } from "./judge.js";
import type { Measure, Space } from "../language/types.generated.js";
import type { ResolvedRun, RunResult, TaskResult } from "./task.js";

const normal = (mean: number, covariance: number) => ({ name: "gaussian", mean, covariance }) as const;
const line: Space = { name: "grid1d", n: 30, interval: [-4, 4] };
const kernel = { name: "laplace", bandwidth: 1 } as const;
const kl = { name: "kl", target: normal(0, 1) } as const;

/** A run of every task; a task that is missing here does not compile. */
const RUNS: { readonly [T in ResolvedRun["task"]]: Extract<ResolvedRun, { task: T }> } = {
  flow: {
    task: "flow",
    space: line,
    initial: normal(1, 0.5),
    energy: kl,
    geometry: { name: "hellinger" },
    integrator: { name: "rk4" },
    time: { end: 1, steps: 20, records: 20 },
    record: { F: { name: "energy" } },
  },
  curve: {
    task: "curve",
    space: { name: "particles", n: 5, d: 1, placement: "quantiles" },
    from: normal(0, 1),
    to: normal(2, 2),
    geometry: { name: "wasserstein" },
    by: { name: "momentum", integrator: { name: "rk4" }, steps: 4 },
    records: 4,
    record: { H: { name: "hamiltonian" } },
  },
  rate: {
    task: "rate",
    space: line,
    state: normal(1, 0.5),
    geometry: { name: "hellinger" },
    force: { name: "differential", energy: kl },
  },
  distance: {
    task: "distance",
    space: line,
    from: normal(0, 1),
    to: normal(1, 0.5),
    metric: { name: "wasserstein", order: 2 },
    method: { name: "linear-program" },
  },
  spectrum: {
    task: "spectrum",
    space: line,
    operator: { name: "kernel", kernel, measure: normal(0, 1) },
    method: { name: "static" },
    modes: 3,
  },
  regression: {
    task: "regression",
    space: line,
    measure: normal(0, 1),
    kernel,
    lambda: 0.1,
    response: { name: "function", of: "x" },
    by: "primal",
  },
  robust: {
    task: "robust",
    space: line,
    measure: normal(0, 1),
    loss: { name: "function", of: "x^2" },
    ball: { name: "chi-square", radius: 0.1 },
  },
};

const asTask = (result: RunResult): TaskResult => ({ ...result, evidence: [] });

/** The result with one of its outputs spoilt. */
const spoilt = (result: RunResult, name: string, value: number): TaskResult => {
  const array: NamedArray = result.outputs[name];
  const data = array.data.slice();
  data[data.length - 1] = value;
  return { ...asTask(result), outputs: { ...result.outputs, [name]: { ...array, data } } };
};

for (const [name, run] of Object.entries(RUNS))
  test(`${name}: completed as it is, uncertified with NaN or ∞ in any of its outputs`, () => {
    const result = runTask(run, bare);
    assert.equal(result.status, "completed", result.reason);
    for (const output of Object.keys(result.outputs))
      for (const value of [NaN, Infinity]) {
        const { status, reason } = judged(spoilt(result, output, value));
        assert.equal(status, "uncertified", `${output} = ${value}`);
        assert.match(reason, new RegExp(`^${result.reason}, but values of ${output} that are no finite numbers: 1, `));
      }
  });

test("a number is within its bound or not, and NaN never is; what failed already keeps its status", () => {
  const { status, reason, ...rest } = asTask(runTask(RUNS.rate, bare));
  const evidence = (size: number) => [{ what: "gap", size, allowed: 1, advice: "look" }];
  const ending = (size: number) => judged({ ...rest, status, reason, evidence: evidence(size) });
  assert.equal(ending(1).status, "completed");
  assert.equal(ending(1.01).reason, "one evaluation, but gap: 1.01, where at most 1 is allowed; look");
  assert.equal(ending(NaN).status, "uncertified");
  const failed = judged({ ...rest, status: "diverged", reason: "at once", evidence: evidence(2) });
  assert.deepEqual([failed.status, failed.reason], ["diverged", "at once"]);
});

const wide = { name: "gaussian", bandwidth: 3 } as const;
const pair = (x: number, y: number): Extract<Measure, { name: "samples" }> => ({
  name: "samples",
  data: { name: "inline", points: [[x], [y]] },
});
const ridge = (name: "ridge-hellinger" | "ridge-wasserstein") => ({ name, kernel: wide, lambda: 1e-13 }) as const;

/** What rounding breaks of what mathematics says of the numbers of a task. */
const BROKEN: readonly (readonly [ResolvedRun, RegExp])[] = [
  [
    { ...RUNS.rate, geometry: { name: "sum", of: [ridge("ridge-hellinger"), ridge("ridge-wasserstein")] } },
    /difference of R\(u, u̇\) and R\*\(u, -ξ\): /,
  ],
  [
    { ...RUNS.regression, kernel: wide, lambda: 1e-14, response: { name: "function", of: "sin(3*x)" } },
    /gap between the primal and the dual value: /,
  ],
  [
    { ...RUNS.robust, ball: { name: "mmd", radius: 1e-9, kernel: { name: "gaussian", bandwidth: 10 } } },
    /duality gap: .* take another radius/,
  ],
  [
    {
      task: "distance",
      space: { name: "particles", n: 2, d: 1 },
      from: pair(0, 1e-8),
      to: pair(2e-8, 3e-8),
      metric: { name: "mmd", kernel: { name: "gaussian", bandwidth: 1 } },
      method: { name: "dual" },
    },
    /duality gap: .* take a more exact method/,
  ],
  [
    {
      ...RUNS.spectrum,
      space: { name: "finite-set", n: 2 },
      operator: { name: "kernel", kernel, measure: { name: "masses", values: [1e300, 1e-300] } },
      modes: 2,
    },
    /difference of Σλ² and ∬ k² dρ dρ: NaN/,
  ],
];

for (const [run, reason] of BROKEN)
  test(`${run.task}: what rounding breaks is uncertified and named, ${reason.source}`, () => {
    const result = runTask(run, bare);
    assert.equal(result.status, "uncertified", result.reason);
    assert.match(result.reason, reason);
  });

test("a result that was stopped is judged as one that is completed", () => {
  const stopped = spoilt({ ...runTask(RUNS.rate, bare), status: "stopped" }, "rate", NaN);
  assert.equal(judged(stopped).status, "uncertified");
});

/** ½MMD² of 20 particles to a normal law; forces are of order 0.1, so that steps of 20 throw them about. */
const thrown = (dt: number): ResolvedRun => ({
  task: "flow",
  space: { name: "particles", n: 20, d: 1 },
  initial: normal(1, 1),
  energy: { name: "half-mmd2", kernel: { name: "gaussian", bandwidth: 1 }, target: normal(0, 1) },
  geometry: { name: "wasserstein" },
  integrator: { name: "explicit-euler" },
  time: { end: 10 * dt, steps: 10, records: 10 },
  record: { F: { name: "energy" } },
});

test("|F(u_T) - F(u_0) + ∫ R + R* dt| > ½ of the energy: explicit Euler with step 20 is uncertified, with step 1 it is not", () => {
  const far = runTask(thrown(20), bare);
  assert.equal(far.status, "uncertified");
  assert.match(far.reason, /defect of the energy-dissipation balance .*; take more steps/);
  const honest = runTask(thrown(1), bare);
  assert.equal(honest.status, "completed", honest.reason);
  assert.ok(
    Math.abs(honest.certificate!.series.balanceDefect.data[0]) > 1e-6,
    "its defect of O(dt) is there to be seen",
  );
});

test("noise may raise an energy: the same particles under noise injection are judged by their numbers only", () => {
  const noisy = { ...thrown(0.1), integrator: { name: "noisy-euler", level: 3 } } as ResolvedRun;
  const { status, certificate } = runTask(noisy, bare);
  const { energy, balanceDefect } = certificate!.series;
  assert.ok(
    Math.abs(balanceDefect.data[0]) > 0.5 * Math.abs(energy.data[0] - energy.data[10]),
    "the balance is missed",
  );
  assert.equal(status, "completed");
});

/** Five particles that push one another through a kernel of bandwidth 1, released with momenta of order 1. */
const released = (steps: number): RunResult =>
  runTask(
    {
      task: "curve",
      space: { name: "particles", n: 5, d: 1 },
      from: normal(0, 1),
      geometry: { name: "stein", kernel: { name: "gaussian", bandwidth: 1 } },
      by: { name: "release", end: 30, integrator: { name: "explicit-euler" }, steps },
      records: 2,
      record: { m: { name: "mass" } },
    },
    bare,
  );

test("a geodesic keeps H: an explicit Euler path of which H doubles is uncertified, with enough steps it is completed", () => {
  const coarse = released(2);
  assert.equal(coarse.status, "uncertified");
  assert.match(coarse.reason, /variation of the Hamiltonian/);
  assert.equal(released(2000).status, "completed");
});

test("what is thrown is a status: a refusal `refused`, a lack of memory or a mistake `failed`", () => {
  const refused = attempt(
    { ...RUNS.flow, geometry: { name: "stein", kernel: { name: "riesz", exponent: 1 } } } as never,
    bare,
  );
  assert.equal(refused.status, "refused");
  assert.doesNotMatch(refused.reason, /^refused/);
  const throwing = (message: string) =>
    attempt(RUNS.flow, {
      ...bare,
      progress: () => {
        throw new RangeError(message);
      },
    });
  const short = throwing("Array buffer allocation failed");
  assert.equal(short.status, "failed");
  assert.match(short.reason, /^not enough memory .*: take a smaller space, fewer records/);
  assert.match(throwing("x is not a function").reason, /^internal error: x is not a function/);
});
