import { isDeepStrictEqual } from "node:util";
import { sha256 } from "../hash.js";
import { readCached, storedDigest } from "./cache.js";
import type { Piece } from "./gather.js";
import { openPool } from "./pool.js";
import { orderOf } from "./prepare.js";
import type { Project } from "./project.js";

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
    const orders = pieces.map(({ experiment, work }) => orderOf(project, experiment, work, 1));
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
