import { cut, printable } from "./printable.js";
import type { Finding, Problem } from "./problem.js";

/** Nobody reads more problems at once, or longer ones. */
const MOST = 100;
const LONGEST_POINTER = 300;
const LONGEST_MESSAGE = 1200;

/** Findings as a reader may see them: bounded in number and length, and nothing in them that a terminal obeys. */
export function presented(findings: readonly Finding[], file: string): readonly Problem[] {
  const first = findings.slice(0, MOST).map(({ pointer, message }) => ({
    file,
    pointer: printable(cut(pointer, LONGEST_POINTER)),
    message: printable(cut(message, LONGEST_MESSAGE)).replace(/\s*\n\s*/g, " "),
  }));
  const rest = findings.length - MOST;
  return rest > 0 ? [...first, { file, pointer: "", message: `and ${rest} more problems` }] : first;
}
