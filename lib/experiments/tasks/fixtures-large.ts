/** Runs of every task, by every metric, method, energy, geometry, ball and recorder that may keep pairs of points. */
import { methodsOf, METRICS } from "../../dynamics/distances/registry.js";
import { SCHEMAS } from "../language/schemas.generated.js";
import type { ResolvedRun } from "./task.js";

type Part = Readonly<Record<string, unknown>>;

export interface Case {
  readonly label: string;
  readonly run: ResolvedRun;
}

const N = 1000;
const normal = (mean: number, variance = 1): Part => ({ name: "gaussian", mean, covariance: variance });
const plane = (mean: number): Part => ({
  name: "gaussian",
  mean: [mean, 0],
  covariance: [
    [1, 0],
    [0, 1],
  ],
});
const GAUSS = { name: "gaussian", bandwidth: 0.5 } as const;
const LAPLACE = { name: "laplace", bandwidth: 0.5 } as const;
const line = (n = N): Part => ({ name: "grid1d", n, interval: [-5, 5] });
const cloud = (n = N): Part => ({ name: "particles", n, d: 1 });

const caseOf = (label: string, run: Part): Case => ({ label, run: run as unknown as ResolvedRun });

const PARAMETERS: Readonly<Record<string, Part>> = {
  wasserstein: { order: 2 },
  "sliced-wasserstein": { order: 2, directions: 4 },
  "unbalanced-wasserstein": { order: 2, weight: 1 },
  "hellinger-kantorovich": { alpha: 1, beta: 1 },
  mmd: { kernel: GAUSS },
  "de-stein": { kernel: LAPLACE },
  "kernel-hellinger": { kernel: LAPLACE },
};
const METHODS: Readonly<Record<string, Part>> = {
  quantiles: { nodes: 8 },
  sinkhorn: { epsilon: 1 },
  dynamic: { steps: 4 },
  samples: { statistic: "v" },
};

/** Exact unbalanced plans take long, and keep what exact balanced ones keep. */
const SLOW = /^(unbalanced-wasserstein|hellinger-kantorovich) by linear-program/;

/** Every metric by every method, on masses of a grid; by shooting for few particles. */
const DISTANCES: readonly Case[] = METRICS.flatMap(metric =>
  methodsOf(metric).flatMap(method => {
    const label = `${metric} by ${method}`;
    const on = (space: Part): Case =>
      caseOf(`${label} on ${String(space["name"])}`, {
        task: "distance",
        space,
        from: normal(0),
        to: normal(0.2),
        metric: { name: metric, ...PARAMETERS[metric] },
        method: { name: method, ...METHODS[method] },
      });
    if (SLOW.test(label)) return [on(cloud(60))];
    if (method === "dynamic" || method === "exact" || metric === "fisher-rao-gaussian")
      return [on({ name: "gaussian", d: 1 }), on(cloud(8)), on(line(8))];
    return [method === "samples" ? on(cloud()) : on(line())];
  }),
);

const flow = (label: string, changes: Part): Case =>
  caseOf(label, {
    task: "flow",
    space: line(),
    initial: normal(-0.2),
    energy: { name: "kl", target: normal(0.2) },
    geometry: { name: "hellinger" },
    integrator: { name: "explicit-euler" },
    time: { end: 1e-6, steps: 1, records: 1 },
    record: {},
    ...changes,
  });

const MMD2 = { name: "half-mmd2", kernel: GAUSS, target: normal(0.2) } as const;
/** Integrators that keep more than the state, where everything is coupled, and those that do not. */
const FLOWS: readonly Case[] = [
  flow("explicit-euler under mmd", { geometry: { name: "mmd", kernel: LAPLACE }, energy: MMD2 }),
  flow("rk4 under stein", {
    space: cloud(),
    geometry: { name: "stein", kernel: GAUSS },
    energy: MMD2,
    integrator: { name: "rk4" },
  }),
  flow("adam under stein", {
    space: cloud(),
    geometry: { name: "stein", kernel: GAUSS },
    energy: MMD2,
    integrator: { name: "adam" },
  }),
  flow("jko under h-minus-1", { space: line(600), geometry: { name: "h-minus-1" }, integrator: { name: "jko" } }),
  flow("jko under hellinger", { integrator: { name: "jko" } }),
  flow("implicit-euler under stein", {
    space: line(250),
    geometry: { name: "stein", kernel: GAUSS },
    energy: MMD2,
    integrator: { name: "implicit-euler" },
  }),
  flow("implicit-euler under wasserstein", {
    geometry: { name: "wasserstein" },
    integrator: { name: "implicit-euler" },
  }),
];

/** What the energies of pairs of points need beside a name and a target. */
const ENERGIES: Readonly<Record<string, Part>> = {
  "half-mmd2": { kernel: GAUSS },
  "dr-mmd": { kernel: GAUSS, lambda: 0.1 },
  "mmd-regularised": { kernel: GAUSS, lambda: 1, divergence: "half-chi2" },
  kale: { kernel: GAUSS, lambda: 1 },
  sinkhorn: { epsilon: 4 },
  "sliced-wasserstein": { directions: 8 },
  "blob-kl": { kernel: GAUSS },
  "smoothed-kl": { kernel: GAUSS },
  "smoothed-derivative-kl": { kernel: GAUSS },
  interaction: { kernel: GAUSS },
};
const COMPARED: readonly Case[] = Object.entries(ENERGIES).map(([name, words]) =>
  flow(`energy ${name}`, {
    space: { name: "particles", n: N, d: 2 },
    initial: plane(0),
    energy: { name, ...words, target: plane(0.2) },
    geometry: { name: "wasserstein" },
  }),
);

const GEOMETRIES: Readonly<Record<string, Part>> = {
  "kernel-hellinger": { kernel: LAPLACE },
  "ridge-hellinger": { kernel: LAPLACE, lambda: 0.1 },
  mmd: { kernel: LAPLACE },
  stein: { kernel: GAUSS },
  "ridge-wasserstein": { kernel: LAPLACE, lambda: 0.1 },
  "de-stein": { kernel: LAPLACE },
};
const CURVED: readonly Case[] = Object.entries(GEOMETRIES).map(([name, words]) =>
  flow(`geometry ${name}`, { geometry: { name, ...words }, energy: MMD2 }),
);

/** What a recorder needs beside its name. */
const RECORDERS: Readonly<Record<string, Part>> = {
  value: { energy: { name: "entropy", temperature: 1 } },
  expectation: { of: "x1^2" },
  cumulant: { order: 2 },
  distance: { metric: { name: "wasserstein", order: 1 }, to: normal(0) },
  amplitude: { wavenumber: 1 },
  "steps-until": { below: 1 },
  "velocity-slope": { of: "least" },
  risk: { data: { name: "inline", points: [[0]], labels: [1] } },
  "mode-masses": { centres: { name: "inline", points: [[0]] } },
};
const recorders = Object.keys(SCHEMAS["recorder.schema.json"].$defs as Part);
const RECORDED: readonly Case[] = [
  ...recorders.flatMap(name => {
    const record = { r: { name, ...RECORDERS[name] } };
    const ofParticles = { space: cloud(), geometry: { name: "wasserstein" }, energy: MMD2, record };
    return [flow(`recorder ${name}`, { record }), flow(`recorder ${name} on particles`, ofParticles)];
  }),
  ...(["mmd", "de-stein", "kernel-hellinger"] as const).map(metric =>
    flow(`recorder distance ${metric}`, {
      record: { r: { name: "distance", metric: { name: metric, ...PARAMETERS[metric] }, to: normal(0) } },
    }),
  ),
  flow("recorder distance in the plane", {
    space: { name: "particles", n: N, d: 2 },
    initial: plane(0),
    energy: { ...MMD2, target: plane(0) },
    geometry: { name: "wasserstein" },
    record: { r: { name: "distance", metric: { name: "wasserstein", order: 2 }, to: plane(0.1) } },
  }),
  flow("recorder dual of mmd", { record: { r: { name: "dual", geometry: { name: "mmd", kernel: LAPLACE } } } }),
];

const OTHERS: readonly Case[] = [
  caseOf("rate under mmd", {
    task: "rate",
    space: line(),
    state: normal(0),
    geometry: { name: "mmd", kernel: LAPLACE },
    force: { name: "random", seed: 1 },
  }),
  caseOf("rate under hellinger", {
    task: "rate",
    space: line(),
    state: normal(0),
    geometry: { name: "hellinger" },
    force: { name: "random", seed: 1 },
  }),
  caseOf("spectrum of a kernel", {
    task: "spectrum",
    space: line(),
    operator: { name: "kernel", kernel: LAPLACE, measure: normal(0) },
    method: { name: "static" },
    modes: 4,
  }),
  caseOf("spectrum of a generator", {
    task: "spectrum",
    space: line(),
    operator: { name: "generator", target: normal(0) },
    method: { name: "static" },
    modes: 4,
  }),
  ...["primal", "dual", "functional", "spectral"].map(by =>
    caseOf(`regression by ${by}`, {
      task: "regression",
      space: line(),
      measure: { name: "uniform", interval: [-5, 5] },
      kernel: LAPLACE,
      lambda: 0.1,
      response: { name: "function", of: "x1" },
      by,
      ...(by === "spectral" && { modes: 8 }),
    }),
  ),
  ...[
    { name: "kl", radius: 0.1 },
    { name: "chi-square", radius: 0.1 },
    { name: "wasserstein", order: 2, radius: 0.3 },
    { name: "mmd", kernel: GAUSS, radius: 0.1 },
  ].map(ball =>
    caseOf(`robust by ${ball.name}`, {
      task: "robust",
      space: line(),
      measure: normal(0),
      loss: { name: "function", of: "x1^2" },
      ball,
    }),
  ),
  caseOf("curve by shooting", {
    task: "curve",
    space: cloud(300),
    from: normal(0),
    to: normal(1),
    geometry: { name: "wasserstein" },
    by: { name: "shooting", integrator: { name: "rk4" }, steps: 4 },
    records: 2,
    record: {},
  }),
];

export const CASES: readonly Case[] = [...DISTANCES, ...FLOWS, ...COMPARED, ...CURVED, ...RECORDED, ...OTHERS];
