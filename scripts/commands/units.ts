import { readFileSync } from "node:fs";
import { refuse } from "../../lib/arithmetic/refusal.js";
import { naming } from "../../lib/experiments/archive/system-errors.js";
import { askedOf } from "../../lib/experiments/archive/work/asked.js";
import { computeOrders } from "../../lib/experiments/archive/work/compute-orders.js";
import { orderedKeys } from "../../lib/experiments/archive/work/orders.js";
import { type Command, EXIT, command } from "../command.js";
import { storeOf } from "../planning.js";
import { currentCode } from "../specs.js";
import { interruption } from "../terminal/interrupt.js";
import { note } from "../terminal/print.js";
import { showProgress } from "../terminal/progress.js";
import { jobsOption, storeOption, threadsOption } from "./options.js";

/** A word of the command line: a hash, its beginning, or @FILE with one a line. */
const hashesOf = (word: string): readonly string[] =>
  word.startsWith("@")
    ? naming(word.slice(1), () => readFileSync(word.slice(1), "utf8"))
        .split(/\s+/)
        .filter(line => line !== "")
    : [word];

/** The one key that a hash or its beginning means. */
function keyOfHash(hash: string, keys: () => readonly string[]): string {
  if (/^[0-9a-f]{64}$/.test(hash)) return hash;
  const found = keys().filter(key => key.startsWith(hash));
  if (found.length === 1) return found[0];
  return refuse(
    found.length === 0
      ? `no unit ${hash} is written down in the store: \`flows plan\` shows what there is`
      : `${found.length} units begin with ${hash}: give more digits`,
  );
}

export const units: Command = command({
  command: "compute <hash..>",
  describe: "compute some units of a plan into the store: by hash, by its first digits, or @FILE with one a line",
  options: cli =>
    cli.positional("hash", { type: "string", array: true, demandOption: true }).options({
      store: storeOption,
      jobs: { ...jobsOption, default: 1 },
      threads: { ...threadsOption, default: 1 },
    }),
  run: async ({ hash, store, jobs, threads }, project) => {
    const folder = storeOf(project, store);
    let listed: readonly string[] | undefined;
    const keys = hash.flatMap(hashesOf).map(each => keyOfHash(each, () => (listed ??= orderedKeys(folder))));
    const code = currentCode().hash;
    const asked = [...new Set(keys)].map(key => askedOf(project, folder, key, code));
    const signal = interruption();
    const progress = showProgress("seconds of work");
    try {
      const options = { project, store: folder, jobs, threads, signal, progress: progress.update };
      const unfinished = await computeOrders(asked, options);
      progress.end();
      for (const { name, reason } of unfinished) note(`✗ ${name}: ${reason}`);
      note(`${asked.length - unfinished.length} of ${asked.length} units are in ${folder}`);
      return unfinished.length === 0 ? EXIT.done : EXIT.failed;
    } catch (error) {
      if (!signal.aborted) throw error;
      return EXIT.interrupted;
    } finally {
      progress.end();
    }
  },
});
