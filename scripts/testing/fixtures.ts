/** Small projects and a way to run `flows` on them, for the tests of the whole. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { sha256 } from "../../lib/experiments/archive/hash.js";
import { temporary } from "../../lib/experiments/archive/temporary.js";
import { packageRoot } from "../specs.js";

const compiled = fileURLToPath(new URL("../flows.js", import.meta.url));
const entry = `import { main } from ${JSON.stringify(compiled)}; process.exitCode = await main(process.argv.slice(1));`;

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts `flows` as a process of its own; the compiled command line, without set-up. */
export const startFlows = (
  args: readonly string[],
  cwd: string,
  node: readonly string[] = [process.execPath],
): ChildProcess =>
  spawn(node[0], [...node.slice(1), "--input-type=module", "-e", entry, "--", ...args], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
  });

/** Runs `flows` to its end. */
export async function flows(args: readonly string[], cwd: string = tmpdir(), node?: readonly string[]): Promise<Ended> {
  const child = startFlows(args, cwd, node);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout!.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr!.on("data", (chunk: Buffer) => err.push(chunk));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

type Json = Record<string, unknown>;

export const readSpec = (root: string, path: string): Json =>
  JSON.parse(readFileSync(join(root, "experiments", `${path}.json`), "utf8")) as Json;

export const writeSpec = (root: string, path: string, spec: unknown): void =>
  writeFileSync(join(root, "experiments", `${path}.json`), JSON.stringify(spec, null, 2));

/** A project with two experiments: `paper/flow` (2 units) and `paper/limit` (4 units). */
export function smallProject(root: string = temporary()): string {
  const experiments = join(root, "experiments");
  mkdirSync(join(experiments, "paper"), { recursive: true });
  cpSync(join(packageRoot, "experiments", "catalogue.json"), join(experiments, "catalogue.json"));
  for (const name of ["flow", "limit"])
    cpSync(join(packageRoot, "scripts/templates", `${name}.json`), join(experiments, "paper", `${name}.json`));
  return root;
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });

/** File -> SHA-256 of everything archived: pages and pictures aside, and without what is not hashed. */
export function archiveHashes(root: string): Readonly<Record<string, string>> {
  const results = join(root, "results");
  const files = filesBelow(results)
    .filter(file => /\.(json|npy)$/.test(file))
    .sort();
  const hashed = (file: string): string => {
    const text = readFileSync(file, "latin1");
    return sha256(file.endsWith("manifest.json") ? String((JSON.parse(text) as Json).digest) : text);
  };
  return Object.fromEntries(files.map(file => [relative(results, file), hashed(file)]));
}
