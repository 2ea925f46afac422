import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { packageRoot } from "../../specs.js";
import { converse } from "./conversation.js";
import type { Peers } from "./peers.js";
import { processPeer } from "./process.js";

/** The same C, as wide as this processor goes and two numbers wide. */
const builds: { readonly [N in "native" | "native-sse"]: readonly string[] } = {
  native: [],
  "native-sse": ["-DLANES=2", "-mprefer-vector-width=128"],
};

async function nativePeer(name: keyof typeof builds, folder: string): Promise<Peers> {
  const binary = join(folder, name);
  const source = join(packageRoot, "scripts/bench/peers/native.c");
  try {
    await promisify(execFile)("cc", ["-O3", "-march=native", ...builds[name], "-o", binary, source, "-lm"]);
  } catch {
    return { contenders: [], present: [], missing: [name], end: () => undefined };
  }
  const conversation = converse(binary, []);
  return { contenders: [processPeer(name, conversation)], present: [name], missing: [], end: conversation.end };
}

/** Compiled into a temporary folder, which goes away at the end. */
export async function nativePeers(): Promise<readonly Peers[]> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const names = Object.keys(builds) as (keyof typeof builds)[];
  const peers = await Promise.all(names.map(name => nativePeer(name, folder)));
  return [
    ...peers,
    { contenders: [], present: [], missing: [], end: () => rmSync(folder, { recursive: true, force: true }) },
  ];
}
