/** Calls of the file system that fail on purpose. */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

type Call = (...args: readonly unknown[]) => unknown;
type Calls = Record<string, Call>;

/** What reads or writes by a path. */
const CALLS = ["readFileSync", "writeFileSync", "mkdirSync", "renameSync", "openSync", "readdirSync", "copyFileSync"];

/** An error as Node makes them. */
const faultOf = (code: string, call: string, path: string): Error =>
  Object.assign(new Error(`${code}: injected, ${call} '${path}'`), { code, syscall: call.replace("Sync", ""), path });

/** How many calls were made, and the path of the one that failed. */
export interface Faults {
  calls: number;
  failed: string | undefined;
}

/**
 * Runs `work` while the call number `k` on a path that begins with `root` fails with `code`; none fails if k is
 * negative.
 */
export async function withFault<T>(
  { root, code, k }: { readonly root: string; readonly code: string; readonly k: number },
  work: () => Promise<T>,
): Promise<readonly [T, Faults]> {
  const calls = fs as unknown as Calls;
  const originals = Object.fromEntries(CALLS.map(name => [name, calls[name]]));
  const faults: Faults = { calls: 0, failed: undefined };
  for (const name of CALLS)
    calls[name] = (...args) => {
      const [path] = args;
      if (typeof path === "string" && path.startsWith(root) && faults.calls++ === k) {
        faults.failed = path;
        throw faultOf(code, name, path);
      }
      return originals[name](...args);
    };
  syncBuiltinESMExports();
  try {
    return [await work(), faults];
  } finally {
    Object.assign(calls, originals);
    syncBuiltinESMExports();
  }
}
