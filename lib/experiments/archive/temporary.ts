import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of its own below the system's temporary folder, for a test; it goes away with the process. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), "flows-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
