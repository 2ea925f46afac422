/** What checkpoints cost: flows with steps of microseconds and of milliseconds, with and without, in turns. */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { placeOf } from "../../lib/experiments/archive/work/cache.js";
import { keepingIn, type KeepingPlace } from "../../lib/experiments/archive/work/keeping.js";
import { attempt } from "../../lib/experiments/tasks/attempt.js";
import type { Keeping, ResolvedRun } from "../../lib/experiments/tasks/task.js";
import { size } from "../terminal/amounts.js";
import { note, print, table } from "../terminal/print.js";
import { unitsOfKinds } from "./kinds.js";

/**
 * Kind of unit -> steps, so that it takes some seconds, and the integrator if it is another: steps of microseconds.
 */
const FLOWS: Readonly<Record<string, { readonly steps: number; readonly integrator?: string }>> = {
  growthOnFewStates: { steps: 900_000, integrator: "explicit-euler" },
  normalLaws: { steps: 80_000 },
  noisyParticles: { steps: 5000 },
};

const TURNS = 7;
const RECORDS = 40;
const KEY = "0".repeat(64);

function taskOf(kind: string): ResolvedRun {
  const { steps, integrator } = FLOWS[kind];
  const run = unitsOfKinds()[kind] as Extract<ResolvedRun, { readonly task: "flow" }>;
  const changed = { ...run, time: { end: (run.time.end * steps) / run.time.steps, steps, records: RECORDS } };
  return (integrator === undefined ? changed : { ...changed, integrator: { name: integrator } }) as ResolvedRun;
}

const processorSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Seconds of the processors that a run takes. */
function secondsOf(task: ResolvedRun, keeping?: Keeping): number {
  const start = processorSeconds();
  const files = { readFile: (path: string): never => { throw new Error(path); } }; // prettier-ignore
  attempt(task, { seed: 1, progress: () => undefined, ...files, ...(keeping && { keeping }) });
  return processorSeconds() - start;
}

/** Pauses a run in its middle, and measures until its next step after it has gone on. */
function resumeOf(
  task: ResolvedRun,
  place: KeepingPlace,
  steps: number,
): { readonly ms: number; readonly bytes: number } {
  const half = keepingIn(place);
  let left = steps / 2;
  secondsOf(task, { ...half, wish: () => (--left > 0 ? "go on" : "pause") });
  const { size: bytes } = statSync(join(place.folder, "checkpoints", placeOf(KEY)));
  const start = processorSeconds();
  let first = NaN;
  secondsOf(task, {
    ...half,
    write: () => undefined,
    wish: () => {
      first = processorSeconds() - start;
      return "pause";
    },
  });
  return { ms: 1e3 * first, bytes };
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));

/** One row: the least of some turns with and without checkpoints, which follow each other. */
function rowOf(kind: string, folder: string): readonly string[] {
  const { steps } = FLOWS[kind];
  const task = taskOf(kind);
  const place = { folder, key: KEY };
  let writes = 0;
  const kept = (): number => {
    rmSync(folder, { recursive: true, force: true });
    const keeping = keepingIn(place);
    const write = (value: unknown): void => {
      writes++;
      keeping.write(value);
    };
    return secondsOf(task, { ...keeping, write });
  };
  secondsOf(task);
  kept();
  writes = 0;
  const pairs = Array.from({ length: TURNS }, () => [secondsOf(task), kept()] as const);
  const [without, beside] = [least(pairs.map(([a]) => a)), least(pairs.map(([, b]) => b))];
  rmSync(folder, { recursive: true, force: true });
  const { ms, bytes } = resumeOf(task, place, steps);
  const percent = (100 * (beside - without)) / without;
  return [
    kind,
    `${((1e6 * without) / steps).toPrecision(2)} µs`,
    `${without.toFixed(2)} s`,
    `${beside.toFixed(2)} s`,
    `${percent.toFixed(1)} %`,
    (writes / TURNS).toFixed(1),
    size(bytes),
    `${ms.toPrecision(2)} ms`,
  ];
}

const HEAD = ["flow", "step", "without", "with", "overhead", "checkpoints", "size", "resumed after"];

/** Prints a table; seconds are those of the processors, so that other work on the machine matters little. */
export function checkpointsTable(): void {
  const folder = mkdtempSync(join(tmpdir(), "flows-checkpoints-"));
  try {
    note(`least of ${TURNS} turns each, with and without by turns`);
    print(table([HEAD, ...Object.keys(FLOWS).map(kind => rowOf(kind, folder))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
