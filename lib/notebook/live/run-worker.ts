/** Runs in a worker thread: one run after the other, with how far it is and what it has so far. */
import { parentPort } from "node:worker_threads";
import { confinedReader } from "../../experiments/archive/work/confine.js";
import { attempt } from "../../experiments/tasks/attempt.js";
import type { ResolvedRun, RunResult } from "../../experiments/tasks/task.js";

export interface RunRequest {
  readonly task: ResolvedRun;
  readonly seed: number;
  /** Where data files are looked for, and the project beside it. */
  readonly folder: string;
  readonly project: string;
  /** Whether anybody wants to know how far it is. */
  readonly watched: boolean;
}

/** What the thread reports: how far it is, what it has so far, the result. */
export type RunReport =
  | { readonly kind: "progress"; readonly fraction: number }
  | { readonly kind: "so far"; readonly result: RunResult }
  | { readonly kind: "done"; readonly result: RunResult };

/** Least time (ms) between two progress reports, and between two results so far. */
const PAUSE = { progress: 100, sofar: 400 } as const;

/** Calls at most once in `pause` ms, and not before these have passed. */
function throttled(pause: number): (work: () => void) => void {
  let last = performance.now();
  return work => {
    if (performance.now() - last < pause) return;
    work();
    last = performance.now();
  };
}

function run({ task, seed, folder, project, watched }: RunRequest, report: (what: RunReport) => void): RunReport {
  const atProgress = throttled(PAUSE.progress);
  const atResult = throttled(PAUSE.sofar);
  const result = attempt(task, {
    seed,
    readFile: path => confinedReader(folder, project)(path),
    progress: fraction => void (watched && atProgress(() => report({ kind: "progress", fraction }))),
    ...(watched && { watch: sofar => atResult(() => report({ kind: "so far", result: sofar() })) }),
  });
  return { kind: "done", result };
}

const port = parentPort;
port?.on("message", (request: RunRequest) => port.postMessage(run(request, report => port.postMessage(report))));
