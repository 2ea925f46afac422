import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { memoryEstimate } from "../../tasks/estimate.js";
import { hashOf } from "../hash.js";
import type { Cost } from "./cost.js";
import { shapeOf } from "./pilot.js";
import { orderOf, type Prepared, type Work } from "./prepare.js";
import type { Project } from "./project.js";
import type { Order } from "./worker.js";

/** What units of one shape cost, and the peak (bytes) of a process after their pilot. */
export interface Measured {
  readonly cost: Cost;
  readonly peak: number;
}

/** How costs are measured. */
export interface PlanOptions {
  readonly store: string;
  /** Threads for large kernel sums. */
  readonly threads: number;
  readonly signal: AbortSignal;
  /** Called with the number of pilots done, and of all. */
  progress(done: number, total: number): void;
}

/** A unit with the shape that its cost depends on. */
export interface Entry {
  readonly experiment: Prepared;
  readonly work: Work;
  readonly shape: string;
}

/** The units of some experiments. */
export const entriesOf = (experiments: readonly Prepared[]): readonly Entry[] =>
  experiments.flatMap(experiment =>
    experiment.work.map(work => ({
      experiment,
      work,
      shape: hashOf(shapeOf(work.unit.task)),
    })),
  );

/** Longest time (ms) of the pilot of one shape. */
const PATIENCE = 180_000;

const UNKNOWN: Cost = { seconds: Infinity, disk: 0, beyond: 0 };

/**
 * A pilot in a process of its own; of one that takes too long, or dies, nothing is known but what it has said so far.
 */
async function measure(order: Order, bytes: number, signal: AbortSignal): Promise<Measured> {
  signal.throwIfAborted();
  const late = AbortSignal.timeout(PATIENCE);
  const child = fork(fileURLToPath(new URL("./pilot-process.js", import.meta.url)), {
    // whoever was begun by `node -e` would hand on its program
    execArgv: [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
    signal: AbortSignal.any([signal, late]),
    killSignal: "SIGKILL",
  });
  const ended = new Promise<Measured>(done => {
    let known: Measured = { cost: UNKNOWN, peak: bytes };
    child.on("message", measured => (known = measured as Measured));
    for (const end of ["error", "exit"]) child.once(end, () => done(known));
  });
  child.send(order);
  const measured = await ended;
  signal.throwIfAborted();
  return measured;
}

/** One pilot for every shape. */
export async function measureAll(
  project: Project,
  entries: readonly Entry[],
  { threads, signal, progress }: PlanOptions,
): Promise<ReadonlyMap<string, Measured>> {
  const shapes = new Map(entries.map(entry => [entry.shape, entry]));
  const measured = new Map<string, Measured>();
  for (const { shape, experiment, work } of shapes.values()) {
    const order = orderOf(project, experiment, work, threads);
    measured.set(shape, await measure(order, memoryEstimate(work.unit.task), signal));
    progress(measured.size, shapes.size);
  }
  return measured;
}
