import type { NamedArray } from "../../arithmetic/named-arrays.js";
import type { Status } from "../tasks/task.js";
import { pointLabels } from "./claims/ends.js";
import { endsAsClaimed, isSuccess } from "./claims/trusted.js";
import type { ExperimentResult, RunArchive } from "./result.js";

/** How one point of a run ended. */
export interface Ending {
  readonly run: string;
  /** Axis -> label. */
  readonly at: Readonly<Record<string, string>>;
  readonly status: Status;
  readonly reason: string;
  /** Whether that is no failure, or one that a claim which holds speaks of. */
  readonly fine: boolean;
}

/** How every point of every run ended. */
export const endingsOf = (result: ExperimentResult): readonly Ending[] =>
  Object.entries(result.runs).flatMap(([run, archive]) => {
    const claimed = endsAsClaimed(result.spec, result.runs, run);
    return archive.status.map(({ status, reason }, k) => ({
      run,
      at: pointLabels(archive, k, result.spec),
      status,
      reason,
      fine: isSuccess(status) || claimed,
    }));
  });

/** The points of runs that failed without a claim that expects it. */
export const unexpectedEndings = (result: ExperimentResult): readonly Ending[] =>
  endingsOf(result).filter(({ fine }) => !fine);

/** What the certificates of all points of a run say at their ends, in the worst case. */
export interface Account {
  /** Status -> number of points. */
  readonly statuses: ReadonlyMap<Status, number>;
  /** The earliest last time that was recorded. */
  readonly reached?: number;
  /** The largest defect of the energy-dissipation balance, and its uncertainty. */
  readonly defect?: number;
  readonly uncertainty?: number;
  /** Least and largest total mass. */
  readonly mass?: readonly [number, number];
  /** The smallest mass of a node or particle. */
  readonly smallest?: number;
  /** The smallest effective sample size. */
  readonly sampleSize?: number;
}

/** The values of one point of a run. */
function valuesAt({ data }: NamedArray, points: number, k: number): Float64Array {
  const length = data.length / points;
  return data.subarray(k * length, (k + 1) * length);
}

/** The place of the last number; a run that ended early is filled up with NaN. */
function lastPlace(values: Float64Array): number {
  let k = values.length - 1;
  while (k >= 0 && Number.isNaN(values[k])) k--;
  return k;
}

/** The last number of each point that has any. */
function lastNumbers(array: NamedArray | undefined, points: number): readonly number[] {
  if (array === undefined) return [];
  const last = Array.from({ length: points }, (_, k) => {
    const values = valuesAt(array, points, k);
    return values[lastPlace(values)];
  });
  return last.filter(v => v !== undefined);
}

/** The times that all points have reached, by the records of a quantity that every flow has. */
function reachedBy({ status, certificate, coordinates: { t } }: RunArchive): number | undefined {
  const mass = certificate?.series.mass;
  if (mass === undefined || t === undefined) return undefined;
  const last = status.map((_, k) => lastPlace(valuesAt(mass, status.length, k)));
  return t[Math.min(...last)];
}

const least = (numbers: readonly number[]): number | undefined =>
  numbers.length === 0 ? undefined : Math.min(...numbers);

/** The account of one run. */
export function accountOf(run: RunArchive): Account {
  const points = run.status.length;
  const statuses = new Map<Status, number>();
  for (const { status } of run.status) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const series = run.certificate?.series ?? {};
  const defects = Array.from(series.balanceDefect?.data ?? []);
  const worst = defects.reduce((a, v, k) => (Math.abs(v) > Math.abs(defects[a] ?? 0) || a < 0 ? k : a), -1);
  const mass = lastNumbers(series.mass, points);
  return {
    statuses,
    reached: reachedBy(run),
    defect: defects[worst],
    uncertainty: series.balanceUncertainty?.data[worst],
    ...(mass.length > 0 && { mass: [Math.min(...mass), Math.max(...mass)] }),
    smallest: least(lastNumbers(series.positivity, points)),
    sampleSize: least(lastNumbers(series.ess, points)),
  };
}
