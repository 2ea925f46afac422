import assert from "node:assert/strict";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readArchive } from "../../lib/experiments/archive/archive.js";
import { recoverAll } from "../../lib/experiments/archive/folder.js";
import { specFiles, projectAt, resultFolder } from "../../lib/experiments/archive/work/project.js";
import { stream } from "../../lib/arithmetic/random.js";
import { archiveHashes, flowsAlone, smallProject, startFlows } from "./fixtures.js";

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
 * Kills `reproduce` (SIGKILL) `times` times, each at a random moment of its duration, beginning anew whenever it had
 * finished, and checks the archive after each kill; then runs it once more. Returns the hashes of that archive and of
 * one that was never disturbed.
 */
export async function killRandomly(
  times: number,
  seed: number,
): Promise<{ readonly hashes: object; readonly undisturbed: object }> {
  const calm = smallProject();
  const root = smallProject();
  const random = stream(seed, "kill");
  const start = performance.now();
  assert.equal((await flowsAlone(reproduce(calm))).code, 0);
  const duration = performance.now() - start;
  for (let kills = 0; kills < times;) {
    const child = startFlows(reproduce(root), root);
    const closed = once(child, "close");
    await Promise.race([closed, pause(duration * random.uniform())]);
    if (child.exitCode === null) kills++;
    child.kill("SIGKILL");
    await closed;
    if (countWhole(root) === specFiles(projectAt(root)).length) forget(root);
  }
  const last = await flowsAlone(reproduce(root));
  assert.equal(last.code, 0, last.err);
  return { hashes: archiveHashes(root), undisturbed: archiveHashes(calm) };
}
