/** Small projects and a way to run `flows` on them, for the tests of the whole. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { sha256 } from "../../lib/experiments/archive/hash.js";
import { temporary } from "../../lib/experiments/archive/temporary.js";
import { packageRoot } from "../specs.js";
import type { Ended, Order } from "./host.js";

const compiled = (module: string): string => fileURLToPath(new URL(module, import.meta.url));
const entry = `import { main } from ${JSON.stringify(compiled("../flows.js"))}; process.exitCode = await main(process.argv.slice(1));`;

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

/** Runs `flows` to its end in a process of its own. */
export async function flowsAlone(
  args: readonly string[],
  cwd: string = tmpdir(),
  node?: readonly string[],
): Promise<Ended> {
  const child = startFlows(args, cwd, node);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout!.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr!.on("data", (chunk: Buffer) => err.push(chunk));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

let host: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Asks the host, which ends with this process and keeps it no longer than it has to answer. */
async function ask(order: Order): Promise<Ended> {
  host ??= spawn(process.execPath, [compiled("host.js")], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  host.ref();
  host.channel!.ref();
  const died = new AbortController();
  const exit = once(host, "exit", { signal: died.signal }).then(
    () => assert.fail(`\`flows ${order.args.join(" ")}\` ended its process`),
    () => undefined,
  );
  host.send(order);
  const [answer] = (await Promise.race([once(host, "message"), exit])) as [Ended];
  died.abort();
  host.unref();
  host.channel!.unref();
  return answer;
}

/** Runs `flows` to its end, after those that are asked for before it, in one process for all of a file's tests. */
export function flows(args: readonly string[], cwd: string = tmpdir()): Promise<Ended> {
  const answer = last.then(() => ask({ args, cwd }));
  last = answer.catch(() => undefined);
  return answer;
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

/** File -> SHA-256 of everything archived: pages, pictures and the list of them aside, and what is not hashed. */
export function archiveHashes(root: string): Readonly<Record<string, string>> {
  const results = join(root, "results");
  const files = filesBelow(results)
    .filter(file => /\.(json|npy)$/.test(file) && !basename(file).startsWith("."))
    .sort();
  const hashed = (file: string): string => {
    const text = readFileSync(file, "latin1");
    return sha256(file.endsWith("manifest.json") ? String((JSON.parse(text) as Json).digest) : text);
  };
  return Object.fromEntries(files.map(file => [relative(results, file), hashed(file)]));
}
