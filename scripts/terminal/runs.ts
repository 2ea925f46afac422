import { plainTitle } from "../../lib/display/figures/plain-text.js";
import { runLines, runsTable } from "../../lib/display/tables/runs.js";
import { textTable } from "../../lib/display/tables/table.js";
import { unexpectedEndings } from "../../lib/experiments/language/endings.js";
import type { ExperimentResult } from "../../lib/experiments/language/result.js";

/** What every run says of itself: the table of all runs, and in sentences what a table cannot say. */
export const runsReport = (result: ExperimentResult): string =>
  [textTable(runsTable(result)), ...runLines(result).map(plainTitle)].join("\n");

/** A line for every run that failed without a claim that expects it; of those that paused, the command that goes on. */
export const failureLines = (result: ExperimentResult): readonly string[] =>
  unexpectedEndings(result).map(({ run, at, status, reason }) => {
    const place = Object.entries(at).map(([axis, label]) => `${axis}=${plainTitle(label)}`);
    const again = status === "paused" ? `: \`flows ${process.argv.slice(2).join(" ")}\`` : "";
    return `run ${run}${place.length === 0 ? "" : `[${place.join(",")}]`} ${status}: ${reason}${again}`;
  });
