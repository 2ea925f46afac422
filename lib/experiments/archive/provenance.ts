import { readFileSync } from "node:fs";
import { arch, platform } from "node:os";
import { join } from "node:path";
import type { Manifest } from "./manifest-record.js";

/** The version of the package in a folder. */
export const versionOf = (root: string): string =>
  (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version;

/**
 * Where, when and with what a result was made, and how many seconds its units took together if that is known: for
 * people; nothing of it is hashed or compared.
 */
export function provenanceOf(root: string, code: string, seconds: number | undefined): Manifest["provenance"] {
  return {
    written: new Date().toISOString(),
    ...(seconds !== undefined && { seconds: Number(seconds.toPrecision(2)) }),
    version: versionOf(root),
    code,
    node: process.versions.node,
    v8: process.versions.v8,
    platform: platform(),
    arch: arch(),
  };
}
