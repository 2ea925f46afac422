/**
 * What a command may replace: files that it wrote itself, for the same experiment, and that nobody has changed since.
 */
import { existsSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Manifest } from "./manifest-record.js";
import { filesBelow, readBytes } from "./disk.js";
import { sha256 } from "./hash.js";
import { signerOf } from "./signature.js";

/** Whether a file is a picture or page that was written for this experiment, or has these bytes already. */
export function isOwnFile(path: string, id: string, bytes?: Uint8Array): boolean {
  if (!statSync(path).isFile()) return false;
  const there = readBytes(path);
  return (bytes !== undefined && there.equals(bytes)) || signerOf(there) === id;
}

/** All files at and below these entries of a folder, relative to it. */
export const filesAt = (folder: string, entries: readonly string[]): readonly string[] =>
  entries
    .map(name => join(folder, name))
    .filter(existsSync)
    .flatMap(path => (statSync(path).isDirectory() ? filesBelow(path) : [path]))
    .map(path => relative(folder, path).split(sep).join("/"));

/** Whether a file of an archive is one that its manifest names, with the bytes that it names. */
export const isNamed = (folder: string, name: string, { files }: Manifest): boolean =>
  Object.hasOwn(files, name) && sha256(readBytes(join(folder, name))) === files[name];

const MOST = 5;

/** "a.txt, b.txt and 3 more". */
export function listed(names: readonly string[]): string {
  const rest = names.length - MOST;
  return names.slice(0, MOST).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
