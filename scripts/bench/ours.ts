import { performance } from "node:perf_hooks";
import type { Clock, Contender, Name, Run } from "./types.js";

/** The ways in which the library can compute, each as what runs a computation that way. */
const backends: readonly { readonly name: Name; readonly within: (run: Run) => unknown }[] = [
  { name: "typescript", within: run => run() },
];

/** What is computed is kept until the time is taken. */
let kept: unknown;

/** Seconds that have passed, or that this process has computed. */
const now: { readonly [C in Clock]: () => number } = {
  wall: () => performance.now() / 1e3,
  processor: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  },
};

/** Seconds of one run. */
export function seconds(run: Run, clock: Clock): number {
  const start = now[clock]();
  kept = run();
  return kept === null ? NaN : now[clock]() - start;
}

/** The library itself, once for every way. */
export const ours: readonly Contender[] = backends.map(({ name, within }) => ({
  name,
  prepare: async (routine, size) => {
    const run = routine.ours(size);
    return async clock => seconds(() => within(run), name === "wasm-all" ? "wall" : clock);
  },
}));

/** ml-matrix, in this process. */
export const mlMatrix: Contender = {
  name: "ml-matrix",
  prepare: async (routine, size) => {
    const run = routine.mlMatrix?.(size);
    return run && (async clock => seconds(run, clock));
  },
};
