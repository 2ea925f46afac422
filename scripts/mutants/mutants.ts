/**
 * How many errors in the mathematics are noticed, and by whom: errors of one letter in all areas of the compiled code.
 * All of them are in one copy of it, and a number says which is made, so that one process asks about all. An experiment
 * computes again only its runs that run the place. Experiments are asked until a claim notices; what none of them
 * notices in any way, and may matter, is given to the nearest unit tests.
 */
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { hashOf } from "../../lib/experiments/archive/hash.js";
import type { Manifest } from "../../lib/experiments/archive/manifest-record.js";
import { globTest } from "../../lib/experiments/archive/work/only.js";
import { projectAt, specFiles } from "../../lib/experiments/archive/work/project.js";
import { chosenMutants } from "./areas.js";
import { whyHarmless } from "./harmless.js";
import { nearestTests } from "./nearest.js";
import { offsetOf, withMutations } from "./operators.js";
import { isSettled, type Memory, type Mutant, type Notice } from "./outcome.js";
import type { Line } from "./round.js";
import { tableOf } from "./table.js";

export interface Settings {
  readonly root: string;
  /** Errors in every area. */
  readonly each: number;
  readonly seed: number;
  /** Globs: the experiments that are asked. */
  readonly only: readonly string[];
  /** How many files of unit tests are asked, the nearest first. */
  readonly tests: number;
  readonly log: (line: string) => void;
}

const readJson = <T>(file: string, otherwise: T): T =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : otherwise;

const COPIED = ["dist", "experiments", "package.json"];
const LINKED = ["node_modules", "docs", "schemas", "scripts", "results", "notebooks", "package-lock.json", "lib"];

/** A project of its own with the same code and all errors in it. */
function copyWith(root: string, chosen: readonly Mutant[], copy: string): void {
  if (existsSync(copy)) return;
  mkdirSync(copy, { recursive: true });
  for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true });
  for (const name of LINKED) symlinkSync(join(root, name), join(copy, name));
  for (const file of new Set(chosen.map(mutant => mutant.file))) {
    const numbered = chosen.flatMap((mutant, i) => (mutant.file === file ? [[mutant, i] as const] : []));
    writeFileSync(join(copy, file), withMutations(readFileSync(join(root, file), "utf8"), numbered));
  }
}

/** The errors where they stand in that project. */
const inCopy = (chosen: readonly Mutant[], copy: string): readonly Mutant[] =>
  chosen.map((mutant, i) => ({ ...mutant, start: offsetOf(readFileSync(join(copy, mutant.file), "utf8"), i) }));

/** The experiments, the cheapest first by what their archives say. */
function byCost(root: string): readonly string[] {
  const project = projectAt(root);
  const seconds = (path: string): number =>
    Number(
      readJson<Partial<Manifest>>(join(project.results, path, "manifest.json"), {}).provenance?.seconds ?? Infinity,
    );
  return specFiles(project)
    .map(({ path }) => ({ path, seconds: seconds(path) }))
    .sort((a, b) => a.seconds - b.seconds)
    .map(({ path }) => path);
}

/** Seconds without a word after which an experiment without an error does not end. */
const SILENCE = 3600;
/** Seconds after which a file of unit tests does not end. */
const TEST = 600;

/** Listens to a process that asks, until it ends or says nothing for too long; the last line that it said. */
function listen(words: readonly string[], folder: string, hear: (line: Line) => void): Promise<Line | undefined> {
  const child = spawn(process.execPath, words, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  let last: Line | undefined;
  const stopAfter = (seconds: number): NodeJS.Timeout => setTimeout(() => child.kill("SIGKILL"), seconds * 1000);
  let timer = stopAfter(SILENCE);
  createInterface(child.stdout).on("line", text => {
    clearTimeout(timer);
    last = JSON.parse(text) as Line;
    timer = stopAfter(last.kind === "asking" ? last.patience : SILENCE);
    hear(last);
  });
  return new Promise(resolve => {
    child.once("close", () => {
      clearTimeout(timer);
      resolve(last);
    });
  });
}

/** Whether a file of unit tests fails while an error is made, or without one; one that does not end fails. */
const fails = (copy: string, test: string, place?: number): Promise<boolean> =>
  new Promise(resolve => {
    const words = ["--import", `data:text/javascript,globalThis.MUTANT=${place}`, join(copy, test)];
    const child = spawn(process.execPath, words, { cwd: copy, stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), TEST * 1000);
    child.once("close", code => {
      clearTimeout(timer);
      resolve(code !== 0);
    });
  });

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ");

/** The errors of these settings, with what became of each; what was found before is not asked again. */
export async function mutants(settings: Settings): Promise<void> {
  const { root, each, seed, log } = settings;
  const chosen = chosenMutants(root, each, seed);
  const folder = join(root, ".cache/mutants", hashOf(chosen).slice(0, 16));
  const copy = join(folder, "project");
  copyWith(root, chosen, copy);
  const [list, file] = [join(folder, "list.json"), join(folder, "memory.json")];
  writeFileSync(list, JSON.stringify(inCopy(chosen, copy)));
  const memory = readJson<Memory>(file, { done: [], outcomes: {}, last: {} });
  const near = nearestTests(copy);
  const write = (): void => {
    writeFileSync(file, JSON.stringify(memory));
    writeFileSync(join(root, "docs/mutants.md"), tableOf(chosen, memory, byCost(copy).length));
  };
  const told = (place: number, by: string, notice?: Notice): void => {
    const { experiments = 0, tests = 0, ...earlier } = memory.outcomes[place] ?? {};
    const isTest = by.endsWith(".test.js");
    const counts = { experiments: experiments + (isTest ? 0 : 1), tests: tests + (isTest ? 1 : 0) };
    const news = notice === "claim" || (notice && !earlier.notice);
    memory.outcomes[place] = { ...earlier, ...(news && { notice, by }), ...counts };
    write();
    const { area, file: module, kind, before, after } = chosen[place];
    if (news) log(oneLine(`${place} ${notice} (${by}) ${area}: ${module}: ${kind}: ${before} -> ${after}`));
  };
  const hear = (line: Line): void => {
    if (line.kind === "told") {
      memory.last[line.place] = line.path;
      told(line.place, line.noticed ? `${line.path}: ${line.noticed[1]}` : line.path, line.noticed?.[0]);
    }
    if (line.kind !== "done") return;
    memory.done.push(line.path);
    write();
    const open = chosen.length - Object.values(memory.outcomes).filter(isSettled).length;
    log(`${line.path}: ${line.seconds.toFixed(1)} s, ${open} open ${line.problem ?? ""}`);
  };
  const paths = settings.only.flatMap(glob => byCost(copy).filter(globTest(glob)));
  for (;;) {
    const left = paths.filter(path => !memory.done.includes(path));
    if (left.length === 0) break;
    write();
    const last = await listen([join(copy, "dist/scripts/mutants/round.js"), list, file, ...left], copy, hear);
    if (last?.kind === "asking") {
      memory.last[last.place] = last.path;
      told(last.place, last.path, "time");
    } else if (last?.kind !== "done") throw new Error(`the process that asks ended before it had asked ${left[0]}`);
  }
  /** Files of unit tests that say something: those that pass in this copy without an error. */
  const passes = new Map<string, boolean>();
  for (const [place, mutant] of [...chosen.entries()].filter(pair => !whyHarmless(pair[1])))
    for (const test of near(mutant.file).slice(memory.outcomes[place]?.tests ?? 0, settings.tests)) {
      if (memory.outcomes[place]?.notice) break;
      if (!passes.has(test)) passes.set(test, !(await fails(copy, test)));
      told(place, test, passes.get(test) && (await fails(copy, test, place)) ? "unit test" : undefined);
    }
  write();
}
