import { renameSync, writeFileSync } from "node:fs";

/** Writes a file so that it is the old one or the new one, whatever happens meanwhile. */
export function replaceFile(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}
