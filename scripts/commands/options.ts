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

type Coerce = (value: number) => number;

export const jobsOption: {
  readonly type: "number";
  readonly default: number;
  readonly describe: string;
  readonly coerce: Coerce;
} = {
  type: "number",
  default: defaultJobs,
  describe: "runs at a time; the numbers do not depend on it",
  coerce: count("jobs"),
};

export const threadsOption: { readonly type: "number"; readonly describe: string; readonly coerce: Coerce } = {
  type: "number",
  describe:
    "threads for the large kernel sums of each run (default: the cores that the jobs leave); the numbers do not depend on it",
  coerce: count("threads"),
};

export const refineOption: {
  readonly type: "number";
  readonly default: number;
  readonly describe: string;
  readonly coerce: Coerce;
} = {
  type: "number",
  default: 1,
  describe: "divide every step size by this and judge the claims anew",
  coerce: count("refine"),
};

export const reseedOption: { readonly type: "number"; readonly describe: string; readonly coerce: Coerce } = {
  type: "number",
  describe: "repeat this many times with other seeds and random states: which claims hold how often; writes no results",
  coerce: count("reseed"),
};

export const profileOption = {
  type: "string",
  describe: "the profile of the specs that is meant, such as `full`; its results lie apart",
} as const;

export const storeOption = {
  type: "string",
  describe: "folder of results of units (default: the one that `reproduce` uses); several machines may share it",
} as const;

export const jsonOption = { type: "boolean", default: false, describe: "for programs" } as const;
