import { isRefusal, reasonOf } from "../../arithmetic/refusal.js";
import { isFormulaError } from "../language/formula/tree.js";
import { failure } from "../tasks/attempt.js";
import { systemSentence } from "./system-errors.js";

/** What an error means to the user, in one sentence. */
export interface Explanation {
  /** Whether the user can mend it: a refusal, or something that the operating system refuses. */
  readonly refused: boolean;
  readonly reason: string;
}

/**
 * A refusal, a formula about what no run has left, an error of the operating system, or a mistake of this program with
 * the place in its code.
 */
export function explain(error: unknown): Explanation {
  if (isRefusal(error)) return { refused: true, reason: reasonOf(error) };
  if (isFormulaError(error)) return { refused: true, reason: error.message };
  const sentence = systemSentence(error);
  if (sentence !== undefined) return { refused: true, reason: sentence };
  const missing = /^Cannot find (?:package|module) '([^']+)'/.exec(error instanceof Error ? error.message : "")?.[1];
  if (missing !== undefined)
    return { refused: true, reason: `the package ${missing} is missing: \`npm install ${missing}\`` };
  return { refused: false, reason: failure(error instanceof Error ? error : new Error(String(error))) };
}
