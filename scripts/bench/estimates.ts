/** Estimates of `flows plan` beside what the units took, each alone in a process of its own. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { PlannedUnit } from "../../lib/experiments/archive/work/planned.js";
import { packageRoot } from "../specs.js";
import { size } from "../terminal/amounts.js";
import { note, print, table } from "../terminal/print.js";
import { KINDS } from "./kinds.js";

const called = promisify(execFile);

/** A module that says at the end of a process what it took. */
const SAYS = `data:text/javascript,${encodeURIComponent(`
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    console.error("took " + (userCPUTime + systemCPUTime) / 1e6 + " " + maxRSS * 1024);
  });
`)}`;

/** Calls the command line; what it wrote, seconds of the processors, and its peak in bytes. */
async function flows(
  ...words: readonly string[]
): Promise<{ readonly out: string; readonly seconds: number; readonly peak: number }> {
  const args = ["--import", SAYS, join(packageRoot, "scripts/flows.mjs"), ...words];
  const { stdout, stderr } = await called(process.execPath, args, { maxBuffer: 1e8 });
  const [, seconds, peak] = /took (\S+) (\S+)\s*$/.exec(stderr) ?? [];
  return { out: stdout, seconds: Number(seconds), peak: Number(peak) };
}

/** The unit of one step: what it takes is taken by every process that computes a unit. */
const START = "start";

/** How many times the larger is the smaller. */
const factor = (a: number, b: number): number => Math.max(a / b, b / a);

const HEAD = ["unit", "planned", "took", "ratio", "planned memory", "peak", "ratio"];

/** Plans, computes every unit alone, and prints both. What starting a process takes is measured and taken off. */
export async function estimatesTable(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "flows-estimates-"));
  try {
    const store = ["--store", join(folder, "store")];
    const plan = JSON.parse((await flows("plan", KINDS, "--json", ...store)).out) as readonly PlannedUnit[];
    const isStart = ({ unit }: PlannedUnit): boolean => unit.startsWith(START);
    const start = (await flows("compute", plan.find(isStart)!.hash, ...store)).seconds;
    const rows: { readonly cells: readonly string[]; readonly time: number; readonly memory: number }[] = [];
    for (const { unit, hash, seconds, memory } of plan.filter(planned => !isStart(planned))) {
      note(`${unit} …`);
      const { seconds: all, peak } = await flows("compute", hash, ...store);
      const took = all - start;
      const ratios = [seconds / took, memory / peak].map(ratio => ratio.toFixed(2));
      const cells = [
        unit,
        `${seconds.toFixed(2)} s`,
        `${took.toFixed(2)} s`,
        ratios[0],
        size(memory),
        size(peak),
        ratios[1],
      ];
      rows.push({ cells, time: factor(seconds, took), memory: factor(memory, peak) });
    }
    print(table([HEAD, ...rows.map(({ cells }) => cells)]));
    const within = (of: "time" | "memory", most: number): number => rows.filter(row => row[of] <= most).length;
    print(`\ntime within 2: ${within("time", 2)} of ${rows.length}; memory within 1.5: ${within("memory", 1.5)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
