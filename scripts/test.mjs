/**
 * `npm test`: format and lint, all unit tests, all specs checked, all experiments and notebooks run again and compared
 * with what is committed, some experiments with half their step sizes, the package installed from its tarball.
 * Arguments: parts to run.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { root, setupOrExit } from "./setup.mjs";

const testsBelow = folder =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory()
      ? testsBelow(join(folder, entry.name))
      : entry.name.endsWith(".test.js")
        ? [join(folder, entry.name)]
        : [],
  );

const parts = {
  format: () => ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", ...STYLED, "*.mjs"],
  lint: () => ["node_modules/eslint/bin/eslint.js", "lib", "scripts"],
  unit: () => [
    "--test",
    `--test-concurrency=${availableParallelism()}`,
    `--test-timeout=${HANGS}`,
    "--test-reporter=spec",
    // those that start processes take longest: begun last, one of them would run alone at the end
    ...["dist/scripts", "dist/lib"]
      .map(folder => join(root, folder))
      .filter(existsSync)
      .flatMap(testsBelow),
  ],
  check: () => ["scripts/flows.mjs", "check", "--strict", "experiments"],
  verify: () => ["scripts/flows.mjs", "verify"],
  refine: () => [
    "scripts/flows.mjs",
    "run",
    ...CHEAP.map(name => `experiments/paper/${name}.json`),
    "--refine",
    "2",
    "--out",
    join(root, ".cache/refined"),
  ],
  package: () => ["scripts/package-test.mjs"],
  notebooks: () => ["scripts/flows.mjs", "notebook", "check"],
};

/** Experiments that take seconds: their claims must hold for half the step size too. */
const CHEAP = ["hellinger-geodesic", "log-sobolev-contrast", "wasserstein-geodesic"];

/** A file of tests that takes so long (ms) hangs: the longest takes two minutes on two cores. */
const HANGS = 15 * 60_000;

/** What is formatted by machine. */
const STYLED = ["lib/**/*.ts", "scripts/**/*.{ts,mjs}"];

/**
 * Parts that keep one core busy, and change nothing that the others read: they run side by side, and speak at their
 * end.
 */
const TOGETHER = [
  ["format", "lint", "check"],
  ["refine", "package"],
];

/** Runs one part; its code, and what it wrote where that is `kept`. */
async function run(part, kept) {
  const child = spawn(process.execPath, parts[part](), { cwd: root, stdio: kept ? "pipe" : "inherit" });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", text => said.push(text));
  const [code] = await once(child, "close");
  return { part, code: code ?? 1, said };
}

const title = part => process.stderr.write(`\n=== ${part}\n`);

await setupOrExit();
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(parts);
const batches = new Set(wanted.map(part => TOGETHER.find(group => group.includes(part)) ?? [part]));
for (const batch of [...batches].map(group => group.filter(part => wanted.includes(part)))) {
  if (process.exitCode) break;
  const kept = batch.length > 1;
  if (!kept) title(batch[0]);
  for (const { part, code, said } of await Promise.all(batch.map(each => run(each, kept)))) {
    if (kept) title(part);
    for (const text of said) process.stderr.write(text);
    process.exitCode ||= code;
  }
}
