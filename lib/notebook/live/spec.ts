import { refuse } from "../../arithmetic/refusal.js";
import { loadSpec } from "../../experiments/archive/work/load.js";
import {
  type Project,
  projectAt,
  readCatalogue,
  type SpecFile,
  specNamed,
} from "../../experiments/archive/work/project.js";
import { confinedReader } from "../../experiments/archive/work/confine.js";
import { type Draft, experimentOf as checkedSpec, refuseProblems } from "../../experiments/check.js";
import { claimsFigure } from "../../experiments/language/completed.js";
import { partOf } from "../../experiments/language/part.js";
import { canWrite, type Json, steps, write } from "../../experiments/language/pointer.js";
import type { Experiment } from "../../experiments/language/types.generated.js";
import { packageRoot } from "../../experiments/archive/package-root.js";
import { notebookFolder } from "../package-folder.js";

export const project: Project = projectAt(packageRoot);

/** The statement that a sketch speaks of, if it names none: every flow illustrates it. */
const EVERY_FLOW = "A-2.1";

const SKETCH = { id: "notebook", title: "A flow in a notebook", illustrates: [EVERY_FLOW] } as const;

function draftOf(draft: Draft, build: boolean): Experiment {
  const statements = readCatalogue(project).map(({ id }) => id);
  return checkedSpec(draft, { files: confinedReader(notebookFolder(), packageRoot), statements, build }, SKETCH);
}

/**
 * The experiment that a draft means, ready to be run: every run is built, as `flows check` does it with a file. Refuses
 * with all mistakes at once, before anything is computed.
 */
export const experimentOf = (draft: Draft): Experiment => draftOf(draft, true);

/** Path and file of the experiment of this name, as `flows list` shows it. */
export const specFileOf = (id: string): SpecFile => specNamed(project, id);

/** The spec of an experiment of this project. */
export function specOf(id: string): Experiment {
  const loaded = loadSpec(project, specFileOf(id).file);
  if ("problems" in loaded) refuseProblems(loaded.problems);
  return (loaded as { readonly spec: Experiment }).spec;
}

/**
 * The part of an experiment that some of its figures and claims need, for a run that answers at once:
 * `only("mmd-flows", "decay")`.
 * Claims alone are drawn by how far they are from failing. Refuses a name that is neither.
 */
export function only(of: string | Draft, ...names: readonly string[]): Experiment {
  const spec = typeof of === "string" ? specOf(of) : draftOf(of, false);
  const known = [...Object.keys(spec.figures), ...Object.keys(spec.claims)];
  const strange = names.find(name => !known.includes(name));
  if (strange !== undefined) refuse(`${spec.id} has no figure or claim "${strange}", only: ${known.join(", ")}`);
  const part = partOf(spec, names);
  if (Object.keys(part.figures).length > 0) return part;
  return { ...part, figures: (claimsFigure(part.claims) ?? {}) as Experiment["figures"] };
}

/**
 * The same experiment but for the values at these JSON pointers, as in `same-as`: `but("mmd-flows", {
 * "/runs/flow/time/end": 5 })`.
 * Takes the name of an experiment of the project, or a spec.
 */
export function but(of: string | Draft, changes: Readonly<Record<string, unknown>>): Experiment {
  const spec = (typeof of === "string" ? specOf(of) : of) as unknown as Json;
  return Object.entries(changes).reduce(changed, spec) as unknown as Experiment;
}

function changed(spec: Json, [pointer, value]: readonly [string, unknown]): Json {
  const path = steps(pointer);
  if (!canWrite(spec, path)) refuse(`"${pointer}" leads nowhere in the spec`);
  return write(spec, path, value as Json);
}
