import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../lib", import.meta.url));

interface Source {
  /** Path below lib, e.g. "kernels/gaussian.ts". */
  readonly path: string;
  readonly text: string;
  /** The text without comments, and without what stands in quotes. */
  readonly code: string;
}

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`])\/\/.*$/gm, "$1");
const withoutStrings = (text: string): string => text.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');

/**
 * All modules in TypeScript; those in compute/assembly are written in AssemblyScript, where a class is a layout of
 * memory.
 */
const sources: readonly Source[] = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter(path => path.endsWith(".ts") && !path.endsWith(".generated.ts") && !path.startsWith("compute/assembly/"))
  .map(path => {
    const text = readFileSync(join(ROOT, path), "utf8");
    return { path, text, code: withoutStrings(withoutComments(text)) };
  });

const production = sources.filter(({ path }) => !/\.test\.ts$|fixture/.test(path));

/** Path and line of every match in the code. */
const matches = (pattern: RegExp, among: readonly Source[]): readonly string[] =>
  among.flatMap(({ path, code }) =>
    code.split("\n").flatMap(line => (pattern.test(line) ? [`${path}: ${line.trim()}`] : [])),
  );

const within =
  (...places: readonly string[]): ((source: Source) => boolean) =>
  ({ path }) =>
    places.some(place => path.startsWith(place));
const outside = (...places: readonly string[]): readonly Source[] =>
  production.filter(source => !within(...places)(source));

/** What a module imports; `running` leaves out type imports, which are erased. */
function imports({ text }: Source, which: "running" | "all" = "running"): readonly string[] {
  const types = which === "running" ? "(?!type\\s)" : "";
  const statement = new RegExp(`^(?:import|export)\\s+${types}(?:[^;"]*?\\sfrom\\s+)?"([^"]+)"`, "gm");
  return Array.from(withoutComments(text).matchAll(statement), match => match[1]);
}

/** The files of lib among them. */
const targets = (source: Source, which: "running" | "all" = "running"): readonly string[] =>
  imports(source, which)
    .filter(name => name.startsWith("."))
    .map(name => normalize(join(dirname(source.path), name)).replace(/\.js$/, ".ts"));

test("no result depends on what ECMAScript leaves open: no Math.exp, pow, random …, no **, no dates", () => {
  const exact = "abs|ceil|floor|imul|max|min|round|sign|sqrt|trunc|E|LN2|LN10|LOG2E|LOG10E|PI|SQRT2|SQRT1_2";
  const open = new RegExp(`Math\\.(?!(?:${exact})\\b)|\\*\\*|\\bDate\\b|\\blocaleCompare\\b`);
  assert.deepEqual(matches(open, outside("experiments/archive/", "display/render/", "notebook/")), []);
});

test("each package has one importer, so that it can be replaced in one place", () => {
  const importers = new Map<string, Set<string>>();
  for (const source of production)
    for (const name of imports(source))
      if (!/^[./]|^node:/.test(name)) {
        const scope = name.startsWith("@stdlib/")
          ? "@stdlib"
          : name
              .split("/")
              .slice(0, name.startsWith("@") ? 2 : 1)
              .join("/");
        importers.set(scope, (importers.get(scope) ?? new Set()).add(source.path));
      }
  assert.deepEqual([...(importers.get("@stdlib") ?? [])], ["arithmetic/functions.ts"]);
  assert.deepEqual([...(importers.get("ml-matrix") ?? [])], ["numerics/dense.ts"]);
  assert.deepEqual([...(importers.get("pure-rand") ?? [])], ["arithmetic/random.ts"]);
  for (const [name, paths] of importers) assert.equal(paths.size, 1, `${name} is imported by ${[...paths].join(", ")}`);
});

test("lib knows nothing of Node but where it reads files, draws, speaks to Jupyter, or asks for threads", () => {
  const places = ["experiments/archive/", "display/render/", "notebook/", "compute/host.ts"];
  const node = outside(...places).filter(source => imports(source).some(name => name.startsWith("node:")));
  assert.deepEqual(
    node.map(({ path }) => path),
    [],
  );
  assert.deepEqual(matches(/\b(?:process|Buffer|require|__dirname|globalThis)\b/, outside(...places)), []);
});

/** Everything that a module runs, directly or not. */
function reached(path: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  const source = production.find(candidate => candidate.path === path);
  if (source === undefined || seen.has(path)) return seen;
  seen.add(path);
  for (const target of targets(source)) reached(target, seen);
  return seen;
}

test("the public names load without Node: index.ts reaches no file of archive, render or notebook", () =>
  assert.deepEqual(
    [...reached("index.ts")].filter(path => /^(?:experiments\/archive|display\/render|notebook)\//.test(path)),
    [],
  ));

/** The rooms of lib: each may import from those before it, types counted, and nobody from those behind it. */
const ROOMS = ["arithmetic", "compute", "numerics", "systems", "dynamics", "experiments", "display", "notebook"];

/** "systems/kernels/gaussian.ts" -> its place in ROOMS; index.ts, which only exports, stands above them. */
const roomOf = (path: string): number => (path === "index.ts" ? ROOMS.length : ROOMS.indexOf(path.split("/")[0]));

test("every file is in one of eight rooms", () =>
  assert.deepEqual(
    production.filter(({ path }) => roomOf(path) < 0).map(({ path }) => path),
    [],
  ));

test("no import leads to a higher room, types counted", () => {
  const wrong = production.flatMap(source =>
    targets(source, "all")
      .filter(target => roomOf(target) > roomOf(source.path))
      .map(target => `${source.path} imports ${target}`),
  );
  assert.deepEqual(wrong, []);
});

/** The strongly connected sets of two files or more among the files of lib, AssemblyScript counted (Tarjan). */
function circles(): readonly (readonly string[])[] {
  const among = new Map(
    readdirSync(ROOT, { recursive: true, encoding: "utf8" })
      .filter(path => path.endsWith(".ts") && !/\.test\.ts$|fixture/.test(path))
      .map(path => [path, { path, text: readFileSync(join(ROOT, path), "utf8"), code: "" }] as const),
  );
  const next = (path: string): readonly string[] =>
    targets(among.get(path)!, "all")
      .map(target => (among.has(target) ? target : `${target}.ts`))
      .filter(target => among.has(target));
  const found: string[][] = [];
  const number = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visit = (path: string): void => {
    number.set(path, number.size);
    lowest.set(path, number.get(path)!);
    open.push(path);
    for (const target of next(path)) {
      if (!number.has(target)) visit(target);
      if (open.includes(target)) lowest.set(path, Math.min(lowest.get(path)!, lowest.get(target)!));
    }
    if (lowest.get(path) !== number.get(path)) return;
    const component = open.splice(open.indexOf(path));
    if (component.length > 1) found.push(component.sort());
  };
  for (const path of among.keys()) if (!number.has(path)) visit(path);
  return found;
}

test("no circles of imports but the grammar's: a Stein kernel names a measure, a perturbed measure a kernel", () =>
  assert.deepEqual(circles(), [["kernel.ts", "measure.ts"].map(file => `experiments/language/builders/${file}`)]));

test("docs/pictures/rooms.svg shows these imports: run `node scripts/rooms.mjs`", async () => {
  const {
    PICTURE,
    ROOMS: drawn,
    roomsPicture,
  } = (await import(new URL("../../scripts/rooms.mjs", import.meta.url).href)) as {
    readonly PICTURE: string;
    readonly ROOMS: readonly string[];
    roomsPicture(): string;
  };
  assert.deepEqual([...drawn].reverse(), ROOMS);
  assert.equal(readFileSync(PICTURE, "utf8"), roomsPicture());
});

test("kernel sums go through the one door: only compute and kernels evaluate k pair by pair", () => {
  assert.deepEqual(
    matches(/\.gradient1\(|\.mixedTrace\(|\bkernel\.value\(|\bk\.value\(/, outside("compute/", "systems/kernels/")),
    [],
  );
  const past = outside("compute/").filter(source =>
    targets(source).some(target => /^compute\/(?!(?:index|public)\.ts$)/.test(target)),
  );
  assert.deepEqual(
    past.map(({ path }) => path),
    [],
    "routines are reached through compute/index.js",
  );
  assert.deepEqual(
    matches(/\.profile\b|\bform\.base\b/, outside("compute/", "systems/kernels/")),
    [],
    "nobody else evaluates a profile",
  );
});

test("folders are made in one way, which ends: by makeFolder of archive/disk.ts, not by Node's recursion", () =>
  assert.deepEqual(matches(/mkdirSync\(.*recursive/, production), []));

test("refusals are made and recognised in one file: nobody else writes their prefix", () => {
  const prefix = /["`/^]refused: /;
  const writers = production.filter(({ text }) => prefix.test(withoutComments(text)));
  assert.deepEqual(
    writers.map(({ path }) => path),
    ["arithmetic/refusal.ts"],
  );
});

test("no classes, no default exports", () => {
  assert.deepEqual(matches(/^\s*(?:export\s+)?(?:abstract\s+)?class\s/, production), []);
  assert.deepEqual(matches(/^export default\b/, production), []);
});

test("files are small: none over 300 lines, half of them under 60", () => {
  const lengths = production.map(({ path, text }) => ({ path, lines: text.split("\n").length }));
  assert.deepEqual(
    lengths.filter(({ lines }) => lines > 300),
    [],
  );
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
  assert.ok(sorted[Math.floor(sorted.length / 2)] <= 60);
});

/** The lines of a file of text; a file of bytes has none. */
function linesOf(path: string): readonly string[] {
  const text = readFileSync(join(ROOT, "..", path), "utf8");
  return text.includes("\0") ? [] : text.split("\n");
}

/** Whether a line is wider than 120 columns: code points, since 𝕂 is one letter. */
const isWide = (line: string): boolean => line.length > 120 && [...line].length > 120;

test("no line of AssemblyScript is wider than 120 columns, and of all lines one in a hundred, quotes and tables", () => {
  const files = ["lib", "scripts", "schemas", "experiments", "docs"]
    .flatMap(folder =>
      readdirSync(join(ROOT, "..", folder), { recursive: true, encoding: "utf8" }).map(path => join(folder, path)),
    )
    .concat("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
    .filter(path => /\.(?:ts|mjs|json|md|py|c|svg)$/.test(path) && !path.endsWith(".generated.ts"))
    .map(path => ({ path, lines: linesOf(path) }));
  const wide = files.flatMap(({ path, lines }) => lines.filter(isWide).map(() => path));
  assert.deepEqual(
    wide.filter(path => path.startsWith("lib/compute/assembly/")),
    [],
  );
  const all = files.reduce((count, { lines }) => count + lines.length, 0);
  assert.ok(wide.length < all / 100, `${wide.length} of ${all} lines`);
});
