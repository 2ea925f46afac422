/**
 * `npm test`: format and lint, all unit tests, all specs checked, all experiments and notebooks run again and compared
 * with what is committed, some experiments with half their step sizes, the package installed from its tarball.
 * Arguments: parts to run.
 */
import { spawnSync } from "node:child_process";
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
    ...["dist/lib", "dist/scripts"]
      .map(folder => join(root, folder))
      .filter(existsSync)
      .flatMap(testsBelow),
  ],
  check: () => ["scripts/flows.mjs", "check", "experiments"],
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

await setupOrExit();
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(parts);
for (const part of wanted) {
  process.stderr.write(`\n=== ${part}\n`);
  const { status } = spawnSync(process.execPath, parts[part](), { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
