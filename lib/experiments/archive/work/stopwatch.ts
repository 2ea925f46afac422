import type { Keeping } from "../../tasks/task.js";

/** Seconds of work until now. */
export type Clock = () => number;

/**
 * Seconds that work takes on a core of its own: between two looks those of the clock, or those of the processors where
 * the machine has other things to do.
 */
export function workClock(): Clock {
  let [wall, cpu, total] = [performance.now(), process.cpuUsage(), 0];
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    const now = performance.now();
    total += Math.min((now - wall) / 1e3, (user + system) / 1e6);
    [wall, cpu] = [now, process.cpuUsage()];
    return total;
  };
}

/** So many steps were done at this time. */
export interface Mark {
  readonly step: number;
  readonly at: number;
}

export interface Watch {
  readonly marks: readonly Mark[];
  readonly keeping: Keeping;
}

/** Marks that are closer than this (s) say nothing, and looking at the clock would be what is measured. */
const CLOSE = 1e-3;

/** Marks the steps of a flow, and pauses it as soon as the marks are enough. Nothing is kept. */
export function watchSteps(clock: Clock, enough: (marks: readonly Mark[]) => boolean): Watch {
  const marks: Mark[] = [];
  let [step, next, stride] = [0, 1, 1];
  const wish = (): "go on" | "pause" => {
    if (++step < next) return "go on";
    const mark = { step, at: clock() };
    if (marks.length > 0 && mark.at - marks[marks.length - 1].at < CLOSE) stride *= 2;
    next = step + stride;
    marks.push(mark);
    return enough(marks) ? "pause" : "go on";
  };
  return { marks, keeping: { read: () => undefined, wish, write: () => undefined, reason: "this was a pilot" } };
}
