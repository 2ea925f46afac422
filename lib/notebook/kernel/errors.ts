import { relative } from "node:path";
import { inspect } from "node:util";
import { isRefusal, reasonOf } from "../../arithmetic/refusal.js";
import { packageRoot } from "../../experiments/archive/package-root.js";
import type { Compiler } from "./tslab.js";

/** Why a cell failed, as the protocol wants it. */
export interface CellError {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

/** A complaint of the compiler; line and column from 1. */
export interface Complaint {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** An error without a trace. */
export const errorOf = (ename: string, evalue: string): CellError => ({
  ename,
  evalue,
  traceback: [`${ename}: ${evalue}`],
});

export const INTERRUPTED: CellError = errorOf("Interrupted", "stopped by the user");

/** The name of the script of the cell with this number, and back. */
export const scriptName = (count: number): string => `cell-${count}`;
const NAME = /cell-(\d+)/;

const CELL = "cell [";
const place = (count: number | string, line: number): string => `${CELL}${count}], line ${line}`;

/** The line of the source with a mark below the column. */
const quoted = (source: string, line: number, column: number): readonly string[] => {
  const text = source.split("\n")[line - 1];
  return text === undefined ? [] : [`    ${text}`, `    ${" ".repeat(Math.max(0, column - 1))}^`];
};

/** What to do where the compiler's own words do not say it. */
const advised = (message: string): string =>
  message.endsWith("cannot be named.") ? `${message} Give it a type, or write \`import … from …\`.` : message;

/** What the compiler says of a cell. */
export function compileError(count: number, source: string, complaints: readonly Complaint[]): CellError {
  const lines = complaints.flatMap(({ line, column, message }) => [
    `${place(count, line)}: ${advised(message)}`,
    ...quoted(source, line, column),
  ]);
  return {
    ename: "TypeScriptError",
    evalue: advised(complaints[0].message),
    traceback: [`TypeScriptError: the cell was not run`, ...lines],
  };
}

const FRAME = /^\s*at (?:(.*?) \()?(.*?):(\d+):(\d+)\)?$/;
const FOREIGN = /^node:|[\\/]node_modules[\\/]|^<anonymous>$/;

/**
 * A line of a stack trace: of a cell by its line there, of this package by its file; nothing of the machinery between.
 */
function frameOf(text: string, origin: Compiler["origin"]): readonly string[] {
  const [, caller, file, line, column] = FRAME.exec(text) ?? [];
  if (file === undefined || FOREIGN.test(file)) return [];
  const by = caller === undefined || caller === "eval" ? "" : `${caller.replace(/^async |\bProxy\./g, "")}, `;
  const cell = NAME.exec(file)?.[1];
  if (cell === undefined) {
    const path = relative(packageRoot, file.replace(/^file:\/\//, ""));
    return path.startsWith("dist/lib/notebook/kernel") ? [] : [`    at ${by}${path}:${line}`];
  }
  const found = origin(file, Number(line) - 1, Number(column) - 1);
  return found ? [`    at ${by}${place(cell, found.line + 1)}`] : [];
}

const isInterruption = (thrown: unknown): boolean =>
  (thrown as { readonly code?: unknown } | null)?.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED";

/** What was thrown, with a trace in lines of the cells, and for a refusal in those only. Anything can be thrown. */
export function runtimeError(thrown: unknown, origin: Compiler["origin"]): CellError {
  try {
    if (isInterruption(thrown)) return INTERRUPTED;
    return thrown instanceof Error ? describe(thrown, origin) : errorOf("Thrown", textOf(thrown));
  } catch {
    return errorOf("Thrown", "a value that cannot be shown");
  }
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : inspect(value));

function describe(thrown: Error, origin: Compiler["origin"]): CellError {
  const refused: boolean = isRefusal(thrown);
  const ename = refused ? "Refused" : textOf(thrown.name);
  const evalue = refused ? reasonOf(thrown) : textOf(thrown.message);
  const trace = textOf(thrown.stack ?? "")
    .split("\n")
    .flatMap(line => frameOf(line, origin))
    .filter((frame, i, all) => frame !== all[i - 1]);
  const frames = refused ? trace.filter(frame => frame.includes(CELL)) : trace;
  return { ename, evalue, traceback: [`${ename}: ${evalue}`, ...frames] };
}
