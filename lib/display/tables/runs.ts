/** What every run says of itself: how it ended, how far it came, and what its certificate is worth. */
import { accountOf, endingsOf, type Ending } from "../../experiments/language/endings.js";
import type { ExperimentResult, RunArchive } from "../../experiments/language/result.js";
import { placeOf } from "../claim-place.js";
import { number } from "./claims.js";
import type { Table } from "./table.js";

const COLUMNS = ["run", "ended", "t", "balance defect", "uncertainty", "mass", "smallest mass", "sample size"];

const shown = (value: number | undefined): string => (value === undefined ? "" : number(value));

/** One number, or the two ends of an interval. */
const interval = (ends: readonly [number, number] | undefined): string =>
  ends === undefined ? "" : [...new Set(ends.map(number))].join(" … ");

function row(run: string, archive: RunArchive): readonly string[] {
  const { statuses, reached, defect, uncertainty, mass, smallest, sampleSize } = accountOf(archive);
  const several = archive.status.length > 1;
  const ended = [...statuses].map(([status, count]) => (several ? `${status} × ${count}` : status)).join(", ");
  const rest = [shown(reached), shown(defect), shown(uncertainty), interval(mass), shown(smallest), shown(sampleSize)];
  return [run, ended, ...rest];
}

/** A row for every run, in the worst case of its points; columns that no run fills are left out. */
export function runsTable({ runs }: Pick<ExperimentResult, "runs">): Table {
  const rows = Object.entries(runs).map(([run, archive]) => row(run, archive));
  const filled = COLUMNS.map((_, c) => c < 2 || rows.some(cells => cells[c] !== ""));
  const kept = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, c) => filled[c]);
  return { columns: kept(COLUMNS), rows: rows.map(kept) };
}

/** Lines of one kind that are shown before the others are counted. */
const MOST = 12;

const bounded = (lines: readonly string[]): readonly string[] =>
  lines.length <= MOST ? lines : [...lines.slice(0, MOST), `… and ${lines.length - MOST} more of this kind`];

const endingLine = ({ run, status, reason, fine, ...point }: Ending): string => {
  const place = placeOf(point);
  return `${fine ? "·" : "✗"} ${run}${place === "" ? "" : ` (${place})`} ${status}: ${reason}`;
};

/** Why a flow has no balance, where it has a certificate at all. */
const absences = ({ certificate }: RunArchive): readonly string[] =>
  Object.entries(certificate?.absent ?? {}).map(([name, reason]) => `${name}: ${reason}`);

/** In sentences: runs that did not reach their end, what certificates cannot say, and the notes of all runs. */
export function runLines(result: ExperimentResult): readonly string[] {
  const broken = endingsOf(result).filter(({ status }) => status !== "completed");
  const ofRuns = (lines: (archive: RunArchive) => readonly string[]): readonly string[] =>
    Object.entries(result.runs).flatMap(([run, archive]) => lines(archive).map(line => `${run}: ${line}`));
  const notes = ofRuns(({ notes: all }) => Object.entries(all).map(([subject, text]) => `${subject}: ${text}`));
  return [
    ...bounded(broken.filter(({ fine }) => !fine).map(endingLine)),
    ...bounded(broken.filter(({ fine }) => fine).map(endingLine)),
    ...bounded(ofRuns(absences).map(line => `not certified  ${line}`)),
    ...bounded(notes.map(line => `note  ${line}`)),
  ];
}
