/**
 * Everything between `git clone` and running: the Node version, the packages of the lock file, the build. Each step is
 * skipped when it is fresh, so that calling it costs a fraction of a second. Plain Node without packages: it runs
 * before there are any.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { assemblyIsFresh } from "./assembly.mjs";
import { build as buildAll } from "./build.mjs";
import { withLock } from "./lock.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const NEEDED = [20, 19];
const say = line => process.stderr.write(`set-up: ${line}\n`);
const seconds = since => `${((Date.now() - since) / 1000).toFixed(1)} s`;

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  throw new Error(
    `Node ${NEEDED.join(".")} or newer is needed, this is ${process.versions.node} (nodejs.org has newer ones)`,
  );
}

// ------------------------------------------------------------------ packages
const readJson = path => JSON.parse(readFileSync(path, "utf8"));

/** npm writes node_modules/.package-lock.json last, so it is there only after a complete installation. */
function packagesAreFresh() {
  const installed = join(root, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return false;
  const present = readJson(installed).packages;
  return Object.entries(readJson(join(root, "package-lock.json")).packages).every(
    ([path, wanted]) =>
      path === "" || (present[path] ? present[path].version === wanted.version : wanted.optional === true),
  );
}

function isLink(path) {
  return existsSync(path) && lstatSync(path).isSymbolicLink();
}

async function install() {
  const start = Date.now();
  if (isLink(join(root, "node_modules")))
    throw new Error("node_modules is a link and out of date: run `npm ci` in the folder it leads to");
  say("installing the packages of package-lock.json (once; about a minute) …");
  await run("npm", ["ci", "--no-audit", "--no-fund", "--progress=false", "--loglevel=error"], {
    shell: process.platform === "win32",
  });
  say(`packages installed in ${seconds(start)}`);
}

// ------------------------------------------------------------------ build
const filesBelow = folder =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );

const sources = () =>
  ["lib", "scripts"].flatMap(folder => filesBelow(join(root, folder))).filter(file => file.endsWith(".ts"));

const schemas = () => filesBelow(join(root, "schemas"));

/** Changes with any source that is no product of the build, the contract, the compiler's options, or the compiler. */
function sourceHash() {
  const hash = createHash("sha256");
  const written = sources().filter(file => !file.endsWith(".generated.ts"));
  for (const file of [...written, ...schemas(), join(root, "tsconfig.json"), join(root, "package-lock.json")].sort())
    hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

const stamp = () => join(root, "dist/.stamp");
const buildIsFresh = () => existsSync(stamp()) && readFileSync(stamp(), "utf8") === sourceHash() && assemblyIsFresh();

/** Compiled files whose source is gone would still be run as tests. */
function prune() {
  const kept = new Set(sources().map(file => join("dist", relative(root, file)).replace(/\.ts$/, "")));
  for (const file of filesBelow(join(root, "dist")))
    if (/\.(js|d\.ts)$/.test(file) && !kept.has(relative(root, file).replace(/\.(js|d\.ts)$/, ""))) rmSync(file);
}

async function build() {
  const start = Date.now();
  const before = sourceHash();
  say("building …");
  // A word that is new in the code has been written into schemas/: then the build is of what is there now.
  const changed = await buildAll();
  prune();
  writeFileSync(stamp(), changed ? sourceHash() : before);
  say(`built in ${seconds(start)}`);
}

/** Output goes to stderr: stdout belongs to the command that follows. */
function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", 2, 2], ...options });
    child.on("error", reject);
    child.on("exit", code =>
      code === 0 ? resolve() : reject(new Error(`\`${command} ${args[0]}\` ended with code ${code}`)),
    );
  });
}

/** A package that came built from a registry has neither sources nor a lock file. */
const isInstalled = () => !existsSync(join(root, "tsconfig.json"));

/** Installs and builds what is missing or stale; a second process waits for the first. */
export async function setup() {
  checkNode();
  if (isInstalled() || (packagesAreFresh() && buildIsFresh())) return;
  const waiting = pid => say(`waiting for another set-up in this folder (process ${pid ?? "unknown"}) …`);
  await withLock(join(root, ".cache/setup.lock"), waiting, async () => {
    if (!packagesAreFresh()) await install();
    if (!buildIsFresh()) await build();
  });
}

/** For the entry points: set-up, or one line that says what is wrong. */
export async function setupOrExit() {
  try {
    await setup();
  } catch (error) {
    say(`failed: ${error.message}`);
    process.exit(1);
  }
}
