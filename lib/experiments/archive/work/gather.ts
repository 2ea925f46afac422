import type { RunResult } from "../../tasks/task.js";
import { readCached, writeCached } from "./cache.js";
import type { Prepared, Work } from "./prepare.js";

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
