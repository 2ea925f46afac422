import { dirname, relative } from "node:path";
import { memoryEstimate } from "../../tasks/estimate.js";
import { hashOf } from "../hash.js";
import { type WorkKey, isCached, placeOf } from "./cache.js";
import type { Cost } from "./pilot.js";
import { shapeOf } from "./pilot.js";
import { openPool, type Pool } from "./pool.js";
import { type Prepared, type Work, workKeyOf } from "./prepare.js";
import type { Project } from "./project.js";
import type { StoredOrder } from "./store.js";

/** A unit of work before it is done. */
export interface PlannedUnit {
  /** Path of the experiment, and the unit in it. */
  readonly experiment: string;
  readonly unit: string;
  /** SHA-256 of all that the result depends on: its name. */
  readonly hash: string;
  /** Version of the code, and data file -> SHA-256. */
  readonly inputs: { readonly code: string; readonly data: WorkKey["data"] };
  /** Where its result will be, below the store. */
  readonly output: string;
  /** Estimated seconds on one core of this machine; Infinity where a pilot took too long. */
  readonly seconds: number;
  /** Estimated peak of the memory of a process that computes it, and size of its result on disk, in bytes. */
  readonly memory: number;
  readonly disk: number;
  /** Whether the store has the result already. */
  readonly done: boolean;
}

/** A unit with what a store must know of it. */
export interface Planned extends PlannedUnit {
  readonly order: StoredOrder;
}

/** What units of one shape cost, and the peak of this process after their pilot. */
interface Measured {
  readonly cost: Cost;
  readonly peak: number;
}

export interface PlanOptions {
  readonly store: string;
  /** Threads for large kernel sums. */
  readonly threads: number;
  readonly signal: AbortSignal;
  /** Called with the number of pilots done, and of all. */
  progress(done: number, total: number): void;
}

interface Entry {
  readonly experiment: Prepared;
  readonly work: Work;
  readonly shape: string;
  readonly bytes: number;
}

const entriesOf = (experiments: readonly Prepared[]): readonly Entry[] =>
  experiments.flatMap(experiment =>
    experiment.work.map(work => ({
      experiment,
      work,
      shape: hashOf(shapeOf(work.unit.task)),
      bytes: memoryEstimate(work.unit.task),
    })),
  );

/** Longest time (ms) of the pilot of one shape. */
const PATIENCE = 60_000;

const peakNow = (): number => process.resourceUsage().maxRSS * 1024;

const UNKNOWN: Cost = { seconds: Infinity, disk: 0, beyond: 0 };

async function measure(
  pool: Pool,
  project: Project,
  { experiment: { file, spec }, work }: Entry,
  { threads, signal }: PlanOptions,
): Promise<Measured> {
  const late = AbortSignal.timeout(PATIENCE);
  const order = {
    task: work.unit.task,
    seed: spec.seed,
    folder: dirname(file),
    project: project.root,
    threads,
    watched: false,
  };
  try {
    return { cost: await pool.pilot(order, AbortSignal.any([signal, late])), peak: peakNow() };
  } catch (error) {
    if (signal.aborted || !late.aborted) throw error;
    return { cost: UNKNOWN, peak: peakNow() };
  }
}

/** One pilot for every shape, the small ones first: then the peak of the process after each is its own. */
async function measureAll(
  project: Project,
  entries: readonly Entry[],
  options: PlanOptions,
): Promise<ReadonlyMap<string, Measured>> {
  const shapes = [...new Map(entries.map(entry => [entry.shape, entry])).values()].sort((a, b) => a.bytes - b.bytes);
  const measured = new Map<string, Measured>();
  const pool = await openPool({ least: 1, most: 1 });
  try {
    for (const entry of shapes) {
      measured.set(entry.shape, await measure(pool, project, entry, options));
      options.progress(measured.size, shapes.length);
    }
  } finally {
    await pool.close();
  }
  return measured;
}

/** Every unit of work of the experiments, with what it will cost by pilots on this machine. Each key once. */
export async function planOf(
  project: Project,
  experiments: readonly Prepared[],
  options: PlanOptions,
): Promise<readonly Planned[]> {
  const entries = [...new Map(entriesOf(experiments).map(entry => [entry.work.key, entry])).values()];
  const measured = await measureAll(project, entries, options);
  return entries.map(({ experiment, work, shape }) => {
    const { cost, peak } = measured.get(shape)!;
    const key = workKeyOf(experiment, work.unit);
    const [seconds, memory] = [cost.seconds, peak + cost.beyond];
    const name = `${experiment.path}: ${work.name}`;
    const folder = relative(project.root, dirname(experiment.file));
    return {
      experiment: experiment.path,
      unit: work.name,
      hash: work.key,
      inputs: { code: key.code, data: key.data },
      output: placeOf(work.key),
      seconds,
      memory,
      disk: cost.disk,
      done: isCached(options.store, work.key),
      order: { name, work: key, folder, seconds, memory },
    };
  });
}

/** What all open units take together: seconds on one core, the largest memory of one, and disk, in bytes. */
export function totalOf(units: readonly PlannedUnit[]): {
  readonly open: number;
  readonly seconds: number;
  readonly memory: number;
  readonly disk: number;
} {
  const open = units.filter(({ done }) => !done);
  return {
    open: open.length,
    seconds: open.reduce((sum, { seconds }) => sum + seconds, 0),
    memory: open.reduce((most, { memory }) => Math.max(most, memory), 0),
    disk: open.reduce((sum, { disk }) => sum + disk, 0),
  };
}
