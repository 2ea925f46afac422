import { solveStrips, subtractStrips } from "./cholesky";

/** A part of a routine of dense algebra that several threads work on: addresses and numbers of strips, what they are is said by the routine. */
@unmanaged
export class Stage {
  a: usize;
  rows: usize;
  from: usize;
  to: usize;
  left: usize;
  right: usize;
}

/** The numbers that the pool knows them by. */
export const SOLVE: u32 = 8, SUBTRACT: u32 = 9;

/** A stage on a range of strips; strips do not know of each other, so that any split gives the same bits. */
export function runDense(routine: u32, stage: Stage, first: usize, last: usize): void {
  if (routine === SOLVE) solveStrips(stage, first, last);
  else subtractStrips(stage, first, last);
}
