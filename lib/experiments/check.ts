import { refuse } from "../arithmetic/refusal.js";
import { type Defaults, completed } from "./language/completed.js";
import type { Json } from "./language/pointer.js";
import { profiled, unprofiled } from "./language/profiles.js";
import type { Experiment } from "./language/types.generated.js";
import { type Problem, checkExperiment } from "./language/validate.js";
import { type Surroundings, checkOptions } from "./surroundings.js";

/** A spec as it is written in code: what an archived one needs beyond runs may be left out, and is filled in. */
export type Draft = { readonly [K in keyof Experiment]?: Experiment[K] } | { readonly [name: string]: unknown };

/** What a spec is called that does not say it. */
const UNNAMED: Defaults = { id: "experiment", title: "An experiment", illustrates: [] };

interface Checked {
  readonly spec: Json;
  readonly problems: readonly Problem[];
}

/** Under what name problems are listed, and what the id must agree with. */
const fileOf = (spec: Json, { id }: Defaults): string => {
  const own = spec !== null && typeof spec === "object" ? (spec as { readonly id?: Json }).id : undefined;
  return `${typeof own === "string" ? own : id}.json`;
};

/** The draft as a file would hold it: numbers keep their bits, what has no place in JSON is left out or null. */
function asJson(draft: unknown): Json {
  try {
    return JSON.parse(JSON.stringify(draft) ?? "null") as Json;
  } catch (error) {
    return refuse(`the spec is not JSON: ${(error as Error).message.split("\n")[0]}`);
  }
}

function checkDraft(draft: unknown, surroundings: Surroundings, defaults: Defaults, build: boolean): Checked {
  const spec = completed(asJson(draft), defaults);
  return { spec, problems: checkExperiment(spec, checkOptions(fileOf(spec, defaults), surroundings, build)) };
}

/**
 * Everything that is wrong with a spec in memory, as `flows check` says it of a file: each problem at the JSON pointer
 * where the hand must go. [] means that all runs can begin: every one is built, none is computed. Of a spec only `runs`
 * is needed. Refuses what cannot be written as JSON.
 *
 * ```ts
 * const [problem] = experiments.check({ runs: { flow: { task: "flwo" } } });
 * const where: string = problem.pointer; // "/runs/flow/task"
 * ```
 */
export const check = (draft: Draft, surroundings: Surroundings = {}): readonly Problem[] =>
  checkDraft(draft, surroundings, UNNAMED, true).problems;

/** The same without building a run: what is wrong with the words alone. */
export const checkWords = (draft: Draft, surroundings: Surroundings): readonly Problem[] =>
  checkDraft(draft, surroundings, UNNAMED, false).problems;

const sentence = ({ pointer, message }: Problem): string => `${pointer === "" ? "the spec" : pointer} ${message}`;

/** Refuses with all the problems at once, if there are any. */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) refuse(["the spec has mistakes:", ...problems.map(sentence)].join("\n  "));
}

/** What is asked of a draft beside what the checker says of its words. */
interface Asked extends Surroundings {
  readonly profile?: string;
  /** Whether every run is built, so that one which would be refused is a mistake; default: it is only read. */
  readonly build?: boolean;
}

/**
 * The experiment that a draft means, complete and checked, in one of its profiles where that is asked for. Refuses with
 * all mistakes at once.
 */
export function experimentOf(
  draft: Draft,
  { profile, build = false, ...surroundings }: Asked,
  defaults: Defaults = UNNAMED,
): Experiment {
  const { spec, problems } = checkDraft(draft, surroundings, defaults, build);
  refuseProblems(problems);
  const experiment = spec as unknown as Experiment;
  return profile === undefined ? unprofiled(experiment) : profiled(experiment, profile);
}
