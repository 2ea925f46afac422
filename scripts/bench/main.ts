import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import yargs from "yargs";
import { packageRoot } from "../specs.js";
import { note, print, printJson } from "../terminal/print.js";
import { checkpointsTable } from "./checkpoints.js";
import { estimatesTable } from "./estimates.js";
import { measure } from "./measure.js";
import { startOurs } from "./ours.js";
import { findPeers } from "./peers/index.js";
import { report } from "./report.js";
import { routines } from "./routines/index.js";
import { drawScaling } from "./scaling.js";
import { type Clock, CLOCKS, type Contender, NAMES, type Routine, type Row, type Size } from "./contender.js";

interface Options {
  readonly routine?: readonly string[];
  readonly n?: readonly number[];
  readonly d?: readonly number[];
  readonly only?: readonly string[];
  readonly python: string;
  readonly seconds: number;
  readonly clock: Clock;
  readonly scaling: boolean;
  readonly checkpoints: boolean;
  readonly estimates: boolean;
  readonly json: boolean;
}

const options = (args: readonly string[]): Promise<Options> =>
  yargs(args)
    .scriptName("npm run bench --")
    .usage("$0: how long the routines take, beside their peers")
    .option("routine", {
      type: "array",
      string: true,
      describe: "only these",
      choices: routines.map(({ name }) => name),
    })
    .option("n", { type: "array", number: true, describe: "only these sizes" })
    .option("d", { type: "array", number: true, describe: "only these dimensions" })
    .option("only", { type: "array", string: true, describe: "only these contenders", choices: NAMES })
    .option("python", { type: "string", default: "python3", describe: "the python that has the peers" })
    .option("seconds", { type: "number", default: 240, describe: "about how long all of it may take" })
    .option("clock", { choices: CLOCKS, default: "wall" as Clock, describe: "processor: on a busy machine" })
    .option("scaling", {
      type: "boolean",
      default: false,
      describe: "only draw direct and fast summation into docs/pictures",
    })
    .option("checkpoints", {
      type: "boolean",
      default: false,
      describe: "only what checkpoints cost, and how soon a run goes on",
    })
    .option("estimates", {
      type: "boolean",
      default: false,
      describe: "only what `flows plan` says of units of many kinds beside what they take",
    })
    .option("json", { type: "boolean", default: false, describe: "rows as JSON" })
    .strict()
    .wrap(120)
    .parseAsync();

const chosen = <T>(among: readonly T[] | undefined, value: T): boolean => among === undefined || among.includes(value);

const cells = ({ routine, n, d }: Options): readonly (readonly [Routine, Size])[] =>
  routines
    .filter(({ name }) => chosen(routine, name))
    .flatMap(r => r.sizes.filter(size => chosen(n, size.n) && chosen(d, size.d)).map(size => [r, size] as const));

const load = (): string =>
  loadavg()
    .map(v => v.toFixed(1))
    .join(", ");

async function rowsOf(wanted: Options, contenders: readonly Contender[]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const all = cells(wanted);
  for (const [routine, size] of all) {
    note(`${routine.name}, n = ${size.n}, d = ${size.d} …`);
    rows.push(await measure(routine, size, contenders, { seconds: wanted.seconds / all.length, clock: wanted.clock }));
  }
  return rows;
}

/** Times all routines in turns with whoever else is installed; exits with 0 whatever the times are. */
export async function main(args: readonly string[]): Promise<void> {
  const wanted = await options(args);
  if (wanted.scaling) return drawScaling(join(packageRoot, "docs/pictures"));
  if (wanted.checkpoints) return checkpointsTable();
  if (wanted.estimates) return estimatesTable();
  const ours = startOurs();
  const peers = await findPeers(wanted.python);
  const contenders = [...ours.contenders, ...peers.contenders].filter(({ name }) => chosen(wanted.only, name));
  note(`${cpus().length} × ${cpus()[0]?.model ?? "processor"}, Node ${process.versions.node}; load before: ${load()}`);
  note(
    "beside us: ml-matrix, " +
      `${peers.present.join(", ")}${peers.missing.length > 0 ? `; missing: ${peers.missing.join(", ")}` : ""}`,
  );
  const rows = await rowsOf(wanted, contenders);
  ours.end();
  peers.end();
  note(`load after: ${load()}; best of interleaved repeats, in brackets how many times ours on one thread`);
  if (wanted.json) printJson(rows);
  else print(report(rows));
}
