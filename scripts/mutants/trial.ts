/** One error in a copy of the project, and who notices it. */
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporary } from "../../lib/experiments/archive/temporary.js";
import { type Mutation, withMutation } from "./operators.js";
import { type Ended, watch, type Watcher } from "./watchers.js";

export interface Mutant extends Mutation {
  /** Compiled module, relative to the root. */
  readonly file: string;
}

/** By what an error was noticed. */
export const NOTICES = ["claim", "certificate", "refusal", "crash", "time", "unit test"] as const;
export type Notice = (typeof NOTICES)[number];

export interface Outcome {
  /** Undefined: nobody noticed. */
  readonly notice?: Notice;
  /** Who noticed, and how many were asked. */
  readonly by?: string;
  readonly asked: number;
}

/** Someone who runs the place of the error, and how long (s) without the error. */
export interface Asked {
  readonly watcher: Watcher;
  readonly seconds: number;
}

const LINKED = ["node_modules", "docs", "experiments", "schemas", "scripts", "package.json", "package-lock.json"];

/** A project of its own with the same code, which may be broken. */
export function copyOf(root: string): string {
  const copy = temporary();
  cpSync(join(root, "dist"), join(copy, "dist"), { recursive: true });
  for (const name of LINKED) symlinkSync(join(root, name), join(copy, name));
  mkdirSync(join(copy, "results"));
  return copy;
}

/** A failed claim is marked so on the terminal. */
const FAILED_CLAIM = /^✗/m;
const REFUSED = 2;

/** How an experiment that did not end well ended. */
function noticeOf({ kind }: Watcher, { code, out }: Ended): Notice | undefined {
  if (code === undefined) return "time";
  if (code === 0) return undefined;
  if (kind === "test") return "unit test";
  if (FAILED_CLAIM.test(out)) return "claim";
  if (code === REFUSED) return "refusal";
  return /^run +ended/m.test(out) ? "certificate" : "crash";
}

/** Longer than ten times its time, and a start, no watcher is waited for. */
const limitOf = (seconds: number): number => 10 * seconds + 30;

/** Asks one after the other, until one notices the error. */
export async function trial(mutant: Mutant, copy: string, asked: readonly Asked[]): Promise<Outcome> {
  const file = join(copy, mutant.file);
  const code = readFileSync(file, "utf8");
  unlinkSync(file);
  writeFileSync(file, withMutation(code, mutant));
  try {
    for (const [i, { watcher, seconds }] of asked.entries()) {
      const notice = noticeOf(watcher, await watch(watcher, copy, limitOf(seconds)));
      if (notice) return { notice, by: watcher.name, asked: i + 1 };
    }
    return { asked: asked.length };
  } finally {
    writeFileSync(file, code);
    for (const name of ["out", ".cache"]) rmSync(join(copy, name), { recursive: true, force: true });
  }
}
