import { Worker } from "node:worker_threads";
import { availableParallelism } from "node:os";
import { failure, withoutResult } from "../../experiments/tasks/attempt.js";
import type { RunResult } from "../../experiments/tasks/task.js";
import type { RunReport, RunRequest } from "./run-worker.js";

/** Threads that compute at a time. */
let most = availableParallelism();

/** Takes no more than this number of cores from now on. */
export const useThreads = (count: number): void => {
  most = count;
};

/** Threads that have nothing to do; kept, because starting one takes longer than a small run. */
let idle: readonly Worker[] = [];

function open(): Worker {
  const thread = new Worker(new URL("./run-worker.js", import.meta.url));
  thread.unref();
  return thread;
}

function take(): Worker {
  const [thread = open(), ...rest] = idle;
  idle = rest;
  return thread;
}

function release(thread: Worker): void {
  thread.unref();
  idle = [...idle, thread];
}

/** Starts the threads, so that the first run need not wait for them. */
export function warmUp(): void {
  idle = [...idle, ...Array.from({ length: Math.max(0, most - idle.length) }, open)];
}

/** What the threads report of request number `i`. */
export interface Listener {
  progress(i: number, fraction: number): void;
  sofar(i: number, result: RunResult): void;
}

/** One request on one thread; a thread that is stopped or dies is not used again, and its death is that request's failure. */
function runOn(
  thread: Worker,
  request: RunRequest,
  i: number,
  listener: Listener,
  signal: AbortSignal,
): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const end = (finish: () => void): void => {
      signal.removeEventListener("abort", abort);
      thread.off("message", hear).off("error", fail);
      finish();
    };
    const abort = (): void => {
      void thread.terminate();
      end(() => reject(new Error("interrupted")));
    };
    const fail = (error: Error): void => end(() => resolve(withoutResult("failed", failure(error))));
    const hear = (report: RunReport): void => {
      if (report.kind === "progress") listener.progress(i, report.fraction);
      else if (report.kind === "so far") listener.sofar(i, report.result);
      else
        end(() => {
          release(thread);
          resolve(report.result);
        });
    };
    signal.addEventListener("abort", abort);
    thread.ref();
    thread.on("message", hear);
    thread.on("error", fail);
    thread.postMessage(request);
  });
}

/** The results of the requests, in their order, failures among them. Rejects when the signal ends the work. */
export async function runAll(
  requests: readonly RunRequest[],
  listener: Listener,
  signal: AbortSignal,
): Promise<readonly RunResult[]> {
  const results: RunResult[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let i = next++; i < requests.length; i = next++)
      results[i] = await runOn(take(), requests[i], i, listener, signal);
  };
  await Promise.all(Array.from({ length: Math.min(requests.length, most) }, work));
  return results;
}
