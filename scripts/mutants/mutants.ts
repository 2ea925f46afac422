/**
 * How many errors in the mathematics are noticed, and by whom: errors of one letter at random places of the compiled
 * code, each given to all experiments that run the place, and, if their claims do not notice it, to the unit tests.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stream } from "../../lib/arithmetic/random.js";
import { hashOf } from "../../lib/experiments/archive/hash.js";
import { mutationsOf } from "./operators.js";
import { tableOf } from "./table.js";
import { type Asked, copyOf, type Mutant, type Outcome, trial } from "./trial.js";
import { cover, experimentsOf, filesBelow, testsOf, type Watcher } from "./watchers.js";

/** Where the mathematics stands; `lib/compute` has a twin for every routine, and a test that they agree. */
const ROOMS = ["dist/lib/numerics", "dist/lib/systems", "dist/lib/dynamics"] as const;
const TESTED = ["dist/lib/arithmetic", ...ROOMS, "dist/lib/experiments"];

const NO_MATHEMATICS = /\.test\.js$|\/fixtures|\.generated\.js$|\/index\.js$|\/words?\.js$/;

export interface Settings {
  readonly root: string;
  readonly count: number;
  readonly seed: number;
  readonly jobs: number;
  readonly log: (line: string) => void;
}

/** Errors at random places, as many in every room as its share of the places. */
function sample({ root, count, seed }: Settings): readonly Mutant[] {
  const all = ROOMS.flatMap(room => filesBelow(root, room))
    .filter(file => file.endsWith(".js") && !NO_MATHEMATICS.test(file))
    .sort()
    .flatMap(file => mutationsOf(readFileSync(join(root, file), "utf8")).map(mutation => ({ ...mutation, file })));
  const random = stream(seed, "mutants");
  /** One place in each of `count` parts of equal length, in the order of the files. */
  return Array.from({ length: count }, (_, i) => all[Math.floor(((i + random.uniform()) / count) * all.length)]);
}

/** What is remembered between two calls: the coverage, and outcomes by mutant. */
interface Memory {
  readonly watchers: Record<string, { readonly seconds: number; readonly places: readonly number[] }>;
  readonly outcomes: Record<string, Outcome>;
}

/** Works through a list, `jobs` at a time. */
async function each<T>(
  items: readonly T[],
  jobs: number,
  work: (item: T, lane: number) => Promise<void>,
): Promise<void> {
  const left = [...items];
  const lane = async (_: unknown, i: number): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item, i);
  };
  await Promise.all(Array.from({ length: jobs }, lane));
}

/** The mutants of these settings, with what became of each; what was found before is not asked again. */
export async function mutants(settings: Settings): Promise<void> {
  const { root, jobs, log } = settings;
  const chosen = sample(settings);
  const path = join(root, ".cache/mutants", `${hashOf(chosen)}.json`);
  const memory: Memory = existsSync(path)
    ? (JSON.parse(readFileSync(path, "utf8")) as Memory)
    : { watchers: {}, outcomes: {} };
  const remember = (): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(memory));
  };
  const copies = Array.from({ length: jobs }, () => copyOf(root));
  const watchers: readonly Watcher[] = [...experimentsOf(root), ...testsOf(root, TESTED)];
  const unknown = watchers.filter(({ name }) => !(name in memory.watchers));
  await each(unknown, jobs, async (watcher, lane) => {
    const { places, ended } = await cover(watcher, copies[lane], chosen);
    if (ended.code !== 0) log(`${watcher.name} does not end well without an error, and is not asked:\n${ended.out}`);
    memory.watchers[watcher.name] = {
      seconds: ended.seconds,
      places: ended.code === 0 ? places.flatMap((runs, i) => (runs ? [i] : [])) : [],
    };
    remember();
    log(`${watcher.name}: ${ended.seconds.toFixed(1)} s, runs ${memory.watchers[watcher.name].places.length} places`);
  });
  const asked = (index: number, kind: Watcher["kind"]): readonly Asked[] =>
    watchers
      .filter(({ name, kind: own }) => own === kind && memory.watchers[name].places.includes(index))
      .map(watcher => ({ watcher, seconds: memory.watchers[watcher.name].seconds }))
      .sort((a, b) => a.seconds - b.seconds);
  /** An error that no experiment and no test runs cannot be noticed: it is counted as such. */
  const open = chosen.map((_, i) => i).filter(i => !(String(i) in memory.outcomes));
  await each(open, jobs, async (i, lane) => {
    const first = await trial(chosen[i], copies[lane], asked(i, "experiment"));
    const outcome = first.notice ? first : await trial(chosen[i], copies[lane], asked(i, "test"));
    memory.outcomes[i] = outcome.notice ? outcome : { asked: first.asked + outcome.asked };
    remember();
    const { file, kind, before, after } = chosen[i];
    log(
      `${Object.keys(memory.outcomes).length}/${chosen.length} ${outcome.notice ?? "NOT NOTICED"} (${outcome.by ?? ""}) ${file}: ${kind}: ${before} -> ${after}`.replaceAll(
        /\s+/g,
        " ",
      ),
    );
  });
  writeFileSync(
    join(root, "docs/mutants.md"),
    tableOf(
      chosen,
      chosen.map((_, i) => memory.outcomes[i]),
    ),
  );
}
