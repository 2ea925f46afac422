/**
 * What was computed last, so that `why` can say what has changed since. Lives in the cache: losing it loses an
 * explanation, no result.
 */
import { join } from "node:path";
import { readArchive } from "../archive.js";
import { readText, writeWhole } from "../disk.js";
import { canonical } from "../json.js";
import { isCached } from "./cache.js";
import { type CodeParts, changedParts } from "./code-version.js";
import { type Prepared, unitFolder } from "./prepare.js";
import { type Project, resultFolder } from "./project.js";

interface Past {
  readonly spec: unknown;
  readonly data: Readonly<Record<string, string>>;
  readonly code: CodeParts;
}

const fileOf = (project: Project, path: string): string => join(project.cache, "last", `${path}.json`);

/** Notes what an experiment was computed from. */
export function remember(project: Project, { path, spec, data, code }: Prepared): void {
  const past: Past = { spec, data, code: code.parts };
  writeWhole(fileOf(project, path), canonical(past));
}

function recall(project: Project, path: string): Past | undefined {
  try {
    return JSON.parse(readText(fileOf(project, path))) as Past;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === "object";

const escape = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");

/** The JSON pointers at which two values part: the deepest places that explain the difference. */
export function changedPointers(was: unknown, now: unknown, pointer = ""): readonly string[] {
  if (!isObject(was) || !isObject(now) || Array.isArray(was) !== Array.isArray(now))
    return Object.is(was, now) ? [] : [pointer];
  const keys = [...new Set([...Object.keys(was), ...Object.keys(now)])];
  return keys.flatMap(key => changedPointers(was[key], now[key], `${pointer}/${escape(key)}`));
}

/** What would be run again by `reproduce`, and because of what; nothing is run. */
export interface Reasons {
  readonly archive: string;
  /** Units without a result in the cache. */
  readonly open: readonly string[];
  readonly units: number;
  readonly because: readonly string[];
}

const list = (what: string, names: readonly string[]): readonly string[] =>
  names.length === 0 ? [] : [`${what}: ${names.join(", ")}`];

/**
 * Changes since the units were last computed here, or since they were archived where this clone never computed them.
 */
function changes(project: Project, { path, spec, data, code }: Prepared): readonly string[] {
  const past = recall(project, path);
  if (past)
    return [
      ...list("spec changed", changedPointers(past.spec, spec)),
      ...list("data changed", changedPointers(past.data, data)),
      ...list("code changed", changedParts(past.code, code.parts)),
    ];
  const archive = readArchive(resultFolder(project, path), path);
  const since =
    archive.state === "whole"
      ? list("spec changed since it was archived", changedPointers(archive.result.spec, spec))
      : [];
  return ["never run in this clone", ...since];
}

function archiveLine(project: Project, path: string): string {
  const archive = readArchive(resultFolder(project, path), path);
  return archive.state === "damaged" ? `damaged: ${archive.problems.join("; ")}` : archive.state;
}

/** The units of an experiment that `reproduce` would compute, and why. */
export function reasonsFor(project: Project, prepared: Prepared): Reasons {
  const open = prepared.work.filter(({ key }) => !isCached(unitFolder(project), key)).map(({ name }) => name);
  const because = open.length > 0 ? changes(project, prepared) : [];
  return { archive: archiveLine(project, prepared.path), open, units: prepared.work.length, because };
}
