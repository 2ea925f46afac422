/** Who notices errors: experiments by their claims, certificates and refusals, and files of unit tests. */
import { spawn } from "node:child_process";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporary } from "../../lib/experiments/archive/temporary.js";
import { projectAt, specFiles } from "../../lib/experiments/archive/work/project.js";

/** One process that can notice an error. */
export interface Watcher {
  readonly name: string;
  readonly kind: "experiment" | "test";
  /** Words after `node`, in a copy of the project in `root`. */
  readonly words: (root: string) => readonly string[];
}

export interface Ended {
  /** Exit code; undefined when it was stopped for taking too long. */
  readonly code: number | undefined;
  readonly out: string;
  readonly seconds: number;
}

const flowsOf = (root: string, words: readonly string[]): readonly string[] => [
  "--input-type=module",
  "-e",
  `import { main } from ${JSON.stringify(join(root, "dist/scripts/flows.js"))};
   process.exitCode = await main(process.argv.slice(1));`,
  "--",
  ...words,
];

/** All experiments of a project. */
export const experimentsOf = (root: string): readonly Watcher[] =>
  specFiles(projectAt(root)).map(({ path }) => ({
    name: path,
    kind: "experiment",
    words: copy =>
      flowsOf(copy, [
        "run",
        join(copy, "experiments", `${path}.json`),
        ...["--out", join(copy, "out", path), "--project", copy, "--no-figures", "--jobs", "1", "--threads", "1"],
      ]),
  }));

export const filesBelow = (root: string, folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? filesBelow(root, join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** The files of unit tests of these folders of the compiled code. */
export const testsOf = (root: string, folders: readonly string[]): readonly Watcher[] =>
  folders
    .flatMap(folder => filesBelow(root, folder))
    .filter(file => file.endsWith(".test.js"))
    .map(file => ({ name: file, kind: "test", words: copy => [join(copy, file)] }));

/** Characters of the output that are kept. */
const KEPT = 20_000;

/** Runs a watcher in a copy of the project, for at most `limit` seconds. */
export function watch(
  { words }: Watcher,
  root: string,
  limit: number,
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const start = performance.now();
  const child = spawn(process.execPath, words(root), { cwd: root, env: { ...process.env, ...environment } });
  let out = "";
  let stopped = false;
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      out = (out + chunk.toString()).slice(-KEPT);
    });
  const timer = setTimeout(() => {
    stopped = true;
    child.kill("SIGKILL");
  }, limit * 1000);
  return new Promise(resolve => {
    child.once("close", code => {
      clearTimeout(timer);
      const seconds = (performance.now() - start) / 1000;
      resolve({ code: stopped ? undefined : (code ?? 1), out, seconds });
    });
  });
}

// ------------------------------------------------------------------ what runs what
interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}
interface ScriptCoverage {
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly Range[] }[];
}

/** Whether the innermost range around an offset ran. */
function ran({ functions }: ScriptCoverage, offset: number): boolean {
  let innermost: Range | undefined;
  for (const { ranges } of functions)
    for (const range of ranges)
      if (
        range.startOffset <= offset &&
        offset < range.endOffset &&
        (!innermost || range.endOffset - range.startOffset <= innermost.endOffset - innermost.startOffset)
      )
        innermost = range;
  return innermost !== undefined && innermost.count > 0;
}

/** File (relative to `root`) and offset in it. */
export interface Place {
  readonly file: string;
  readonly start: number;
}

export interface Coverage {
  /** Which of the places it runs. */
  readonly places: readonly boolean[];
  readonly ended: Ended;
}

/** Which of these places a watcher runs, by the coverage that V8 writes for every thread. */
export async function cover(watcher: Watcher, root: string, places: readonly Place[]): Promise<Coverage> {
  const folder = temporary();
  const ended = await watch(watcher, root, 3600, { NODE_V8_COVERAGE: folder });
  const runs = places.map(() => false);
  for (const name of readdirSync(folder)) {
    const { result } = JSON.parse(readFileSync(join(folder, name), "utf8")) as { result: readonly ScriptCoverage[] };
    const scripts = new Map(
      result.filter(({ url }) => url.startsWith("file:")).map(script => [fileURLToPath(script.url), script]),
    );
    places.forEach(({ file, start }, i) => {
      const script = scripts.get(join(root, file));
      runs[i] ||= script !== undefined && ran(script, start);
    });
  }
  rmSync(folder, { recursive: true });
  return { places: runs, ended };
}
