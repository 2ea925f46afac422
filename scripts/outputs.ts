/** Where results and figures of one's own go, and what is never replaced there. */
import { existsSync, lstatSync, readdirSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { refuse } from "../lib/arithmetic/refusal.js";
import { lossesIn } from "../lib/experiments/archive/archive.js";
import { readBytes, readJson, writeWhole } from "../lib/experiments/archive/disk.js";
import { probeFolder, recover } from "../lib/experiments/archive/folder.js";
import { sha256 } from "../lib/experiments/archive/hash.js";
import { isOwnFile, listed } from "../lib/experiments/archive/own.js";
import { type Signable, sign } from "../lib/experiments/archive/signature.js";

/** The path behind links, also where its last parts do not exist yet. */
function realPath(path: string): string {
  if (existsSync(path) || path === dirname(path)) return realpathSync(path);
  return join(realPath(dirname(path)), basename(path));
}

const parents = (path: string): readonly string[] => (path === dirname(path) ? [] : [path, ...parents(dirname(path))]);

/** The archive of a project that a folder lies in: `results` beside `experiments`. */
const archiveAround = (folder: string): string | undefined =>
  parents(realPath(folder)).find(
    parent => basename(parent) === "results" && existsSync(join(dirname(parent), "experiments")),
  );

const shown = (path: string): string => relative(process.cwd(), path) || ".";

/**
 * Refuses, before anything is computed, a folder that cannot take the results of the experiment `id`: one in the
 * archive of a project, one with other files in it, one with files of this id that were changed since, one that cannot
 * be written.
 */
export function refuseFolder(folder: string, id: string): void {
  const archive = archiveAround(folder);
  if (archive !== undefined)
    refuse(
      `${shown(folder)} lies in the archive ${shown(archive)}, which only \`flows reproduce\` writes; ` +
        "give another --out",
    );
  if (existsSync(folder)) {
    recover(folder);
    const losses = lossesIn(folder, id);
    if (losses.length > 0)
      refuse(
        `${shown(folder)} holds files that are not results of "${id}" as flows wrote them and would be lost: ` +
          `${listed(losses)}; ` +
          "give another --out, or move them away",
      );
    const content = readdirSync(folder);
    if (content.length > 0 && !content.includes("manifest.json"))
      refuse(`${shown(folder)} holds other files: ${listed(content)}; give --out a folder that is empty or new`);
  }
  probeFolder(folder);
}

/** Refuses folders that two of the experiments would share. */
export function refuseShared(folders: readonly string[]): void {
  const twice = folders.find((folder, i) => folders.indexOf(folder) < i);
  if (twice !== undefined)
    refuse(`two of the specs would write into ${shown(twice)}: give them different ids or folders`);
}

/**
 * Refuses a file unless it may be written for the experiment `id`: it is new, or a figure of this experiment as it was
 * drawn.
 */
export function refuseFile(file: string, id: string, bytes?: Uint8Array): void {
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return;
  if (!isOwnFile(file, id, bytes))
    refuse(
      `${shown(file)} exists and is no figure of "${id}" as flows drew it: it would be lost; ` +
        "give another name, or move it away",
    );
}

/** Writes what was drawn for an experiment, signed so that only the next drawing may replace it. */
export function writeSigned(path: string, form: Signable, bytes: Uint8Array, id: string): void {
  const signed = sign(form, bytes, id);
  refuseFile(path, id, signed);
  writeWhole(path, signed);
}

type Content = Uint8Array | string;

/** File -> SHA-256 of what was written into a folder, there. */
const LEDGER = ".flows-wrote.json";

/** Of the files that are to be written into a folder, those that would replace one that is not as it was written. */
export function foreignIn(folder: string, files: ReadonlyMap<string, Content>): readonly string[] {
  const [written = {}] = readJson<Readonly<Record<string, unknown>>>(join(folder, LEDGER));
  return [...files].flatMap(([name, content]) => {
    const path = join(folder, name);
    const there = lstatSync(path, { throwIfNoEntry: false });
    const isOurs = there === undefined || [sha256(content), written[name]].includes(sha256(readBytes(path)));
    return isOurs ? [] : [name];
  });
}

/** Writes files into a folder and notes them there; one that stays as it is keeps its time. */
export function writeNoted(folder: string, files: ReadonlyMap<string, Content>): void {
  const ledger = join(folder, LEDGER);
  const [written = {}] = readJson<Readonly<Record<string, unknown>>>(ledger);
  for (const [name, content] of files) {
    const path = join(folder, name);
    if (!existsSync(path) || sha256(readBytes(path)) !== sha256(content)) writeWhole(path, content);
  }
  const hashes = Array.from(files, ([name, content]) => [name, sha256(content)]);
  writeWhole(ledger, JSON.stringify({ ...written, ...Object.fromEntries(hashes) }, null, 1));
}

/** Writes files into a folder that others may use too: refuses, before the first of them, where one would be lost. */
export function writeBeside(folder: string, files: ReadonlyMap<string, Content>): void {
  const losses = foreignIn(folder, files);
  if (losses.length > 0)
    refuse(
      `${shown(folder)} holds files that are not as flows wrote them and would be lost: ${listed(losses)}; ` +
        "give another -o, or move them away",
    );
  writeNoted(folder, files);
}
