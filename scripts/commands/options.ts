import { defaultJobs } from "../../lib/results/work/pool.js";
import { refuse } from "../../lib/refusal.js";

/** Options that several commands share. */
export const onlyOption = { type: "string", describe: "experiments whose path fits this glob: \"paper/*\", \"**/mmd-*\"" } as const;

const threads = (jobs: number): number =>
  Number.isInteger(jobs) && jobs >= 1 && jobs <= 256 ? jobs : refuse(`--jobs ${jobs} must be an integer from 1 to 256`);

export const jobsOption: { readonly type: "number"; readonly default: number; readonly describe: string; readonly coerce: typeof threads } =
  { type: "number", default: defaultJobs, describe: "threads; the numbers do not depend on it", coerce: threads };

export const jsonOption = { type: "boolean", default: false, describe: "for programs" } as const;
