/**
 * Folders that appear whole or not at all. The new content is written beside the folder and swapped in by two renames;
 * a process killed between them leaves a complete `.NAME.new`, which `recover` puts in place.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Files } from "./runs.js";

const beside = (folder: string, what: "writing" | "new" | "old"): string =>
  join(dirname(folder), `.${basename(folder)}.${what}`);

const remove = (path: string): void => rmSync(path, { recursive: true, force: true });

/** Finishes what a killed process left: a complete new folder takes its place, an incomplete one is thrown away. */
export function recover(folder: string): void {
  remove(beside(folder, "writing"));
  if (existsSync(beside(folder, "new"))) swapIn(folder);
  remove(beside(folder, "old"));
}

/** Recovers every folder below `root` that a killed process may have left half replaced. */
export function recoverAll(root: string): void {
  if (!existsSync(root)) return;
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    const leftover = /^\.(.+)\.(writing|new|old)$/.exec(entry.name);
    if (leftover) recover(join(root, leftover[1]));
    else if (entry.isDirectory()) recoverAll(join(root, entry.name));
  }
}

function swapIn(folder: string): void {
  remove(beside(folder, "old"));
  if (existsSync(folder)) renameSync(folder, beside(folder, "old"));
  renameSync(beside(folder, "new"), folder);
}

/** Replaces `folder` by these files (names may contain `/`). One process at a time. */
export function writeFolder(folder: string, files: Files): void {
  recover(folder);
  for (const [name, bytes] of files) {
    const path = join(beside(folder, "writing"), name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  renameSync(beside(folder, "writing"), beside(folder, "new"));
  recover(folder);
}
