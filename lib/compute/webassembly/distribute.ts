import type { Frame } from "./frame.js";
import type { Machine } from "./machine.js";

/** Routines that work on ranges of panels; the numbers are those of assembly/pool.ts. */
const ROUTINES = { sum: 0, gram: 1, "soft-minimum": 2 } as const;

export type Routine = keyof typeof ROUTINES;

export interface Panels {
  readonly routine: Routine;
  /** Address of what the routine needs to know. */
  readonly job: number;
  readonly panels: number;
  /** Bytes of scratch memory per thread. */
  readonly room: number;
}

/** Pieces of work per thread: one that comes late, or is interrupted, leaves the others something to do. */
const PIECES = 8;

/** Runs a routine on all panels: in this thread, or by all threads of the machine, with the same bits. */
export function distribute({ exports, threads }: Machine, frame: Frame, { routine, job, panels, room }: Panels): void {
  const bytes = Math.ceil(room / 64) * 64, scratch = frame.room((bytes / 8) * threads);
  if (threads === 1) exports.runPanels(ROUTINES[routine], job, 0, panels, scratch);
  else exports.runTogether(ROUTINES[routine], job, panels, Math.ceil(panels / (PIECES * threads)), scratch, bytes);
}
