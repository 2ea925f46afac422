import type { ResolvedRun } from "../../tasks/task.js";
import { axesOf, axesOfRun, placesOf } from "../axes.js";
import type { Experiment } from "../types.generated.js";
import { countUnits, unitsOf } from "../units.js";
import type { Finding } from "./problem.js";

/** Most units of work in one experiment. */
const MOST_UNITS = 10_000;

const GIGABYTE = 1073741824;

/** Largest memory of one unit where nothing else is said: 4 GB. */
export const DEFAULT_MEMORY: number = 4 * GIGABYTE;

/** How much memory a unit takes, in bytes. */
export type MemoryEstimate = (task: ResolvedRun) => number;

const gigabytes = (bytes: number): string => `${Number((bytes / GIGABYTE).toPrecision(3))} GB`;

/** The places of a run that decide how large it is, as far as an axis writes them. */
function sizePointer(spec: Experiment, run: string): string {
  const axis = axesOfRun(spec, run).find(name =>
    placesOf(axesOf(spec)[name]).some(place => place.run === run && ["space", "time"].includes(place.path[0])),
  );
  return axis === undefined ? `/runs/${run}` : `/axes/${axis}`;
}

/** Refuses what cannot be computed: too many units, or one that does not fit in memory. */
export function checkLimits(spec: Experiment, estimate: MemoryEstimate, memory: number): readonly Finding[] {
  const units = countUnits(spec);
  if (units > MOST_UNITS)
    return [
      {
        pointer: "/axes",
        message: `give ${units} units of work, at most ${MOST_UNITS} are run: fewer points or fewer axes`,
      },
    ];
  const largest = new Map<string, number>();
  for (const { run, task } of unitsOf(spec)) largest.set(run, Math.max(largest.get(run) ?? 0, estimate(task)));
  return [...largest]
    .filter(([, bytes]) => !(bytes <= memory))
    .map(([run, bytes]) => ({
      pointer: sizePointer(spec, run),
      message:
        `run "${run}" would need about ${gigabytes(bytes)} of memory, at most ${gigabytes(memory)} are granted: ` +
        "fewer nodes or particles, or fewer records",
    }));
}
