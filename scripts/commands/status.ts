import { readCached } from "../../lib/experiments/archive/work/cache.js";
import { piecesOf } from "../../lib/experiments/archive/work/gather.js";
import { orderedKeys, readOrder } from "../../lib/experiments/archive/work/orders.js";
import { type Stand, standsOf } from "../../lib/experiments/archive/work/stands.js";
import type { Project } from "../../lib/experiments/archive/work/project.js";
import { type Command, EXIT, command } from "../command.js";
import { storeOf } from "../planning.js";
import { currentCode, filesOfWords, loadProfile, prepareAll } from "../specs.js";
import { print, printJson } from "../terminal/print.js";
import { jsonOption, profileOption, storeOption } from "./options.js";

interface Named {
  readonly hash: string;
  readonly name: string;
}

/** The units of the specs; without any, all that are written down in the store. */
function unitsMeant(
  project: Project,
  store: string,
  words: readonly string[],
  profile: string | undefined,
): readonly Named[] | undefined {
  if (words.length === 0)
    return orderedKeys(store).map(hash => ({ hash, name: readOrder(store, hash)?.name ?? "damaged order" }));
  const specs = loadProfile(project, filesOfWords(project, words), profile);
  return (
    specs &&
    piecesOf(prepareAll(project, specs, currentCode())).map(({ experiment, work }) => ({
      hash: work.key,
      name: `${experiment.path}: ${work.name}`,
    }))
  );
}

const STATES: readonly Stand["state"][] = ["done", "running", "failed", "damaged", "open"];

/** What there is to say of a unit beyond its state. */
function remark(stand: Stand, ended: string): string {
  if (stand.state === "failed") return `${stand.reason} (on ${stand.host})`;
  if (stand.state === "running") return `on ${stand.host}, process ${stand.pid}`;
  if (stand.state === "damaged") return "its bytes are not those that were written: it is computed again";
  return ended;
}

export const status: Command = command({
  command: "status [spec..]",
  describe: "how the units of a store stand: done, running elsewhere, failed and why, open",
  options: cli =>
    cli
      .positional("spec", { type: "string", array: true })
      .options({ profile: profileOption, store: storeOption, json: jsonOption }),
  run: async ({ spec, profile, store, json }, project) => {
    const folder = storeOf(project, store);
    const meant = unitsMeant(project, folder, spec ?? [], profile);
    if (!meant) return EXIT.wrong;
    const stands = standsOf(
      folder,
      meant.map(({ hash }) => hash),
    );
    const rows = meant.map((unit, i) => {
      const ended = stands[i].state === "done" ? readCached(folder, unit.hash) : undefined;
      const odd = ended === undefined || ended.status === "completed" ? "" : `${ended.status}: ${ended.reason}`;
      return { ...unit, ...stands[i], ...(odd !== "" && { ended: odd }) };
    });
    if (json) printJson(rows);
    else {
      const count = (state: Stand["state"]): number => rows.filter(row => row.state === state).length;
      print(`${rows.length} units: ${STATES.map(state => `${count(state)} ${state}`).join(", ")}`);
      for (const row of rows) {
        const said = remark(row, row.ended ?? "");
        if (said !== "") print(`  ${row.hash.slice(0, 12)}  ${row.state}  ${row.name}  ${said}`);
      }
    }
    return EXIT.done;
  },
});
