import { dirname, relative } from "node:path";
import { isCached, placeOf } from "./cache.js";
import { type PlanOptions, entriesOf, measureAll } from "./measure.js";
import type { Planned } from "./planned.js";
import { type Prepared, workKeyOf } from "./prepare.js";
import type { Project } from "./project.js";

/** Every unit of work of the experiments, with what it will cost by pilots on this machine. Each key once. */
export async function planOf(
  project: Project,
  experiments: readonly Prepared[],
  options: PlanOptions,
): Promise<readonly Planned[]> {
  const entries = [...new Map(entriesOf(experiments).map(entry => [entry.work.key, entry])).values()];
  const measured = await measureAll(project, entries, options);
  return entries.map(({ experiment, work, shape }) => {
    const { cost, peak } = measured.get(shape)!;
    const key = workKeyOf(experiment, work.unit);
    const [seconds, memory] = [cost.seconds, peak + cost.beyond];
    const name = `${experiment.path}: ${work.name}`;
    const folder = relative(project.root, dirname(experiment.file));
    return {
      experiment: experiment.path,
      unit: work.name,
      hash: work.key,
      inputs: { code: key.code, data: key.data },
      output: placeOf(work.key),
      seconds,
      memory,
      disk: cost.disk,
      done: isCached(options.store, work.key),
      order: { name, work: key, folder, seconds, memory },
    };
  });
}
