import { refuse } from "../../../arithmetic/refusal.js";

/** Largest data file: 64 MiB hold eight million numbers in binary. */
const MAX_BYTES: number = 64 * 1024 * 1024;
/** Most numbers that one table may have. */
export const MAX_NUMBERS = 8_000_000;

/** Refuses with the file's name in front, and the line where there is one. */
export const refuseFile = (path: string, reason: string, line?: number): never =>
  refuse(`${path}${line === undefined ? "" : `, line ${line}`}: ${reason}`);

export function checkSize(path: string, bytes: Uint8Array): void {
  if (bytes.length === 0) refuseFile(path, "the file is empty");
  if (bytes.length > MAX_BYTES)
    refuseFile(path, `${bytes.length} bytes are more than the ${MAX_BYTES} that a data file may have`);
}

export function checkCount(path: string, numbers: number): void {
  if (numbers > MAX_NUMBERS)
    refuseFile(path, `${numbers} numbers are more than the ${MAX_NUMBERS} that a table may have`);
}

/** x1, x2, … */
export const defaultColumns = (n: number): readonly string[] => Array.from({ length: n }, (_, i) => `x${i + 1}`);

const LONGEST = 40;
const MOST = 20;

/** What stands in a file, in quotes and shortened, so that no message is longer than a few lines. */
export const quoted = (cell: string): string =>
  cell.length > LONGEST ? `${JSON.stringify(cell.slice(0, LONGEST))}…` : JSON.stringify(cell);

/** The first of these names. */
export const listed = (names: readonly string[]): string =>
  names.length > MOST
    ? `${names.slice(0, MOST).map(quoted).join(", ")} … (${names.length} in all)`
    : names.map(quoted).join(", ");
