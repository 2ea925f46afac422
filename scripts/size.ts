import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "../lib/experiments/archive/work/project.js";
import { note } from "./terminal/print.js";

/** What is committed of the results stays below this many bytes. */
const LARGEST_ARCHIVE = 30 * 10 ** 6;

/** Numbers are committed; pages and pictures are made from them. */
const COMMITTED = /\.(json|npy)$/;

const sizeOf = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? sizeOf(path) : COMMITTED.test(entry.name) ? statSync(path).size : 0);
  }, 0);

/** Whether the archive is small enough to be committed; says so if it is not. */
export function checkSize(project: Project): boolean {
  const size = sizeOf(project.results);
  if (size > LARGEST_ARCHIVE)
    note(
      `results/ holds ${(size / 1e6).toFixed(1)} MB, more than ${LARGEST_ARCHIVE / 1e6} MB: record less, or less often`,
    );
  return size <= LARGEST_ARCHIVE;
}
