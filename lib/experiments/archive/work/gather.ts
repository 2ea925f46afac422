import { isDeepStrictEqual } from "node:util";
import { dirname } from "node:path";
import type { RunResult } from "../../tasks/task.js";
import { sha256 } from "../hash.js";
import { readCached, storedDigest, writeCached } from "./cache.js";
import { openPool } from "./pool.js";
import type { Prepared, Work } from "./prepare.js";
import type { Project } from "./project.js";

/** A unit with the experiment it belongs to. */
export interface Piece {
  readonly experiment: Prepared;
  readonly work: Work;
}

/** The units of some experiments, each key once. */
export const piecesOf = (experiments: readonly Prepared[]): readonly Piece[] => [
  ...new Map(
    experiments.flatMap(experiment => experiment.work.map(work => [work.key, { experiment, work }] as const)),
  ).values(),
];

/**
 * `count` of the pieces, chosen by the hash of all their results: whoever made these could not know which, since every
 * change of a result changes the choice.
 */
export function sampled(store: string, pieces: readonly Piece[], count: number): readonly Piece[] {
  const stamp = sha256(pieces.map(({ work }) => storedDigest(store, work.key)).join(""));
  const ranked = pieces.map(piece => ({ piece, rank: sha256(stamp + piece.work.key) }));
  return ranked
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ piece }) => piece);
}

/** Computes units of a store anew; returns those whose results there are other than their keys say. */
export async function recheck(
  project: Project,
  store: string,
  pieces: readonly Piece[],
  jobs: number,
  signal: AbortSignal,
  progress: (done: number, total: number) => void,
): Promise<readonly Piece[]> {
  const pool = await openPool({ least: 1, most: jobs });
  let done = 0;
  try {
    const orders = pieces.map(({ experiment: { file, spec }, work }) => ({
      task: work.unit.task,
      seed: spec.seed,
      folder: dirname(file),
      project: project.root,
      threads: 1,
      watched: false,
    }));
    const outcomes = pool.run(orders, { progress: () => undefined }, signal);
    const wrong = await Promise.all(
      outcomes.map(async (outcome, i) => {
        const equal = isDeepStrictEqual(await outcome, readCached(store, pieces[i].work.key));
        progress(++done, pieces.length);
        return equal ? [] : [pieces[i]];
      }),
    );
    return wrong.flat();
  } finally {
    await pool.close();
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === "object";

/** Whether a stored value has the form of a result at all. */
const isResult = (value: unknown): value is RunResult =>
  isRecord(value) && typeof value.status === "string" && isRecord(value.outputs) && isRecord(value.coordinates);

/** What a store has of the pieces: the results that are whole, and the pieces it lacks. */
export function holdings(
  store: string,
  pieces: readonly Piece[],
): { readonly held: readonly Piece[]; readonly lacking: readonly Piece[] } {
  const has = ({ work }: Piece): boolean => {
    try {
      return isResult(readCached<unknown>(store, work.key));
    } catch {
      return false;
    }
  };
  const whole = pieces.map(has);
  return { held: pieces.filter((_, i) => whole[i]), lacking: pieces.filter((_, i) => !whole[i]) };
}

/** Copies results that were found right into another store. */
export function copyInto(store: string, target: string, pieces: readonly Piece[]): void {
  for (const { work } of pieces) writeCached(target, work.key, readCached(store, work.key));
}
