import assert from "node:assert/strict";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readArchive } from "../../lib/experiments/archive/archive.js";
import { recoverAll } from "../../lib/experiments/archive/folder.js";
import { specFiles, projectAt, resultFolder } from "../../lib/experiments/archive/work/project.js";
import { stream } from "../../lib/arithmetic/random.js";
import { archiveHashes, flows, smallProject, startFlows } from "./fixtures.js";

const reproduce = (root: string): readonly string[] => ["reproduce", "--no-figures", "--project", root];

/** How many archives there are; none of them may be half written. */
function countWhole(root: string): number {
  recoverAll(join(root, "results"));
  const states = specFiles(projectAt(root)).map(
    ({ path }) => readArchive(resultFolder(projectAt(root), path), path).state,
  );
  assert.ok(!states.includes("damaged"), "a killed process left half an archive");
  return states.filter(state => state === "whole").length;
}

const forget = (root: string): void =>
  ["results", ".cache"].forEach(name => rmSync(join(root, name), { recursive: true, force: true }));

/**
 * Kills `reproduce` (SIGKILL) at `times` random moments of its duration, beginning anew whenever it had finished, and
 * checks the archive after each kill; then runs it once more. Returns the hashes of that archive and of one that was
 * never disturbed, and the number of kills that came before the end.
 */
export async function killRandomly(
  times: number,
  seed: number,
): Promise<{ readonly hashes: object; readonly undisturbed: object; readonly early: number }> {
  const calm = smallProject();
  const root = smallProject();
  const start = Date.now();
  const random = stream(seed, "kill");
  assert.equal((await flows(reproduce(calm))).code, 0);
  const duration = Date.now() - start;
  let early = 0;
  for (let k = 0; k < times; k++) {
    const child = startFlows(reproduce(root), root);
    const closed = once(child, "close");
    await pause(duration * (0.2 + 0.9 * random.uniform()));
    if (child.exitCode === null) early++;
    child.kill("SIGKILL");
    await closed;
    if (countWhole(root) === specFiles(projectAt(root)).length) forget(root);
  }
  const last = await flows(reproduce(root));
  assert.equal(last.code, 0, last.err);
  return { hashes: archiveHashes(root), undisturbed: archiveHashes(calm), early };
}
