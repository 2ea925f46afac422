import type { ExperimentResult } from "../../lib/experiments/language/result.js";

/** What the runs of an experiment have to say beside their numbers, a line each; "" if that is nothing. */
export const notesOf = ({ runs }: Pick<ExperimentResult, "runs">): string =>
  Object.entries(runs)
    .flatMap(([run, { notes }]) =>
      Object.entries(notes).map(([subject, sentence]) => `note  ${run}, ${subject}: ${sentence}`),
    )
    .join("\n");
