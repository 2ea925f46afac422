/**
 * The process that asks: experiment after experiment, the cheapest first, each about all errors that it runs and that
 * no claim has noticed yet. What it asks, and what it is told, goes to the standard output, a line each.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isSettled, type Memory, type Mutant } from "./outcome.js";
import { type Noticed, witnessOf } from "./witness.js";

/** One line of its output. */
export type Line =
  | { readonly kind: "asking"; readonly path: string; readonly place: number; readonly patience: number }
  | { readonly kind: "told"; readonly path: string; readonly place: number; readonly noticed?: Noticed }
  | { readonly kind: "done"; readonly path: string; readonly seconds: number; readonly problem?: string };

const say = (line: Line): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

const root = fileURLToPath(new URL("../../..", import.meta.url));

const within = (work: () => Noticed): Noticed => {
  try {
    return work();
  } catch (error) {
    return ["end", (error as Error).message];
  }
};

/** Seconds after which a computation with an error does not end, from those without one. */
const patienceAfter = (seconds: number): number => 60 + 20 * seconds;

function round(path: string, mutants: readonly Mutant[], { outcomes, last }: Memory): void {
  const [start, clock] = [process.cpuUsage(), process.uptime()];
  const seconds = (): number => (process.cpuUsage(start).user + process.cpuUsage(start).system) / 1e6;
  try {
    const { places, ask } = witnessOf(root, path, mutants);
    const patience = patienceAfter(process.uptime() - clock);
    for (const place of [...places].filter(i => !isSettled(outcomes[i]) && last[i] !== path)) {
      say({ kind: "asking", path, place, patience });
      Object.assign(globalThis, { MUTANT: place });
      const noticed = within(() => ask(place));
      Object.assign(globalThis, { MUTANT: undefined });
      if (noticed) outcomes[place] = { notice: noticed[0], experiments: 0, tests: 0 };
      say({ kind: "told", path, place, noticed });
    }
    say({ kind: "done", path, seconds: seconds() });
  } catch (error) {
    say({ kind: "done", path, seconds: seconds(), problem: (error as Error).message });
  }
}

const [listFile, memoryFile, ...paths] = process.argv.slice(2);
const list = JSON.parse(readFileSync(listFile, "utf8")) as readonly Mutant[];
const memory = JSON.parse(readFileSync(memoryFile, "utf8")) as Memory;
for (const path of paths) round(path, list, memory);
