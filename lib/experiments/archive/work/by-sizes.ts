/** What anything but a flow costs: the whole of it, or what its growth with the number of points says. */
import { pow } from "../../../arithmetic/functions.js";
import { memoryEstimate } from "../../tasks/estimate.js";
import type { ResolvedRun, RunResult } from "../../tasks/task.js";
import { bytesOf, type Cost, type Trial } from "./cost.js";
import type { Clock } from "./stopwatch.js";

/** Fewer points than this are not tried before the whole. */
const LEAST = 32;

/** Seconds that the next number of points may take by what the last ones took. */
const PATIENCE = 15;

/** No algorithm here needs more than n⁴ operations. */
const STEEPEST = 4;

/** The task with about a 2^j-th of its points; itself where it has a number of points that cannot be changed. */
function smaller(task: ResolvedRun, j: number): ResolvedRun | undefined {
  const { space } = task as { readonly space?: { readonly n?: unknown } };
  const part = (n: number): number => Math.ceil(n / pow(2, j));
  const sizes = typeof space?.n === "number" ? [space.n] : Array.isArray(space?.n) ? (space.n as number[]) : [];
  if (sizes.length === 0 || sizes.some(n => part(n) < LEAST)) return undefined;
  const n = typeof space?.n === "number" ? part(space.n) : sizes.map(part);
  return { ...task, space: { ...space, n } } as ResolvedRun;
}

interface Timed {
  readonly task: ResolvedRun;
  readonly seconds: number;
  readonly result: RunResult;
}

/**
 * n/2^j points, then twice as many, as long as the next ones are known to be affordable; at the end the whole. Where
 * that is not, T grows on as it did last: T(n) = T(m) (T(m)/T(m/2))^log2(n/m).
 */
export function bySizes(whole: ResolvedRun, clock: Clock, trial: Trial): Cost {
  const timed = (task: ResolvedRun): Timed => {
    const start = clock();
    const result = trial(task);
    return { task, result, seconds: clock() - start };
  };
  let j = 0;
  while (smaller(whole, j + 1) !== undefined) j++;
  let before: Timed | undefined;
  let growth = 1;
  for (; j >= 0; j--) {
    const last = timed((j > 0 && smaller(whole, j)) || whole);
    if (last.task === whole) return { seconds: last.seconds, disk: bytesOf(last.result), beyond: 0 };
    if (last.result.status === "refused" || last.result.status === "failed") j = 1;
    else {
      growth = before === undefined ? 1 : Math.min(pow(2, STEEPEST), Math.max(1, last.seconds / before.seconds));
      if (before !== undefined && last.seconds * growth > PATIENCE) return grown(whole, last, growth, j);
      before = last;
    }
  }
  return { seconds: Infinity, disk: 0, beyond: 0 };
}

const grown = (whole: ResolvedRun, { task, seconds, result }: Timed, growth: number, j: number): Cost => ({
  seconds: seconds * pow(growth, j),
  disk: bytesOf(result) * pow(2, j),
  beyond: Math.max(0, memoryEstimate(whole) - memoryEstimate(task)),
});
