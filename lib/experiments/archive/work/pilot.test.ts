import assert from "node:assert/strict";
import { test } from "node:test";
import { memoryEstimate } from "../../tasks/estimate.js";
import { withoutResult } from "../../tasks/attempt.js";
import type { ResolvedRun } from "../../tasks/task.js";
import type { Cost, Trial } from "./cost.js";
import { costOf, shapeOf, type Tell } from "./pilot.js";

type Flow = Extract<ResolvedRun, { readonly task: "flow" }>;

const normal = { name: "gaussian", mean: 0, covariance: 2 } as const;

const flow = (steps: number, records: number): Flow => ({
  task: "flow",
  space: { name: "grid1d", n: 40, interval: [-5, 5] },
  initial: normal,
  energy: { name: "kl", target: normal },
  geometry: { name: "hellinger" },
  integrator: { name: "explicit-euler" },
  time: { end: 3, steps, records },
  record: { F: { name: "energy" } },
});

/**
 * What the machine of these tests takes, in seconds: to begin, for a step, and for a record when the result is made.
 */
interface Machine {
  readonly begin: number;
  readonly step: number;
  readonly record: number;
}

/** A pilot on a machine whose clock goes on by what is done alone; and the seconds that it took. */
function piloted(
  run: Flow,
  { begin, step, record }: Machine,
  tell: Tell = () => undefined,
): { readonly cost: Cost; readonly spent: number } {
  let now = 0;
  const trial: Trial = (task, keeping) => {
    assert.ok(task.task === "flow");
    const { steps, records } = task.time;
    now += begin;
    let [done, recorded, paused] = [0, 1, false];
    while (done < steps && !paused) {
      now += step;
      done++;
      const here = (done * records) % steps === 0;
      if (here) recorded++;
      paused = done < steps && keeping?.wish(here) === "pause";
    }
    now += record * recorded;
    return withoutResult(paused ? "paused" : "completed", "");
  };
  const cost = costOf(run, () => now, trial, tell);
  return { cost, spent: now };
}

const close = (actual: number, expected: number, relative: number): void =>
  assert.ok(Math.abs(actual - expected) <= relative * expected, `${actual} is not ${expected}`);

/** From steps of microseconds to steps of a quarter of a minute. */
const MACHINES: Readonly<Record<string, Machine>> = {
  "steps of 3 µs": { begin: 0.2, step: 3e-6, record: 1e-5 },
  "a long beginning": { begin: 7, step: 1e-3, record: 1e-3 },
  "records that take longer than steps": { begin: 0.1, step: 1e-4, record: 0.05 },
  "records of 20 s": { begin: 0.1, step: 1e-4, record: 20 },
  "steps of 15 s": { begin: 2, step: 15, record: 1 },
};

test("T = begin + steps · step + (records + 1) · record is foretold to 1 % by a shorter pilot", () => {
  for (const [name, machine] of Object.entries(MACHINES)) {
    const [steps, records] = [10_000_000, 1000];
    const { cost, spent } = piloted(flow(steps, records), machine);
    const { begin, step, record } = machine;
    const whole = begin + steps * step + (records + 1) * record;
    close(cost.seconds, whole, 0.01);
    assert.ok(spent < Math.max(60, 10 * begin, 10 * step, 6 * record), `${name}: ${spent} s`);
    assert.ok(cost.beyond > 0.9 * memoryEstimate(flow(steps, records)), name);
  }
});

test("a flow that ends within its pilot costs what it took", () => {
  const { cost } = piloted(flow(100, 10), { begin: 0.1, step: 1e-3, record: 1e-3 });
  close(cost.seconds, 0.1 + 0.1 + 0.011, 1e-9);
});

const distance = (n: number): ResolvedRun => ({
  task: "distance",
  space: { name: "grid1d", n, interval: [-5, 5] },
  from: normal,
  to: normal,
  metric: { name: "wasserstein", order: 2 },
  method: { name: "linear-program" },
});

/** A task whose time is c nᵖ; and the largest n that was tried. */
function grown(n: number, c: number, p: number): { readonly seconds: number; readonly tried: number } {
  let [now, tried] = [0, 0];
  const trial: Trial = task => {
    assert.ok(task.task === "distance" && task.space.name === "grid1d");
    tried = Math.max(tried, task.space.n);
    now += c * Math.pow(task.space.n, p);
    return withoutResult("completed", "");
  };
  return { seconds: costOf(distance(n), () => now, trial).seconds, tried };
}

test("c nᵖ is foretold for p = 1, 2, 3 to 1 % from fewer points where the whole takes too long, else measured", () => {
  for (const p of [1, 2, 3]) {
    const n = 3200;
    const long = grown(n, 600 / Math.pow(n, p), p);
    close(long.seconds, 600, 0.01);
    assert.ok(long.tried < n, `${long.tried} points`);
    const short = grown(n, 2 / Math.pow(n, p), p);
    close(short.seconds, 2, 1e-9);
    assert.equal(short.tried, n);
  }
});

test("a task that has no smaller form is measured whole", () => {
  const run = distance(50);
  let calls = 0;
  const once: Trial = () => {
    calls++;
    return withoutResult("completed", "");
  };
  const cost = costOf(run, () => calls, once);
  assert.deepEqual([cost.seconds, calls], [1, 1]);
});

test("seeds and numbers that count nothing do not change a shape; counts, tolerances and the ε of Sinkhorn do", () => {
  const shape = (value: unknown): string => JSON.stringify(shapeOf(value));
  assert.equal(shape({ seed: 1, level: 0.1 }), shape({ seed: 2, level: 0.7 }));
  for (const [a, b] of [
    [{ n: 10 }, { n: 20 }],
    [{ method: { epsilon: 0.1 } }, { method: { epsilon: 0.01 } }],
    [{ tolerance: 1e-3 }, { tolerance: 1e-9 }],
  ])
    assert.notEqual(shape(a), shape(b));
});

test("before a pilot ends it has told an estimate: first of the steps, then of the records", () => {
  for (const [name, machine] of Object.entries(MACHINES)) {
    const [steps, records] = [10_000_000, 1000];
    const told: Cost[] = [];
    const { cost } = piloted(flow(steps, records), machine, so => told.push(so));
    const { begin, step, record } = machine;
    assert.ok(told.length >= 2, name);
    const [stepped, recorded] = told.slice(-2);
    close(stepped.seconds, begin + steps * step, 0.01);
    close(recorded.seconds, begin + steps * step + (records + 1) * record, 0.01);
    for (const so of told) {
      assert.equal(so.disk, 8 * (records + 1) * 2, name);
      assert.ok(so.beyond >= cost.beyond, name);
    }
  }
});

test("steps of half a minute are foretold by the first two of them, to a tenth by the first, before any record is made", () => {
  const told: number[] = [];
  const { cost } = piloted(flow(9000, 90), { begin: 3, step: 30, record: 60 }, ({ seconds }) => told.push(seconds));
  close(told[0], 3 + 9000 * 30, 0.1);
  close(told[1], 3 + 9000 * 30, 0.01);
  close(cost.seconds, 3 + 9000 * 30 + 91 * 60, 0.01);
});
