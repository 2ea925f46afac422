import { planTime, type SizeOfFile } from "../../tasks/estimate.js";
import type { Prepared } from "./prepare.js";

/** Seconds above which a plan is spoken of before it is made. */
const LONG = 20;

/** The longest unit of a run that waits for exact transport plans. */
export interface LongPlan {
  readonly run: string;
  readonly seconds: number;
}

/** The runs of which a unit takes long for its exact transport plans, with the seconds of the longest. */
export function longPlans({ work }: Pick<Prepared, "work">, sizeOf: SizeOfFile): readonly LongPlan[] {
  const longest = new Map<string, number>();
  for (const { unit } of work) longest.set(unit.run, Math.max(longest.get(unit.run) ?? 0, planTime(unit.task, sizeOf)));
  return [...longest].filter(([, seconds]) => seconds > LONG).map(([run, seconds]) => ({ run, seconds }));
}
