import type { ExperimentResult } from "../../language/result.js";
import { pack, readArchive, strangersIn, writeArchive } from "../archive.js";
import { type Difference, compareResults, describe } from "../compare.js";
import { specHash } from "../manifest.js";
import type { Manifest } from "../manifest-record.js";
import type { Prepared } from "./prepare.js";

/** How a result stands to the archive: differences say what to do. */
export type Standing =
  | { readonly standing: "equal" }
  | { readonly standing: "new"; readonly reason: string }
  | { readonly standing: "damaged"; readonly problems: readonly string[] }
  /** Its place is taken by files that are not of it, and stay. */
  | { readonly standing: "barred"; readonly strangers: readonly string[] }
  | {
      readonly standing: "different";
      readonly differences: readonly Difference[];
      readonly archived: ExperimentResult;
    };

/** Compares a result with the archive in `folder`: bit for bit if that is of the same spec and data. */
export function standingOf(
  folder: string,
  { path, spec, data }: Pick<Prepared, "path" | "spec" | "data">,
  result: ExperimentResult,
): Standing {
  const strangers = strangersIn(folder, spec.id);
  if (strangers.length > 0) return { standing: "barred", strangers };
  const archive = readArchive(folder, path);
  if (archive.state === "missing") return { standing: "new", reason: "not archived before" };
  if (archive.state === "damaged") return { standing: "damaged", problems: archive.problems };
  if (archive.manifest.spec !== specHash(spec, data))
    return { standing: "new", reason: "the archive is of another spec" };
  if (archive.manifest.digest === pack(result, data, {}).manifest.digest) return { standing: "equal" };
  return { standing: "different", differences: compareResults(archive.result, result), archived: archive.result };
}

/** Whether the archive may be replaced: of course by what is new, else only if the user accepts the difference. */
const replaces = (standing: Standing, accept: boolean): boolean =>
  standing.standing === "new" || (accept && (standing.standing === "damaged" || standing.standing === "different"));

/** Writes the result where the archive lacks it or the user accepts a difference; says whether it wrote. */
export function settle(
  folder: string,
  { data }: Pick<Prepared, "data">,
  result: ExperimentResult,
  standing: Standing,
  { accept, provenance }: { readonly accept: boolean; readonly provenance: Manifest["provenance"] },
): boolean {
  if (!replaces(standing, accept)) return false;
  writeArchive(folder, pack(result, data, provenance).files);
  return true;
}

/** One sentence per difference, the first `most` of them. */
export function sentencesOf(differences: readonly Difference[], most = 12): readonly string[] {
  const rest = differences.length - most;
  return [...differences.slice(0, most).map(describe), ...(rest > 0 ? [`and ${rest} more`] : [])];
}
