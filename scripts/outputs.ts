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

/** File -> SHA-256 of what was written into a folder, there. */
const LEDGER = ".flows-wrote.json";

/**
 * Writes texts into a folder that others may use too. Refuses, before the first of them, to replace a file that is not
 * as it was written here; one that stays as it is is not touched, since a newer file is a reason to start a job again.
 */
export function writeTexts(folder: string, texts: Readonly<Record<string, string>>): void {
  const ledger = join(folder, LEDGER);
  const [written = {}] = readJson<Readonly<Record<string, unknown>>>(ledger);
  const hashThere = (name: string): string => sha256(readBytes(join(folder, name)));
  const hashes = Object.entries(texts).map(([name, text]) => [name, sha256(text)] as const);
  const there = hashes.filter(([name]) => lstatSync(join(folder, name), { throwIfNoEntry: false }) !== undefined);
  const losses = there.flatMap(([name, hash]) => ([hash, written[name]].includes(hashThere(name)) ? [] : [name]));
  if (losses.length > 0)
    refuse(
      `${shown(folder)} holds files that are not as flows wrote them and would be lost: ${listed(losses)}; ` +
        "give another -o, or move them away",
    );
  for (const [name, hash] of hashes)
    if (!there.some(([kept]) => kept === name) || hashThere(name) !== hash) writeWhole(join(folder, name), texts[name]);
  writeWhole(ledger, JSON.stringify({ ...written, ...Object.fromEntries(hashes) }, null, 1));
}
