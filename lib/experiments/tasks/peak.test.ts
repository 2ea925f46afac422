import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import test from "node:test";
import { methodsOf, METRICS } from "../../dynamics/distances/registry.js";
import { SCHEMAS } from "../language/schemas.generated.js";
import { memoryEstimate } from "./estimate.js";
import type { ResolvedRun } from "./task.js";

type Part = Readonly<Record<string, unknown>>;

interface Case {
  readonly label: string;
  readonly run: ResolvedRun;
}

const N = 1000;
const normal = (mean: number, variance = 1): Part => ({ name: "gaussian", mean, covariance: variance });
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
      return [on({ name: "gaussian", d: 1 }), on(cloud(8))];
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

/** What a recorder needs beside its name. */
const RECORDERS: Readonly<Record<string, Part>> = {
  value: { energy: { name: "entropy", temperature: 1 } },
  expectation: { of: "x1^2" },
  cumulant: { order: 2 },
  distance: { metric: { name: "wasserstein", order: 1 }, to: normal(0) },
  amplitude: { wavenumber: [1] },
  risk: { data: { name: "inline", points: [[0]], labels: [1] } },
  "mode-masses": { centres: { name: "inline", points: [[0]] } },
};
const recorders = Object.keys(SCHEMAS["recorder.schema.json"].$defs as Part);
const RECORDED: readonly Case[] = [
  ...recorders.map(name => flow(`recorder ${name}`, { record: { r: { name, ...RECORDERS[name] } } })),
  ...(["mmd", "de-stein", "kernel-hellinger"] as const).map(metric =>
    flow(`recorder distance ${metric}`, {
      record: { r: { name: "distance", metric: { name: metric, ...PARAMETERS[metric] }, to: normal(0) } },
    }),
  ),
  flow("recorder distance in the plane", {
    space: { name: "particles", n: N, d: 2 },
    initial: { name: "gaussian", mean: [0, 0], covariance: 1 },
    energy: { ...MMD2, target: { name: "gaussian", mean: [0, 0], covariance: 1 } },
    geometry: { name: "wasserstein" },
    record: {
      r: {
        name: "distance",
        metric: { name: "wasserstein", order: 2 },
        to: { name: "gaussian", mean: [0.1, 0], covariance: 1 },
      },
    },
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
    space: line(400),
    operator: { name: "kernel", kernel: LAPLACE, measure: normal(0) },
    method: { name: "static" },
    modes: 4,
  }),
  caseOf("spectrum of a generator", {
    task: "spectrum",
    space: line(400),
    operator: { name: "generator", target: normal(0) },
    method: { name: "static" },
    modes: 4,
  }),
  ...["primal", "dual", "functional"].map(by =>
    caseOf(`regression by ${by}`, {
      task: "regression",
      space: line(),
      measure: { name: "uniform", interval: [-5, 5] },
      kernel: LAPLACE,
      lambda: 0.1,
      response: { name: "function", of: "x1" },
      by,
    }),
  ),
];

/** All large runs with `PEAKS=all`; else one of so many, since each has a thread and half a second of its own. */
const ALL = process.env["PEAKS"] === "all";
const SHARE = 6;

const CASES: readonly Case[] = [...DISTANCES, ...FLOWS, ...RECORDED, ...OTHERS];

/**
 * Bytes that runs take at their peak, the large ones each in a thread of its own, whose WebAssembly nobody has enlarged
 * before: the high-water mark of the process after it was set back.
 */
const MEASURE = `
  import { readFileSync, writeFileSync } from "node:fs";
  import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
  const [index, fixtures, runs] = isMainThread ? process.argv.slice(1) : workerData;
  if (isMainThread) {
    const out = [];
    for (const group of JSON.parse(readFileSync(0, "utf8"))) {
      const resourceLimits = { maxYoungGenerationSizeMb: 4 };
      const worker = new Worker(process.env.MEASURE, { eval: true, workerData: [index, fixtures, group], resourceLimits });
      out.push(...(await new Promise((resolve, reject) => worker.on("message", resolve).on("error", reject))));
      await worker.terminate();
    }
    console.log(JSON.stringify(out));
  } else {
    const { attempt } = await import(index);
    const { bare } = await import(fixtures);
    const status = () => readFileSync("/proc/self/status", "utf8");
    const bytes = key => 1024 * Number(new RegExp(key + ":\\\\s+(\\\\d+)").exec(status())[1]);
    parentPort.postMessage(
      runs.map(run => {
        gc();
        writeFileSync("/proc/self/clear_refs", "5");
        const before = bytes("VmRSS");
        const { status, reason } = attempt(run, bare);
        return { peak: bytes("VmHWM") - before, status, reason };
      }),
    );
  }
`;

interface Measured {
  readonly peak: number;
  readonly status: string;
  readonly reason: string;
}

function measured(groups: readonly (readonly ResolvedRun[])[]): readonly Measured[] {
  const paths = ["./attempt.js", "./fixtures.js"].map(name => new URL(name, import.meta.url).href);
  const args = ["--expose-gc", "--input-type=module", "-e", MEASURE, ...paths];
  const input = JSON.stringify(groups);
  const out = execFileSync(process.execPath, args, { encoding: "utf8", input, env: { ...process.env, MEASURE } });
  return JSON.parse(out) as readonly Measured[];
}

/** Compiled code, stacks and young garbage: two matrices of the runs' size. */
const SLACK = 20e6;

test(
  "B7: estimate + 20 MB ≥ measured peak for every metric and method, every recorder, implicit steps, rates, spectra, " +
    "regressions; and what is computed of n² numbers is estimated within a factor 4 " +
    "(of the large runs one in six; all with PEAKS=all)",
  { skip: !existsSync("/proc/self/clear_refs") },
  () => {
    const small = CASES.filter(({ run }) => memoryEstimate(run) < SLACK / 4);
    const large = CASES.filter(each => !small.includes(each)).filter((_, i) => ALL || i % SHARE === 0);
    const results = measured([small.map(({ run }) => run), ...large.map(({ run }) => [run])]);
    const told = [...small, ...large].map(({ label, run }, i) => ({
      label,
      estimate: memoryEstimate(run),
      ...results[i],
    }));
    if (ALL) console.log(told.map(row => JSON.stringify(row)).join("\n"));
    const ran = told.filter(({ status }) => status !== "refused");
    assert.deepEqual(ran.filter(({ status }) => status === "failed"), []); // prettier-ignore
    assert.deepEqual(ran.filter(({ peak, estimate }) => peak > estimate + SLACK), []); // prettier-ignore
    assert.deepEqual(ran.filter(({ peak, estimate }) => estimate > 4 * (peak + SLACK)), []); // prettier-ignore
    assert.ok(ran.length > 30, `${ran.length} of ${told.length} ran`);
    assert.ok(ran.filter(({ peak }) => peak > SLACK).length > (ALL ? 8 : 0), "some take more than the slack");
  },
);
