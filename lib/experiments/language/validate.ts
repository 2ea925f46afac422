import type { CheckOptions } from "./check/options.js";
import { presented } from "./check/presented.js";
import type { Problem } from "./check/problem.js";
import { checkShape } from "./check/shape.js";
import { findingsOf } from "./check/stages.js";
import { readText } from "./check/text.js";
import type { Json } from "./pointer.js";
import type { Experiment } from "./types.generated.js";

export type { CheckOptions } from "./check/options.js";
export type { Problem } from "./check/problem.js";

/**
 * Everything that is wrong with an experiment, at once: each problem at the JSON pointer where the hand must go, with
 * what is allowed and
 * the nearest word. [] means that the spec can be run. Pure: reads no files, runs nothing, never throws on any JSON.
 */
export function checkExperiment(json: unknown, options: CheckOptions): readonly Problem[] {
  const shape = checkShape(json as Json);
  const readable = shape.every(({ instead }) => instead !== undefined);
  return presented(readable ? findingsOf(json as Json, shape, options) : shape, options.file);
}

/**
 * The same for the text of a file: syntax errors of JSON come with line and column. `spec` is there if nothing is
 * wrong.
 */
export function checkText(
  text: string,
  options: CheckOptions,
): { readonly problems: readonly Problem[]; readonly spec?: Experiment } {
  const read = readText(text);
  if ("finding" in read) return { problems: presented([read.finding], options.file) };
  const problems = checkExperiment(read.json, options);
  return problems.length > 0 ? { problems } : { problems, spec: read.json as unknown as Experiment };
}
