import { memoryEstimate } from "../../tasks/estimate.js";
import { hashOf } from "../hash.js";
import { type Cost, shapeOf } from "./pilot.js";
import { openPool, type Pool } from "./pool.js";
import { orderOf, type Prepared, type Work } from "./prepare.js";
import type { Project } from "./project.js";

/** What units of one shape cost, and the peak of this process after their pilot. */
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
  readonly bytes: number;
}

/** The units of some experiments. */
export const entriesOf = (experiments: readonly Prepared[]): readonly Entry[] =>
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
  { experiment, work }: Entry,
  { threads, signal }: PlanOptions,
): Promise<Measured> {
  const late = AbortSignal.timeout(PATIENCE);
  const order = orderOf(project, experiment, work, threads);
  try {
    return { cost: await pool.pilot(order, AbortSignal.any([signal, late])), peak: peakNow() };
  } catch (error) {
    if (signal.aborted || !late.aborted) throw error;
    return { cost: UNKNOWN, peak: peakNow() };
  }
}

/** One pilot for every shape, the small ones first: then the peak of the process after each is its own. */
export async function measureAll(
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
