import type { Diagonalisation } from "../typescript/eigen.js";
import type { Sweep } from "../typescript/ql.js";
import type { Vec } from "../../arithmetic/vec.js";
import { inStages } from "./distribute.js";
import { type Frame, frameOf } from "./frame.js";
import type { Machine } from "./machine.js";

/** Columns of Q per panel: the lanes of four vectors. */
const LANES = 8;
/** Full sweeps that are collected before they act: a panel that has come into the cache is turned that often. */
const SWEEPS = 32;
/** Numbers that the description of a stage takes. */
const JOB = 16;

/** Calls `visit` with the first row and the address of each panel of eight rows of Q. */
function forPanels(n: number, panels: number, visit: (first: number, address: number) => void): void {
  for (let first = 0; first < n; first += LANES) visit(first, panels + 8 * n * first);
}

/** Collects sweeps in memory and applies them to the panels when they fill it. */
function collector(
  machine: Machine,
  frame: Frame,
  panels: number,
  n: number,
): { add(sweep: Sweep): void; flush(): void } {
  const job = frame.room(JOB);
  const start = frame.room(2 * n * SWEEPS);
  const end = start + 16 * n * SWEEPS;
  let top = start;
  const flush = (): void => {
    inStages(machine, () => machine.exports.rotate(panels, n, Math.ceil(n / LANES), start, top, job));
    top = start;
  };
  return {
    flush,
    add: ({ first, last, rotations }) => {
      const count = 2 * (last - first);
      if (top + 16 + 8 * count > end) flush();
      frame.write(top, Float64Array.of(first, last));
      frame.write(top + 16, rotations.subarray(0, count));
      top += 16 + 8 * count;
    },
  };
}

/**
 * The twin of typescript/eigen.ts. Q stands in panels, so that a lane is a row of it and a rotation turns eight rows at
 * once.
 */
export function diagonalisation(machine: Machine, a: Vec, n: number): Diagonalisation {
  const { exports } = machine;
  const frame = frameOf(machine);
  const matrix = frame.put(a);
  const norms = frame.room(n);
  const off = frame.room(n);
  const q = frame.room(n * n);
  const panels = frame.room(n * LANES * Math.ceil(n / LANES));
  const work = frame.room(3 * n);
  const job = frame.room(JOB);
  inStages(machine, () => exports.tridiagonalise(matrix, n, norms, off, work, job));
  inStages(machine, () => exports.accumulate(matrix, n, norms, q, work, job));
  forPanels(n, panels, (first, address) => exports.pack(q, first, n, n, address));
  const sweeps = collector(machine, frame, panels, n);
  const reduced = frame.take(matrix, n * n);
  return {
    tridiagonal: {
      diagonal: new Float64Array(n).map((_, i) => reduced[i * n + i]),
      off: frame.take(off, n).fill(0, 0, 1),
    },
    rotate: sweeps.add,
    vectors: () => {
      sweeps.flush();
      forPanels(n, panels, (first, address) => exports.unpack(address, first, n, n, q));
      return frame.take(q, n * n);
    },
  };
}
