import type { Frame } from "./frame.js";
import type { Machine } from "./machine.js";

/** Routines that work on ranges of panels; the numbers are those of assembly/pool.ts. */
const ROUTINES = {
  sum: 0,
  gram: 1,
  "soft-minimum": 2,
  strips: 3,
  "stein-trace": 4,
  "soft-rows": 32,
  "soft-columns": 33,
  "least-slacks": 34,
  "fill-plan": 35,
  "apply-rows": 36,
  "apply-columns": 37,
  "add-rows": 38,
  spread: 48,
  interpolate: 49,
  "forward-lines": 50,
  "inverse-lines": 51,
  fft: 52,
} as const;

export type Routine = keyof typeof ROUTINES;

export interface Panels {
  readonly routine: Routine;
  /** Address of what the routine needs to know. */
  readonly job: number;
  readonly panels: number;
  /** Panels of a piece of work; by default there are some pieces for every thread. */
  readonly piece?: number;
  /** Bytes of scratch memory per thread. */
  readonly room: number;
  /** Milliseconds that threads have waited for each other on the way. */
  readonly waited?: () => number;
  /** What this thread has to do first, while others begin. */
  readonly meanwhile?: () => void;
}

/** Runs a routine that needs no scratch memory on panels first ≤ … < last, in this thread. */
export const runAlone = ({ exports }: Machine, routine: Routine, job: number, first: number, last: number): void =>
  exports.runPanels(ROUTINES[routine], job, first, last, 0);

/** Whether others would help with the next call. */
export const isHelped = (machine: Machine): boolean => machine.threads > 1 && machine.rest-- <= 0;

/** Pieces of work per thread: one that comes late, or is interrupted, leaves the others something to do. */
const PIECES = 8;

/** A caller who has waited for more than this part of a call … */
const LATE = 0.25;

/**
 * … works alone for some calls: on a busy machine a helper that is not given a processor would hold everybody up. Twice
 * as many each time that the next call with helpers is late again, up to so many.
 */
const LONGEST_REST = 64;

/** After a call with helpers. */
function settle(machine: Machine, late: boolean): void {
  machine.lastRest = late ? Math.min(LONGEST_REST, Math.max(2, 2 * machine.lastRest)) : 0;
  machine.rest = machine.lastRest;
}

/** Runs a routine on all panels: in this thread, or by all threads of the machine, with the same bits. */
export function distribute(
  machine: Machine,
  frame: Frame,
  { routine, job, panels, piece, room, waited, meanwhile }: Panels,
): void {
  const { exports, threads } = machine;
  const bytes = Math.ceil(room / 64) * 64;
  const scratch = frame.room((bytes / 8) * threads);
  if (!isHelped(machine)) {
    meanwhile?.();
    return exports.runPanels(ROUTINES[routine], job, 0, panels, scratch);
  }
  // the clock decides who works, and nothing else
  const start = performance.now();
  exports.offer(ROUTINES[routine], job, panels, piece ?? Math.ceil(panels / (PIECES * threads)), scratch, bytes);
  meanwhile?.();
  exports.takePart();
  const alone = performance.now();
  exports.awaitHelpers();
  const end = performance.now();
  settle(machine, end - alone + (waited?.() ?? 0) > LATE * (end - start));
}

/** Runs a routine of many stages: in this thread, or by all threads of the machine, with the same bits. */
export function inStages<T>(machine: Machine, run: () => T): T {
  const { exports } = machine;
  const helped = isHelped(machine);
  exports.beginStages(helped ? 1 : 0);
  const result = run();
  if (helped) settle(machine, Boolean(exports.tooLate()));
  return result;
}
