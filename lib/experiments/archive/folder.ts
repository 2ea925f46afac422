/**
 * Entries of a folder (files, and folders with all that is in them) that are replaced together or not at all; whatever
 * else is in the folder stays. The new ones are written into `.flows-writing`, which becomes `.flows-new` when it is
 * complete; from there they are moved to their places. A process killed meanwhile leaves one of the two: `recover`
 * throws away the first and finishes the second.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "./disk.js";
import type { Files } from "./runs.js";
import { naming } from "./system-errors.js";

const WRITING = ".flows-writing";
const NEW = ".flows-new";

const remove = (path: string): void => rmSync(path, { recursive: true, force: true });

/** Finishes what a killed process left of writing this folder. */
export function recover(folder: string): void {
  remove(join(folder, WRITING));
  if (existsSync(join(folder, NEW))) moveIn(folder);
}

/** Recovers every folder below `root` that a killed process may have left half replaced. */
export function recoverAll(root: string): void {
  if (!existsSync(root)) return;
  recover(root);
  for (const entry of readdirSync(root, { withFileTypes: true }))
    if (entry.isDirectory()) recoverAll(join(root, entry.name));
}

function moveIn(folder: string): void {
  for (const name of readdirSync(join(folder, NEW))) {
    remove(join(folder, name));
    renameSync(join(folder, NEW, name), join(folder, name));
  }
  rmdirSync(join(folder, NEW));
}

/**
 * Replaces entries of `folder` by these files (names may contain `/`), and others by empty folders. One process at a
 * time.
 */
export function writeFolder(folder: string, files: Files, emptied: readonly string[] = []): void {
  recover(folder);
  try {
    for (const name of emptied) makeFolder(join(folder, WRITING, name));
    for (const [name, bytes] of files) {
      const path = join(folder, WRITING, name);
      makeFolder(dirname(path));
      naming(join(folder, name), () => writeFileSync(path, bytes));
    }
    renameSync(join(folder, WRITING), join(folder, NEW));
  } catch (error) {
    remove(join(folder, WRITING));
    throw error;
  }
  recover(folder);
}

/** Makes the folder, and tries to write in it, so that what cannot be written is said before anything is computed. */
export function probeFolder(folder: string): void {
  const first = naming(folder, () => makeFolder(folder));
  try {
    naming(folder, () => mkdirSync(join(folder, WRITING)));
  } finally {
    remove(join(folder, WRITING));
    if (first !== undefined) removeEmpty(folder, first);
  }
}

/** Removes `folder` and the folders above it up to `first`, as long as they are empty. */
function removeEmpty(folder: string, first: string): void {
  rmdirSync(folder);
  if (folder !== first) removeEmpty(dirname(folder), first);
}
