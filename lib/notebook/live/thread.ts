/** Runs in a worker thread: one run after the other, with how far it is and what it has so far. */
import { parentPort } from "node:worker_threads";
import { confinedReader } from "../../experiments/archive/work/confine.js";
import { attempt } from "../../experiments/tasks/attempt.js";
import type { ResolvedRun, RunResult } from "../../experiments/tasks/task.js";

export interface Order {
  readonly task: ResolvedRun;
  readonly seed: number;
  /** Where data files are looked for, and the project beside it. */
  readonly folder: string;
  readonly project: string;
  /** Whether anybody wants to know how far it is. */
  readonly watched: boolean;
}

/** What the thread says: how far it is, what it has so far, the result. */
export type News =
  | { readonly news: "progress"; readonly fraction: number }
  | { readonly news: "so far"; readonly result: RunResult }
  | { readonly news: "done"; readonly result: RunResult };

/** Least time (ms) between two progress reports, and between two results so far. */
const PAUSE = { progress: 100, sofar: 400 } as const;

/** Calls at most once in a while; the first time after that while. */
function seldom(pause: number): (work: () => void) => void {
  let last = performance.now();
  return work => {
    if (performance.now() - last < pause) return;
    work();
    last = performance.now();
  };
}

function run({ task, seed, folder, project, watched }: Order, tell: (news: News) => void): News {
  const reporting = seldom(PAUSE.progress);
  const showing = seldom(PAUSE.sofar);
  const result = attempt(task, {
    seed,
    readFile: path => confinedReader(folder, project)(path),
    progress: fraction => void (watched && reporting(() => tell({ news: "progress", fraction }))),
    ...(watched && { watch: sofar => showing(() => tell({ news: "so far", result: sofar() })) }),
  });
  return { news: "done", result };
}

const port = parentPort;
port?.on("message", (order: Order) => port.postMessage(run(order, news => port.postMessage(news))));
