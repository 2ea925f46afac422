import { type CheckOptions, nameOf } from "./check/options.js";
import { presented } from "./check/presented.js";
import type { Finding, Problem } from "./check/problem.js";
import { checkProfiles } from "./check/profiles.js";
import { checkShape } from "./check/shape.js";
import { findingsOf } from "./check/stages.js";
import { readText } from "./check/text.js";
import { type Defaults, completed } from "./completed.js";
import type { Json } from "./pointer.js";
import type { Experiment } from "./types.generated.js";

export type { CheckOptions } from "./check/options.js";
export type { Problem } from "./check/problem.js";

const defaultsFor = (file: string): Defaults => ({ id: nameOf(file), title: nameOf(file), illustrates: [] });

const isEmpty = (value: unknown): boolean =>
  value === undefined || (typeof value === "object" && value !== null && Object.keys(value).length === 0);

/** A spec of which nothing is left but what is filled in: no run, and no claim of its own. */
function emptiness(json: Json): readonly Finding[] {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return [];
  const { runs, claims } = json as { readonly runs?: unknown; readonly claims?: unknown };
  return isEmpty(runs) && isEmpty(claims)
    ? [{ pointer: "/runs", message: "is missing: nothing is computed and nothing claimed; write at least one run" }]
    : [];
}

/**
 * Everything that is wrong with an experiment, at once: each problem at the JSON pointer where the hand must go, with
 * what is allowed and the nearest word. [] means that the spec can be run. Pure: reads no files, runs nothing, never
 * throws on any JSON.
 */
export function checkExperiment(draft: unknown, options: CheckOptions): readonly Problem[] {
  const json = completed(draft as Json, defaultsFor(options.file));
  const shape = [...checkShape(json), ...emptiness(json)];
  const readable = shape.every(({ instead }) => instead !== undefined);
  if (!readable) return presented(shape, options.file);
  const findings = findingsOf(json, shape, options);
  return presented([...findings, ...checkProfiles(json, findings, options)], options.file);
}

/**
 * The same for the text of a file, where all but the runs may be left out: syntax errors of JSON come with line and
 * column. `spec` is there, and complete, if nothing is wrong.
 */
export function checkText(
  text: string,
  options: CheckOptions,
): { readonly problems: readonly Problem[]; readonly spec?: Experiment } {
  const read = readText(text);
  if ("finding" in read) return { problems: presented([read.finding], options.file) };
  const json = completed(read.json, defaultsFor(options.file));
  const problems = checkExperiment(json, options);
  return problems.length > 0 ? { problems } : { problems, spec: json as unknown as Experiment };
}
