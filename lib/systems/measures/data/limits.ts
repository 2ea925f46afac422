import { refuse } from "../../../arithmetic/refusal.js";

/** Largest data file: 64 MiB hold eight million numbers in binary. */
export const MAX_BYTES: number = 64 * 1024 * 1024;
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
