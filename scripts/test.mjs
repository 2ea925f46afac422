/**
 * `npm test`: all unit tests, all specs checked, all experiments and notebooks run again and compared with what is committed.
 * Arguments: parts to run.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { root, setupOrExit } from "./setup.mjs";

const testsBelow = folder => readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
  entry.isDirectory() ? testsBelow(join(folder, entry.name)) : entry.name.endsWith(".test.js") ? [join(folder, entry.name)] : []);

const parts = {
  unit: () => ["--test", `--test-concurrency=${availableParallelism()}`, "--test-reporter=spec",
    ...["dist/lib", "dist/scripts"].map(folder => join(root, folder)).filter(existsSync).flatMap(testsBelow)],
  check: () => ["scripts/flows.mjs", "check", "experiments"],
  verify: () => ["scripts/flows.mjs", "verify"],
  notebooks: () => ["scripts/flows.mjs", "notebook", "check"],
};

await setupOrExit();
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(parts);
for (const part of wanted) {
  process.stderr.write(`\n=== ${part}\n`);
  const { status } = spawnSync(process.execPath, parts[part](), { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
