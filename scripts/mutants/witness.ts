/** What an experiment says of an error: only its runs that run the place are computed again. */
import { dirname } from "node:path";
import { confinedReader } from "../../lib/experiments/archive/work/confine.js";
import { loadSpec } from "../../lib/experiments/archive/work/load.js";
import { projectAt, specFiles } from "../../lib/experiments/archive/work/project.js";
import { assemble } from "../../lib/experiments/language/assemble.js";
import { claimsOf, judge } from "../../lib/experiments/language/claims.js";
import { mentionedRuns } from "../../lib/experiments/language/formula/mentions.js";
import { unitKey, unitsOf } from "../../lib/experiments/language/units.js";
import { attempt } from "../../lib/experiments/tasks/attempt.js";
import type { RunResult } from "../../lib/experiments/tasks/task.js";
import type { Notice } from "./outcome.js";
import { type Place, reached } from "./reach.js";

/** By what it was noticed, and how in words; undefined: nothing is wrong. */
export type Noticed = readonly [notice: Notice, how: string] | undefined;

export interface Witness {
  /** Numbers of the places that its runs reach, or the formulas of its claims. */
  readonly places: ReadonlySet<number>;
  /** What it says of the error with this number, which is in the code now. */
  readonly ask: (place: number) => Noticed;
}

/** A run without a certificate has its numbers; any other end leaves none. */
const hasNumbers = (status: RunResult["status"] | undefined): boolean =>
  status === "completed" || status === "uncertified";

type Results = ReadonlyMap<string, RunResult>;

const processor = (): number => process.cpuUsage().user + process.cpuUsage().system;

/** Computes an experiment without an error. Refuses one whose claims do not hold. */
export function witnessOf(root: string, path: string, places: readonly Place[]): Witness {
  const { file } = specFiles(projectAt(root)).find(spec => spec.path === path)!;
  const loaded = loadSpec(projectAt(root), file);
  if ("problems" in loaded) throw new Error(loaded.problems.map(({ message }) => message).join("; "));
  const { spec } = loaded;
  const context = { seed: spec.seed, readFile: confinedReader(dirname(file), root), progress: () => undefined };
  const units = unitsOf(spec).map(unit => ({ unit, key: unitKey(unit) }));
  const compute = (run: string): Results =>
    new Map(units.filter(({ unit }) => unit.run === run).map(({ unit, key }) => [key, attempt(unit.task, context)]));
  const baselines = [...new Set(units.map(({ unit }) => unit.run))].map(run => {
    const start = processor();
    const [results, indices] = reached(root, places, () => compute(run));
    return [run, { results, places: new Set(indices), cost: processor() - start }] as const;
  });
  const baseline = new Map(baselines);
  const before: Results = new Map(baselines.flatMap(([, { results }]) => [...results]));
  const broken = (names: readonly string[], results: Results): readonly string[] => {
    const claims = Object.fromEntries(names.map(name => [name, claimsOf(spec)[name]]));
    return judge({ ...spec, claims }, assemble(spec, results))
      .filter(({ holds }) => !holds)
      .map(({ name }) => name);
  };
  const all = Object.keys(claimsOf(spec));
  const [wrong, judging] = reached(root, places, () => broken(all, before));
  if (wrong.length > 0) throw new Error(`without an error ${wrong.join(", ")} do not hold`);
  /** The runs of a claim that run a place, and what they cost. */
  const readings = all.map(name => ({ name, runs: [...new Set(mentionedRuns(claimsOf(spec)[name], spec))] }));
  const reaching = (place: number, runs: readonly string[]): readonly string[] =>
    runs.filter(run => baseline.get(run)?.places.has(place));
  const costOf = (runs: readonly string[]): number => runs.reduce((sum, run) => sum + baseline.get(run)!.cost, 0);
  return {
    places: new Set([...judging, ...baselines.flatMap(([, row]) => [...row.places])]),
    /** The formulas of the claims; then claim after claim, that with the cheapest runs first. */
    ask: place => {
      const wrongly = judging.includes(place) ? broken(all, before) : [];
      if (wrongly.length > 0) return ["claim", wrongly[0]];
      const anew = new Map<string, Results>();
      let ended: Noticed;
      const order = readings
        .map(({ name, runs }) => ({ name, runs: reaching(place, runs) }))
        .filter(({ runs }) => runs.length > 0)
        .sort((a, b) => costOf(a.runs) - costOf(b.runs));
      for (const { name, runs } of order) {
        for (const run of runs) if (!anew.has(run)) anew.set(run, compute(run));
        const results: Results = new Map([...before, ...[...anew.values()].flatMap(row => [...row])]);
        const changed = runs
          .flatMap(run => [...anew.get(run)!])
          .filter(([key, { status }]) => status !== before.get(key)?.status);
        const lost = changed.find(([, { status }]) => !hasNumbers(status));
        if ((!lost || claimsOf(spec)[name].claim === "ends") && broken([name], results).length > 0)
          return ["claim", name];
        if (lost) ended ??= [lost[1].status === "refused" ? "refusal" : "end", `${lost[0]} ${lost[1].status}`];
        else if (changed.length > 0) ended ??= ["certificate", changed[0][0]];
      }
      return ended;
    },
  };
}
