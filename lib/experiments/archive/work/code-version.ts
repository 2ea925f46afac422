/**
 * The version of the code behind a number: the content of every module that the tasks import, and the packages among
 * them.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { hashOf, sha256 } from "../hash.js";
import { packageRoot } from "../package-root.js";

/** Module (relative to the root) -> SHA-256 of its compiled text; package -> its versions. */
export type CodeParts = Readonly<Record<string, string>>;

export interface CodeVersion {
  readonly hash: string;
  readonly parts: CodeParts;
}

const FROM = /(?:^|[\s;])(?:import|export)\b[^"'();]*?\bfrom\s*["']([^"']+)["']/;
const BARE = /(?:^|[\s;])import\s*["']([^"']+)["']/;
const DYNAMIC = /\bimport\(\s*["']([^"']+)["']\s*\)/;
const IMPORT = new RegExp(`${FROM.source}|${BARE.source}|${DYNAMIC.source}`, "g");

/** The module names that a compiled module imports, statically or by a literal `import("…")`. */
const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(IMPORT)].map(match => match[1] ?? match[2] ?? match[3]);

const packageOf = (name: string): string =>
  name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");

interface LockedPackage {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}
type LockFile = Readonly<Record<string, LockedPackage>>;

/** All versions of these packages and of what they depend on, as the lock file has them. */
function packageVersions(names: Iterable<string>, lock: LockFile): CodeParts {
  const parts: Record<string, string> = {};
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name in parts) continue;
    const entries = Object.entries(lock)
      .filter(([path]) => path.endsWith(`node_modules/${name}`))
      .map(([, entry]) => entry);
    parts[name] = entries.map(entry => entry.version).join(" ");
    open.push(...entries.flatMap(entry => Object.keys(entry.dependencies ?? {})));
  }
  return parts;
}

function moduleClosure(
  entry: string,
  root: string,
): { readonly modules: CodeParts; readonly packages: ReadonlySet<string> } {
  const modules: Record<string, string> = {};
  const packages = new Set<string>();
  const open = [resolve(entry)];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (relative(root, file) in modules) continue;
    const text = readFileSync(file, "utf8");
    modules[relative(root, file)] = sha256(text);
    for (const name of importsOf(text)) {
      const place = resolve(dirname(file), name);
      if (name.startsWith("node:")) continue;
      if (!name.startsWith(".")) packages.add(packageOf(name));
      // a name that leads nowhere stands in a string, as code for a notebook does
      else if (existsSync(place)) open.push(place);
    }
  }
  return { modules, packages };
}

/** The lock file of this clone, or the one that npm keeps of the folder where this package is installed. */
function readLock(root: string): LockFile {
  const own = join(root, "package-lock.json");
  const path = existsSync(own) ? own : join(dirname(root), ".package-lock.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as { packages: LockFile }).packages : {};
}

/**
 * The version of everything that the compiled module `entry` imports, directly or not; `root` is the folder of
 * package-lock.json.
 */
export function codeVersion(entry: string, root: string): CodeVersion {
  const { modules, packages } = moduleClosure(entry, root);
  const parts = { ...modules, ...packageVersions(packages, readLock(root)) };
  return { hash: hashOf(parts), parts };
}

/** The version of the code that computes numbers: the tasks and all that they import. */
export const currentCode = (): CodeVersion =>
  codeVersion(fileURLToPath(new URL("../../tasks/index.js", import.meta.url)), packageRoot);

/** The parts that differ between two versions. */
export const changedParts = (was: CodeParts, now: CodeParts): readonly string[] =>
  [...new Set([...Object.keys(was), ...Object.keys(now)])].filter(name => was[name] !== now[name]).sort();
