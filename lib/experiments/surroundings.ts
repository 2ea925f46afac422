import { isRefusal, reasonOf, refuse } from "../arithmetic/refusal.js";
import type { CheckOptions } from "./language/validate.js";
import { memoryEstimate, sizesFrom } from "./tasks/estimate.js";
import { admissionOf } from "./tasks/admission.js";
import type { RunContext } from "./tasks/task.js";

/** What a spec may ask of its surroundings; without it, nothing. */
export interface Surroundings {
  /** The bytes of a data file that the spec names. Throws where there is none to be read. Default: none can be read. */
  files?(path: string): Uint8Array;
  /** Ids of the statements that it may illustrate. Default: any. */
  readonly statements?: readonly string[];
}

const NO_FILES = "cannot be read: files are read only by `files`, which was not given";

/** The reader of data files that a run asks: whatever is thrown is a refusal that names the file. */
export const readerOf =
  ({ files }: Surroundings): RunContext["readFile"] =>
  path => {
    if (files === undefined) return refuse(`${path} ${NO_FILES}`);
    try {
      return files(path);
    } catch (error) {
      return refuse(isRefusal(error) ? reasonOf(error) : `${path} cannot be read: ${(error as Error).message}`);
    }
  };

/**
 * What the checker is told of the surroundings of a spec; with `build`, every unit is built as if it were to be run.
 */
export function checkOptions(file: string, surroundings: Surroundings, build: boolean): CheckOptions {
  const read = readerOf(surroundings);
  const readable = (path: string): true | string => {
    try {
      read(path);
      return true;
    } catch (error) {
      return reasonOf(error as Error);
    }
  };
  const { statements } = surroundings;
  const sizeOf = sizesFrom(read);
  return {
    file,
    readable,
    estimate: task => memoryEstimate(task, sizeOf),
    ...(statements && { statements }),
    ...(build && { admit: admissionOf(read) }),
  };
}
