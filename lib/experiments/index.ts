/** Whole specs in memory: what the command line does with files. */
export { type Draft, check } from "./check.js";
export { type RunOptions, run } from "./run.js";
export type { Surroundings } from "./surroundings.js";
export type { ClaimResult, ExperimentResult, RunArchive } from "./language/result.js";
export type { Problem } from "./language/validate.js";
