import { isRefusal, reasonOf } from "../../arithmetic/refusal.js";
import { runTask } from "./index.js";
import type { ResolvedRun, RunContext, RunResult } from "./task.js";

/** A run without numbers: how it ended, and why. */
export const withoutResult = (status: RunResult["status"], reason: string): RunResult => ({
  status,
  reason,
  outputs: {},
  coordinates: {},
  notes: {},
});

/** What the runtime says where an array is too large to be made. */
const MEMORY = /allocation failed|Invalid (?:typed )?array (?:buffer )?length|out of memory/i;

/** Why a run failed that was not refused: for want of memory, or by a mistake of the program. */
export function failure({ message, stack }: Error): string {
  if (MEMORY.test(message))
    return `not enough memory (${message}): take a smaller space, fewer records, or fewer runs at a time (--jobs)`;
  return `internal error: ${message} ${stack?.split("\n")[1]?.trim() ?? ""}`.trim();
}

/**
 * Computes one run; whatever is thrown becomes its status, `refused` or `failed`, so that no run takes others with it.
 */
export function attempt(run: ResolvedRun, context: RunContext): RunResult {
  try {
    return runTask(run, context);
  } catch (error) {
    return isRefusal(error)
      ? withoutResult("refused", reasonOf(error))
      : withoutResult("failed", failure(error as Error));
  }
}
