/**
 * The notebooks of a project: which they are, running them, and which of them are what running them again would give.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CellEnd } from "../lib/notebook/runner/execute.js";
import { buildMark } from "../lib/notebook/package-folder.js";
import { isCode, type Notebook, readNotebook, writeNotebook } from "../lib/notebook/runner/notebook.js";
import { readArchive } from "../lib/experiments/archive/archive.js";
import { hashOf, sha256 } from "../lib/experiments/archive/hash.js";
import { isCached, writeCached } from "../lib/experiments/archive/work/cache.js";
import { codeVersion } from "../lib/experiments/archive/work/code-version.js";
import { type Project, resultFolder, specFiles } from "../lib/experiments/archive/work/project.js";
import { packageRoot } from "./specs.js";
import { note } from "./terminal/print.js";

/** The notebooks of the project, in the order of their names. */
export function notebooksOf({ root }: Project): readonly string[] {
  const folder = join(root, "notebooks");
  return existsSync(folder)
    ? readdirSync(folder)
        .filter(name => name.endsWith(".ipynb"))
        .sort()
        .map(name => join(folder, name))
    : [];
}

/** "00-start-here 3/10 0.4 s". */
function report(name: string, notebook: Notebook, { index, cell, seconds, failure }: CellEnd): void {
  const cells = notebook.cells.flatMap((each, i) => (isCode(each) ? [i] : []));
  const number = cells.indexOf(index) + 1;
  const wrong =
    failure === undefined ? "" : `\n${name}, cell [${cell.execution_count ?? number}] (${cell.id}) failed:\n${failure}`;
  note(`${name} ${number}/${cells.length} ${seconds.toFixed(1)} s${wrong}`);
}

/** Longest time (s) of a cell unless something else is asked for. */
export const LIMIT = 300;

/** What a notebook may take. */
export interface Allowance {
  /** Seconds for one cell. */
  readonly limit: number;
  /** Cores for the runs of its cells. */
  readonly threads: number;
}

/** Runs a notebook once and gives each state of it to `keep`; whether all cells did well. */
async function executeOnce(file: string, allowance: Allowance, keep: (sofar: Notebook) => void): Promise<boolean> {
  const notebook = readNotebook(file);
  const name = basename(file, ".ipynb");
  let well = true;
  const ended = (end: CellEnd, sofar: Notebook): void => {
    report(name, notebook, end);
    well &&= end.failure === undefined;
    keep(sofar);
  };
  const { executeNotebook } = await import("../lib/notebook/runner/execute.js");
  keep(await executeNotebook(notebook, { file, ...allowance, ended }));
  return well;
}

/** How often a notebook is run at most when the library is built anew meanwhile: its cells must all be of one build. */
const ATTEMPTS = 3;

/**
 * Runs a notebook, again if the library is built anew meanwhile, and gives each state of it to `keep`; whether all
 * cells did well.
 */
export async function execute(file: string, allowance: Allowance, keep: (sofar: Notebook) => void): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    const mark = buildMark();
    const well = await executeOnce(file, allowance, keep);
    if (buildMark() === mark) return well;
    note(
      `${basename(file)}: the library was built anew ` +
        `meanwhile${attempt < ATTEMPTS ? "; running it again" : ", again and again"}`,
    );
    if (attempt === ATTEMPTS) return false;
  }
}

/** Runs a notebook in place. */
export const runInPlace = (file: string, allowance: Allowance): Promise<boolean> =>
  execute(file, allowance, sofar => writeNotebook(file, sofar));

/** How much is done at once, and how long a cell may take (s). */
export interface Bounds {
  readonly jobs: number;
  readonly limit: number;
}

type Act = (file: string, allowance: Allowance) => Promise<boolean>;

/**
 * Does it for all files, several at once and the largest first, so that no long one comes last; each has a kernel and a
 * share of the cores of its own.
 */
export async function forAll(files: readonly string[], { jobs, limit }: Bounds, act: Act): Promise<boolean> {
  const left = [...files].sort((a, b) => statSync(b).size - statSync(a).size);
  const atOnce = Math.min(jobs, files.length);
  const threads = Math.max(1, Math.floor(availableParallelism() / atOnce));
  let well = true;
  const work = async (): Promise<void> => {
    for (let file = left.shift(); file !== undefined; file = left.shift())
      well = (await act(file, { limit, threads })) && well;
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return well;
}

/** The modules from which everything is imported that a cell runs. */
const ENTRIES = [
  "index",
  "notebook/index",
  "notebook/kernel/main",
  "experiments/archive/work/worker",
  "display/render/paint",
] as const;

/** What notebooks depend on besides their cells: the code and the archive. */
function surroundings(project: Project): string {
  const code = ENTRIES.map(
    entry => codeVersion(fileURLToPath(new URL(`../lib/${entry}.js`, import.meta.url)), packageRoot).hash,
  );
  const archives = specFiles(project).map(({ path }) => {
    const archive = readArchive(resultFolder(project, path), path);
    return archive.state === "whole" ? archive.manifest.digest : archive.state;
  });
  return hashOf({ code, archives });
}

/**
 * Runs the notebooks in place that have changed, or whose code or archive has, since they were last run here; whether
 * all did well.
 */
export async function refreshNotebooks(project: Project, jobs: number): Promise<boolean> {
  const around = surroundings(project);
  const cache = join(project.cache, "notebooks");
  const keyOf = (file: string): string => hashOf({ around, text: sha256(readFileSync(file)) });
  const stale = notebooksOf(project).filter(file => !isCached(cache, keyOf(file)));
  if (stale.length > 0) note("running the notebooks …");
  return forAll(stale, { jobs, limit: LIMIT }, async (file, allowance) => {
    const well = await runInPlace(file, allowance);
    if (well) writeCached(cache, keyOf(file), true);
    return well;
  });
}
