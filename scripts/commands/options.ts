import { defaultJobs } from "../../lib/experiments/archive/work/compute-all.js";
import { refuse } from "../../lib/arithmetic/refusal.js";

/** Options that several commands share. */
export const onlyOption = {
  type: "string",
  array: true,
  describe: 'experiments whose path fits one of these globs: "paper/*", "**/mmd-*"',
} as const;

const count =
  (option: string) =>
  (value: number): number =>
    Number.isInteger(value) && value >= 1 && value <= 256
      ? value
      : refuse(`--${option}${Number.isNaN(value) ? "" : ` ${value}`} must be an integer from 1 to 256`);

/** An option that is a count. */
interface Count {
  readonly type: "number";
  readonly describe: string;
  readonly coerce: (value: number) => number;
}

const counted = (option: string, describe: string): Count => ({ type: "number", describe, coerce: count(option) });

export const jobsOption: Count & { readonly default: number } = {
  ...counted("jobs", "runs at a time; the numbers do not depend on it"),
  default: defaultJobs,
};

export const threadsOption: Count = counted(
  "threads",
  "threads for the large kernel sums of each run (default: the cores that the jobs leave); " +
    "the numbers do not depend on it",
);

export const refineOption: Count & { readonly default: number } = {
  ...counted("refine", "divide every step size by this and judge the claims anew"),
  default: 1,
};

export const reseedOption: Count = counted(
  "reseed",
  "repeat this many times with other seeds and random states: which claims hold how often; writes no results",
);

export const profileOption = {
  type: "string",
  describe: "the profile of the specs that is meant, such as `full`; its results lie apart",
} as const;

export const storeOption = {
  type: "string",
  describe: "folder of results of units (default: the one that `reproduce` uses); several machines may share it",
} as const;

export const jsonOption = { type: "boolean", default: false, describe: "for programs" } as const;
