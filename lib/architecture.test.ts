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

/** What a module imports when it runs: type imports are erased. */
function imports({ text }: Source): readonly string[] {
  const statements = withoutComments(text).matchAll(/^(?:import|export)\s+(?!type\s)(?:[^;"]*?\sfrom\s+)?"([^"]+)"/gm);
  return Array.from(statements, match => match[1]);
}

/** The files of lib among them. */
const targets = (source: Source): readonly string[] =>
  imports(source)
    .filter(name => name.startsWith("."))
    .map(name => normalize(join(dirname(source.path), name)).replace(/\.js$/, ".ts"));

test("no result depends on what ECMAScript leaves open: no Math.exp, pow, sin, random …, no **, no dates (design 2.8)", () => {
  const exact = "abs|ceil|floor|imul|max|min|round|sign|sqrt|trunc|E|LN2|LN10|LOG2E|LOG10E|PI|SQRT2|SQRT1_2";
  const open = new RegExp(`Math\\.(?!(?:${exact})\\b)|\\*\\*|\\bDate\\b|\\blocaleCompare\\b`);
  assert.deepEqual(matches(open, outside("results/", "render/", "notebook/")), []);
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
  assert.deepEqual([...(importers.get("@stdlib") ?? [])], ["numerics/functions.ts"]);
  assert.deepEqual([...(importers.get("ml-matrix") ?? [])], ["linalg.ts"]);
  assert.deepEqual([...(importers.get("pure-rand") ?? [])], ["random.ts"]);
  for (const [name, paths] of importers) assert.equal(paths.size, 1, `${name} is imported by ${[...paths].join(", ")}`);
});

test("lib knows nothing of Node but where it reads files, draws, speaks to Jupyter, or asks for threads, so that it runs in a page", () => {
  const places = ["results/", "render/", "notebook/", "compute/node.ts"];
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

test("the public names load without Node: index.ts reaches no file of results, render or notebook", () =>
  assert.deepEqual(
    [...reached("index.ts")].filter(path => /^(?:results|render|notebook)\//.test(path)),
    [],
  ));

/** A part may import from its own layer and from the earlier ones. */
const LAYERS: readonly (readonly string[])[] = [
  ["types", "arrays", "notes", "refusal", "numerics/functions", "numerics/vectors"],
  ["numerics/columns", "numerics/fft-columns", "numerics/gauss-legendre", "numerics/normal-quantile", "random"],
  ["compute"],
  ["numerics"],
  ["linalg"],
  ["kernels", "spaces", "data", "transport"],
  ["densities", "smoothers", "energies"],
  ["geometries", "refusals", "system", "dissipation", "primal"],
  ["exact"],
  ["proximal", "integrators"],
  ["solve"],
  ["certificate", "checks", "curves", "distances", "spectra", "regression", "catalogue"],
  ["recorders"],
  ["spec", "tasks/estimate"],
  ["spec/build"],
  ["tasks"],
  ["results", "figures"],
  ["draw", "render", "page"],
  ["notebook", "index"],
];

/**
 * Parts of folders that stand in a layer of their own: builders know the core, an estimate is read off a spec, routines
 * need functions.
 */
const OWN = [
  "spec/build",
  "tasks/estimate",
  "numerics/functions",
  "numerics/vectors",
  "numerics/columns",
  "numerics/fft-columns",
  "numerics/gauss-legendre",
  "numerics/normal-quantile",
];

/** "spec/build/kernel.ts" -> "spec/build", "kernels/gaussian.ts" -> "kernels", "solve.ts" -> "solve". */
const partOf = (path: string): string =>
  OWN.find(part => path.startsWith(part)) ?? path.replace(/\.ts$/, "").split("/")[0];
const layerOf = (path: string): number => LAYERS.findIndex(layer => layer.includes(partOf(path)));

test("every part has its layer", () =>
  assert.deepEqual(
    production.filter(({ path }) => layerOf(path) < 0).map(({ path }) => path),
    [],
  ));

test("dependencies point one way: from foundations to tasks, figures and pages", () => {
  const wrong = production.flatMap(source =>
    targets(source)
      .filter(target => layerOf(target) > layerOf(source.path))
      .map(target => `${source.path} imports ${target}`),
  );
  assert.deepEqual(wrong, []);
});

test("kernel sums go through the one door: only compute and kernels evaluate k and its derivatives pair by pair", () => {
  assert.deepEqual(
    matches(/\.gradient1\(|\.mixedTrace\(|\bkernel\.value\(|\bk\.value\(/, outside("compute/", "kernels/")),
    [],
  );
  const past = outside("compute/").filter(source =>
    targets(source).some(target => /^compute\/(?!index\.ts$)/.test(target)),
  );
  assert.deepEqual(
    past.map(({ path }) => path),
    [],
    "routines are reached through compute/index.js",
  );
  assert.deepEqual(
    matches(/\.profile\b|\bform\.base\b/, outside("compute/", "kernels/")),
    [],
    "nobody else evaluates a profile",
  );
});

test("no classes, no default exports", () => {
  assert.deepEqual(matches(/^\s*(?:export\s+)?(?:abstract\s+)?class\s/, production), []);
  assert.deepEqual(matches(/^export default\b/, production), []);
});

test("files are small: none over 300 lines but the contract types.ts, half of them under 60", () => {
  const lengths = production.map(({ path, text }) => ({ path, lines: text.split("\n").length }));
  assert.deepEqual(
    lengths.filter(({ path, lines }) => lines > 300 && path !== "types.ts"),
    [],
  );
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
  assert.ok(sorted[Math.floor(sorted.length / 2)] <= 60);
});
