/** Reading and writing files: whole or not at all, with the path in every error of the operating system. */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { threadId } from "node:worker_threads";
import { naming } from "./system-errors.js";

/** The bytes of a file. */
export const readBytes = (path: string): Buffer => naming(path, () => readFileSync(path));

/** The bytes of a file that another process may remove at any time; undefined where it is not there (any more). */
export function bytesIfThere(path: string): Buffer | undefined {
  try {
    return readBytes(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** The text of a file. */
export const readText = (path: string): string => readBytes(path).toString("utf8");

/**
 * Makes a folder and those above it that are missing; the first that was made, if any was. Node's own recursion tries
 * for ever where the system says of a folder that is there that it is not, as in `/proc`.
 */
export function makeFolder(path: string): string | undefined {
  const above = dirname(path);
  const first = existsSync(above) ? undefined : makeFolder(above);
  try {
    mkdirSync(path);
    return first ?? path;
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return first;
    throw error;
  }
}

/** Writes a file, and the folders above it; whatever happens meanwhile, it is the old one or the new one. */
export function writeWhole(path: string, bytes: Uint8Array | string): void {
  const aside = `${path}.${process.pid}-${threadId}.tmp`;
  try {
    makeFolder(dirname(path));
    writeFileSync(aside, bytes);
    renameSync(aside, path);
  } catch (error) {
    if (existsSync(aside)) rmSync(aside);
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  }
}

/** All files in a folder and below; none where there is no folder. Links to folders are not followed. */
export const filesBelow = (folder: string): readonly string[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? filesBelow(path) : [path];
      });

/** The JSON in a file that another process may write or remove: in a list, which is empty where there is none. */
export function readJson<T>(path: string): readonly T[] {
  try {
    return [JSON.parse(readText(path)) as T];
  } catch {
    return [];
  }
}
