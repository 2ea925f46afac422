import { Job } from "./job";
import { gramPanels, sumPanels } from "./panels";
import { softMinimumPanels } from "./soft-minimum";
import { steinTracePanels } from "./stein-trace";
import { sumStrips } from "./symmetric";

/** A routine over pairs of points, on a range of panels or bands. */
export function runPairs(routine: u32, job: Job, first: usize, last: usize, scratch: usize): void {
  if (routine === 0) sumPanels(job, first, last, scratch);
  else if (routine === 1) gramPanels(job, first, last, scratch);
  else if (routine === 2) softMinimumPanels(job, first, last, scratch);
  else if (routine === 3) sumStrips(job, first, last, scratch);
  else steinTracePanels(job, first, last, scratch);
}
