/**
 * The library, or ml-matrix, as a process that is asked line by line: "prepare <name> <routine> <n> <d>" is answered by
 * "ok" or by what is missing, "run <name> <clock>" by the seconds of one run, NaN where it fails. How it computes is
 * said by its environment.
 */
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { routines } from "./routines/index.js";
import type { Clock, Run } from "./contender.js";

/** Seconds that have passed, or that this process has computed. */
const now: { readonly [C in Clock]: () => number } = {
  wall: () => performance.now() / 1e3,
  processor: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  },
};

let prepared: Run | undefined;
/** What is computed is kept, so that it cannot be left out. */
let kept: unknown;

function prepare(name: string, wanted: string, n: number, d: number): string {
  const routine = routines.find(candidate => candidate.name === wanted);
  prepared = name === "ml-matrix" ? routine?.mlMatrix?.({ n, d }) : routine?.ours({ n, d });
  return prepared ? "ok" : "unknown routine";
}

function run(clock: Clock): string {
  const start = now[clock]();
  kept = prepared?.();
  const seconds = now[clock]() - start;
  return kept === null ? "NaN" : String(seconds);
}

createInterface({ input: process.stdin }).on("line", line => {
  const [word, name, ...rest] = line.split(" ");
  try {
    const answer =
      word === "prepare" ? prepare(name, rest[0], Number(rest[1]), Number(rest[2])) : run(rest[0] as Clock);
    process.stdout.write(`${answer}\n`);
  } catch (error) {
    process.stderr.write(`${name}: ${(error as Error).message}\n`);
    process.stdout.write("NaN\n");
  }
});
