import { refuseFile } from "./limits.js";

/** The file as UTF-8 text without a byte order mark; refused where the bytes are not UTF-8. */
export function textOf(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuseFile(path, "not UTF-8 text");
  }
}
