import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";
import type { DistanceRun, FlowRun, Method, Metric } from "../language/types.generated.js";
import { refuse } from "../../arithmetic/refusal.js";
import { longPlans } from "../archive/work/long-plans.js";
import { planTime, memoryEstimate, sizesFrom } from "./estimate.js";

const flow: FlowRun = {
  task: "flow",
  space: { name: "grid1d", n: 100, interval: [0, 1] },
  initial: { name: "uniform" },
  energy: { name: "kl", target: { name: "uniform" } },
  geometry: { name: "hellinger" },
  integrator: { name: "rk4" },
  time: { end: 1, steps: 10, records: 10 },
  record: { masses: { name: "masses" } },
};

test("11 states of 100 masses and their record are 11 · 2 · 100 numbers of 8 bytes", () => {
  assert.equal(memoryEstimate(flow), 11 * 2 * 100 * 8);
});

test("a kernel in the geometry adds three matrices n × n, and 30 000 nodes are more than 4 GB of them", () => {
  const mmd = (n: number): number =>
    memoryEstimate({
      ...flow,
      space: { name: "grid1d", n, interval: [0, 1] },
      geometry: { name: "mmd", kernel: { name: "laplace", bandwidth: 1 } },
    });
  assert.equal(mmd(100) - memoryEstimate(flow), 3 * 100 * 100 * 8);
  assert.ok(mmd(30000) > 4e9);
});

test("a million particles with a million anchors at a thousand times do not fit", () => {
  const run: FlowRun = {
    ...flow,
    space: { name: "particles", n: 1e6, d: 2, anchors: true },
    time: { end: 1, steps: 1000, records: 1000 },
  };
  assert.ok(memoryEstimate(run) > 4e9);
});

const between = (space: DistanceRun["space"], metric: Metric, method: Method, plan = false): DistanceRun => ({
  task: "distance",
  space,
  from: { name: "uniform", interval: [0, 1] },
  to: { name: "uniform", interval: [1, 2] },
  metric,
  method,
  plan,
});
const w2: Metric = { name: "wasserstein", order: 2 };
const DEFAULT = 4 * 1024 * 1024 * 1024;

test("estimates follow the method: Bures in d = 10 and W_2 of 20 000 points on the line are small, a plan of these is not", () => {
  const law = { name: "gaussian", mean: 0, covariance: 1 } as const;
  const bures = { ...between({ name: "gaussian", d: 10 }, w2, { name: "exact" }), from: law, to: law };
  assert.ok(memoryEstimate(bures) < 1e5, `${memoryEstimate(bures)}`);
  const line = { name: "particles", n: 20000, d: 1 } as const;
  assert.ok(memoryEstimate(between(line, w2, { name: "quantiles", nodes: 1 })) < 1e7);
  assert.ok(memoryEstimate(between(line, w2, { name: "linear-program" })) > DEFAULT);
  assert.ok(memoryEstimate(between(line, w2, { name: "quantiles", nodes: 1 }, true)) >= 8 * 20000 * 20000);
});

test("the recorder `distance` of 8000 particles of the plane needs the costs of its linear program: 4 · 8 · n² bytes", () => {
  const target = { name: "gaussian", mean: 0, covariance: 1 } as const;
  const run: FlowRun = {
    ...flow,
    space: { name: "particles", n: 8000, d: 2 },
    record: { w: { name: "distance", metric: w2, to: target } },
  };
  assert.ok(memoryEstimate(run) >= 4 * 8 * 8000 * 8000);
});

/** Prints how many bytes a run takes at its peak, beyond what the process had before. */
const MEASURE = `
  const [, index, fixtures, run] = process.argv;
  const { runTask } = await import(index);
  const { bare } = await import(fixtures);
  const before = process.resourceUsage().maxRSS;
  runTask(JSON.parse(run), bare);
  console.log(1024 * (process.resourceUsage().maxRSS - before));
`;
/** Code that is compiled, stacks, garbage that has not been collected yet. */
const SLACK = 150e6;

test("estimate + garbage ≥ measured peak, in a process of its own: entropic, kernel and quantile distances", () => {
  const plane = { name: "particles", n: 1500, d: 2 } as const;
  const disc: DistanceRun["from"] = {
    name: "gaussian",
    mean: [0, 0],
    covariance: [
      [1, 0],
      [0, 1],
    ],
  };
  const kernel = { name: "gaussian", bandwidth: 1 } as const;
  const onPlane = (metric: Metric, method: Method): DistanceRun => ({
    ...between(plane, metric, method),
    from: disc,
    to: disc,
  });
  const runs: readonly DistanceRun[] = [
    onPlane(w2, { name: "sinkhorn", epsilon: 4 }),
    onPlane({ name: "hellinger-kantorovich", alpha: 1, beta: 1 }, { name: "sinkhorn", epsilon: 4 }),
    onPlane({ name: "mmd", kernel }, { name: "static" }),
    between({ name: "particles", n: 20000, d: 1 }, w2, { name: "quantiles", nodes: 1 }),
  ];
  for (const run of runs) {
    const paths = ["./index.js", "./fixtures.js"].map(name => new URL(name, import.meta.url).href);
    const args = ["--input-type=module", "-e", MEASURE, ...paths, JSON.stringify(run)];
    const peak = Number(execFileSync(process.execPath, args, { encoding: "utf8" }));
    const estimate = memoryEstimate(run);
    assert.ok(peak <= estimate + SLACK, `${run.metric.name} by ${run.method.name}: ${peak} > ${estimate}`);
  }
});

test("B7: data files count, their rows as points of a distance and their bytes: 4 · 8 · n² + 16 bytes for each of the file", () => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const files: Readonly<Record<string, Uint8Array>> = {
    "a.csv": encode(`x,y\n${"1,2\n".repeat(20000)}`),
    "a.json": encode(`[${"[1,2],".repeat(19999)}[1,2]]`),
    "line.json": encode(`[${"1,".repeat(19999)}1]`),
  };
  const sizeOf = sizesFrom(path => files[path] ?? refuse("no such file"));
  for (const path of [...Object.keys(files), "none.csv"]) {
    const from = { name: "samples", data: { name: "file", path } } as const;
    const run = { ...between({ name: "particles", n: 2, d: 2 }, w2, { name: "linear-program" }), from, to: from };
    const n = path === "none.csv" ? 2 : 20000;
    const least = 4 * 8 * n * n + (path in files ? 2 * 16 * files[path].length : 0);
    const estimate = memoryEstimate(run, sizeOf);
    assert.ok(estimate >= least && estimate <= 1.001 * least + 200, `${path}: ${estimate} beside ${least}`);
  }
});

test("B7: a coupled minimising step keeps 8 n² numbers, an implicit one a band of 6 n², others none", () => {
  const n = 2000;
  const at = (changes: Partial<FlowRun>): number =>
    memoryEstimate({ ...flow, space: { name: "grid1d", n, interval: [0, 1] }, ...changes });
  const kernel = { name: "gaussian", bandwidth: 1 } as const;
  const explicit = at({});
  assert.equal(at({ integrator: { name: "jko" } }), explicit);
  assert.equal(at({ integrator: { name: "implicit-euler" } }), explicit);
  const flat = at({ integrator: { name: "jko" }, geometry: { name: "h-minus-1" } });
  assert.equal(flat - explicit, 8 * 8 * n * n);
  const coupled = { geometry: { name: "stein", kernel } } as const;
  assert.equal(at({ ...coupled, integrator: { name: "implicit-euler" } }) - at(coupled), 6 * 8 * n * n);
});

test("B7: the time of exact plans grows like n m and with the records, and there is none on the line", () => {
  const plane = (n: number) => ({ name: "particles", n, d: 2 }) as const;
  const exact: Method = { name: "linear-program" };
  const unbalanced: Metric = { name: "unbalanced-wasserstein", order: 2, weight: 1 };
  const close = (seconds: number, expected: number): void =>
    assert.ok(Math.abs(seconds - expected) <= 1e-9 * expected, `${seconds} instead of ${expected}`);
  close(planTime(between(plane(3000), w2, exact)), 1.8);
  close(planTime(between(plane(3000), unbalanced, exact)), 6.3);
  assert.equal(planTime(between(plane(3000), w2, { name: "sinkhorn", epsilon: 0.1 })), 0);
  const recording = (d: number): FlowRun => ({
    ...flow,
    space: { name: "particles", n: 3000, d },
    time: { end: 1, steps: 39, records: 39 },
    record: { W: { name: "distance", to: { name: "uniform", interval: [0, 1] }, metric: w2 } },
  });
  close(planTime(recording(2)), 40 * 1.8);
  assert.equal(planTime(recording(1)), 0);
  const task = recording(2);
  const work = [{ name: "a", key: "a", unit: { run: "a", name: "a", task, at: {} } }] as never;
  assert.deepEqual(
    longPlans({ work }, () => ({ rows: 0, bytes: 0 })).map(({ run }) => run),
    ["a"],
  );
});
