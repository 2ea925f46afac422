import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ExperimentResult } from "../language/result.js";
import type { Experiment } from "../language/types.generated.js";
import { readBytes, readText } from "./disk.js";
import { writeFolder } from "./folder.js";
import { sha256 } from "./hash.js";
import { readable } from "./json.js";
import { digestOf, manifestOf, manifestOfJson } from "./manifest.js";
import { filesAt, isNamed, isOwnFile } from "./own.js";
import { type Files, filesOfRun, runOfFiles } from "./runs.js";
import { systemSentence } from "./system-errors.js";
import type { Manifest } from "./manifest-record.js";

/** An archived experiment, or why there is none that can be trusted. */
export type Archive =
  | { readonly state: "missing" }
  | { readonly state: "damaged"; readonly problems: readonly string[] }
  | { readonly state: "whole"; readonly manifest: Manifest; readonly result: ExperimentResult };

const SPEC = "spec.json";
const MANIFEST = "manifest.json";
const RUNS = "runs";
const FIGURES = "figures";

/** What is replaced when an archive is. */
const ENTRIES = [SPEC, MANIFEST, RUNS, FIGURES] as const;

/** The part of `files` below a folder, with names relative to it; and the other way round. */
const below = (files: Files, prefix: string): Files =>
  new Map(
    [...files].filter(([name]) => name.startsWith(prefix)).map(([name, bytes]) => [name.slice(prefix.length), bytes]),
  );
const into = (prefix: string, files: Files): Files =>
  new Map([...files].map(([name, bytes]) => [prefix + name, bytes]));

/** The files of a result but for the manifest: the spec and the runs. */
function filesOf(result: ExperimentResult): Files {
  const runs = Object.entries(result.runs).flatMap(([name, run]) => [...into(`${RUNS}/`, filesOfRun(name, run))]);
  return new Map([[SPEC, Buffer.from(readable(result.spec))], ...runs]);
}

/** Everything to be archived of a result: its manifest, and all files with the manifest last. */
export function pack(
  result: ExperimentResult,
  data: Readonly<Record<string, string>>,
  provenance: Manifest["provenance"],
): { readonly manifest: Manifest; readonly files: Files } {
  const files = filesOf(result);
  const manifest = manifestOf(result, files, data, provenance);
  return { manifest, files: new Map([...files, [MANIFEST, Buffer.from(readable(manifest))]]) };
}

/**
 * Replaces the archive in `folder`, whose pictures go with it; a process killed meanwhile leaves the old or the new
 * one, never a part.
 */
export const writeArchive = (folder: string, files: Files): void =>
  writeFolder(folder, files, existsSync(join(folder, FIGURES)) ? [FIGURES] : []);

/** What is wrong with a file that cannot be read, whatever the reason. */
const unreadable = (name: string, error: unknown): string =>
  `${name} cannot be read: ${systemSentence(error) ?? (error as Error).message}`;

function readManifest(folder: string): Manifest | string {
  if (!existsSync(join(folder, MANIFEST))) return `${MANIFEST} is missing`;
  try {
    const manifest = manifestOfJson(readText(join(folder, MANIFEST)));
    return digestOf(manifest) === manifest.digest
      ? manifest
      : `${MANIFEST} is damaged: its digest does not fit its content`;
  } catch (error) {
    return unreadable(MANIFEST, error);
  }
}

/** Whether a name in a manifest leads to a file below the archive's folder. */
const isBelow = (name: string): boolean =>
  !name.includes(":") && name.split(/[\\/]/).every(part => part !== "" && part !== "." && part !== "..");

/** Names of the files that an archive consists of, as far as they can be told without its manifest. */
const NUMBERS = /^(?:spec|manifest)\.json$|^runs\/[^/]+\.(?:json|npy)$/;

/** Names of what is drawn beside it. */
const PICTURES = /^figures\/[^/]+\.(?:html|svg|png)$/;

/**
 * Files in `folder` that an archive of the experiment `id` would replace though they belong to something else: to an
 * archive of another experiment, or to nobody that we know.
 */
export function strangersIn(folder: string, id: string): readonly string[] {
  const manifest = readManifest(folder);
  const isKnown = (name: string): boolean =>
    typeof manifest === "string"
      ? NUMBERS.test(name)
      : manifest.id === id && (name === MANIFEST || Object.hasOwn(manifest.files, name));
  return filesAt(folder, ENTRIES).filter(name => !isKnown(name) && !PICTURES.test(name));
}

/**
 * Files in `folder` that results of the experiment `id` would replace and that are not as we wrote them for this
 * experiment: strangers, and what somebody has changed.
 */
export function lossesIn(folder: string, id: string): readonly string[] {
  const manifest = readManifest(folder);
  const isOwn = (name: string): boolean =>
    typeof manifest !== "string" &&
    manifest.id === id &&
    (name === MANIFEST || isNamed(folder, name, manifest) || isOwnFile(join(folder, name), id));
  return filesAt(folder, ENTRIES).filter(name => !isOwn(name));
}

/** The bytes of a file of the archive, or what is wrong with it. */
function readHashed(folder: string, name: string, hash: string): Uint8Array | string {
  if (!isBelow(name)) return `${JSON.stringify(name)} is no file of an archive`;
  const path = join(folder, name);
  if (!existsSync(path)) return `${name} is missing`;
  try {
    const bytes = readBytes(path);
    return sha256(bytes) === hash
      ? bytes
      : `${name} is damaged: SHA-256 ${sha256(bytes).slice(0, 12)}… instead of ${hash.slice(0, 12)}…`;
  } catch (error) {
    return unreadable(name, error);
  }
}

function unpack(path: string, manifest: Manifest, files: Files): ExperimentResult {
  const spec = JSON.parse(Buffer.from(files.get(SPEC)!).toString()) as Experiment;
  const stored = below(files, `${RUNS}/`);
  const names = [...stored.keys()].filter(name => name.endsWith(".json")).map(name => name.slice(0, -".json".length));
  return {
    path,
    spec,
    runs: Object.fromEntries(names.map(name => [name, runOfFiles(name, stored)])),
    claims: manifest.claims,
  };
}

/**
 * Reads the archive in `folder`; `path` names the experiment ("paper/mmd-flows"). Nothing whose hash is wrong is used.
 */
export function readArchive(folder: string, path: string): Archive {
  if (![MANIFEST, SPEC, RUNS].some(name => existsSync(join(folder, name)))) return { state: "missing" };
  const manifest = readManifest(folder);
  if (typeof manifest === "string") return { state: "damaged", problems: [manifest] };
  const read = Object.entries(manifest.files).map(([name, hash]) => [name, readHashed(folder, name, hash)] as const);
  const problems = read.map(([, bytes]) => bytes).filter(bytes => typeof bytes === "string");
  if (problems.length > 0) return { state: "damaged", problems };
  try {
    return { state: "whole", manifest, result: unpack(path, manifest, new Map(read as [string, Uint8Array][])) };
  } catch (error) {
    return { state: "damaged", problems: [unreadable("the archive", error)] };
  }
}
