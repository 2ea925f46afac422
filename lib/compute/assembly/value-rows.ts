import { Job } from "./job";
import { BLOCK, ROW } from "./lanes";
import { Term, TERM } from "./terms";

/** Rows of room, per source, that values need. */
export const VALUE_ROWS: usize = 8;

/** The k-th term of a job. */
// @ts-ignore: decorator
@inline export function termOf(job: Job, k: usize): Term { return changetype<Term>(<usize>job.terms + k * TERM); }

/** Where the k-th row of values per source begins. */
// @ts-ignore: decorator
@inline export function room(rows: usize, k: usize): usize { return rows + k * BLOCK * ROW; }
