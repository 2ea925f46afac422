import type { NamedArray } from "../../../arithmetic/named-arrays.js";
import type { Status } from "../../tasks/task.js";
import { own } from "../own.js";
import type { ExperimentResult, RunArchive } from "../result.js";
import type { Claim, Experiment } from "../types.generated.js";
import { ends } from "./ends.js";

const SUCCESS: ReadonlySet<Status> = new Set(["completed", "stopped"]);

/** Whether a status is no failure. */
export const isSuccess = (status: Status): boolean => SUCCESS.has(status);

/** Whether a claim about how this run ends holds: then its ends are what was to be shown. */
export function endsAsClaimed(spec: Experiment, runs: ExperimentResult["runs"], run: string): boolean {
  const archive = own(runs, run);
  return (Object.values(spec.claims ?? {}) as readonly Claim[]).some(
    claim =>
      claim.claim === "ends" &&
      claim.run === run &&
      archive !== undefined &&
      ends(claim, archive, spec).satisfied !== (claim.control ?? false),
  );
}

/** An array over points of axes, NaN at those that are not to be trusted. */
function masked(array: NamedArray, trusted: readonly boolean[]): NamedArray {
  const each = array.data.length / trusted.length;
  return { ...array, data: array.data.map((v, k) => (trusted[Math.floor(k / each)] ? v : NaN)) };
}

const all = (
  arrays: Readonly<Record<string, NamedArray>>,
  trusted: readonly boolean[],
): Readonly<Record<string, NamedArray>> =>
  Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, masked(array, trusted)]));

function ofRun(archive: RunArchive): RunArchive {
  const trusted = archive.status.map(({ status }) => isSuccess(status));
  const { outputs, certificate } = archive;
  return {
    ...archive,
    outputs: all(outputs, trusted),
    ...(certificate && { certificate: { ...certificate, series: all(certificate.series, trusted) } }),
  };
}

/**
 * The runs as claims read them: what a point put out that failed, which no claim about the end of its run expects, are
 * no numbers, so that nothing is decided by them.
 */
export const trustedRuns = (spec: Experiment, runs: ExperimentResult["runs"]): ExperimentResult["runs"] =>
  Object.fromEntries(
    Object.entries(runs).map(([run, archive]) => [
      run,
      archive.status.every(({ status }) => isSuccess(status)) || endsAsClaimed(spec, runs, run)
        ? archive
        : ofRun(archive),
    ]),
  );
