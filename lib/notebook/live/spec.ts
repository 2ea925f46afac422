import { refuse } from "../../arithmetic/refusal.js";
import { loadSpec } from "../../experiments/archive/work/load.js";
import { type Project, projectAt, readCatalogue, specsNamed } from "../../experiments/archive/work/project.js";
import { partOf } from "../../experiments/language/part.js";
import { canWrite, type Json, steps, write } from "../../experiments/language/pointer.js";
import type { Experiment, Figure } from "../../experiments/language/types.generated.js";
import { checkExperiment, type Problem } from "../../experiments/language/validate.js";
import { packageRoot } from "../package-folder.js";

export const project: Project = projectAt(packageRoot);

/** A spec as it is written in a cell: what an archived one needs beyond runs may be left out, and is filled in. */
export type Draft = { readonly [K in keyof Experiment]?: Experiment[K] } | { readonly [name: string]: unknown };

type Fields = Readonly<Record<string, unknown>>;

const entries = (value: unknown): readonly (readonly [string, Fields])[] =>
  Object.entries((value ?? {}) as Readonly<Record<string, Fields>>);

/** Runs that record their energy, as formulas of it. */
const energies = (runs: unknown): readonly { readonly of: string; readonly label: string }[] =>
  entries(runs).flatMap(([run, { record }]) =>
    entries(record)
      .filter(([, recorder]) => recorder.name === "energy")
      .map(([name]) => ({ of: `${run}.${name}`, label: run })),
  );

/** The energy of every run that records it, over time. */
const energyFigure = (runs: unknown): Record<string, Figure> | undefined => {
  const series = energies(runs) as unknown as Extract<Figure, { name: "decay" }>["series"];
  return series.length === 0
    ? undefined
    : { energy: { name: "decay", title: "The energy decays along the flow", series } };
};

/** How far the claims are from failing: what is drawn where nothing else is. */
function claimsFigure(claims: unknown): Record<string, Figure> | undefined {
  const names = entries(claims)
    .filter(([, { claim }]) => claim !== "ends")
    .map(([name]) => name);
  const [first, ...rest] = names;
  return first === undefined
    ? undefined
    : { claims: { name: "residuals", title: "What was claimed, and what was measured", claims: [first, ...rest] } };
}

const completion = (runs: unknown): Fields =>
  Object.fromEntries(
    entries(runs).map(([run]) => [
      `${run}Ends`,
      { claim: "ends", run, status: "completed", because: "the run reaches its end" },
    ]),
  );

/** The statement that a sketch speaks of, if it names none: every flow illustrates it. */
const EVERY_FLOW = "A-2.1";

function filled(draft: Draft): Fields {
  const { runs, claims, figures: drawn, ...rest } = draft as Fields;
  const figures = drawn ?? energyFigure(runs) ?? claimsFigure(draft.claims);
  return {
    id: "notebook",
    title: "A flow in a notebook",
    illustrates: [EVERY_FLOW],
    seed: 1,
    ...rest,
    runs,
    claims: claims ?? completion(runs),
    ...(figures !== undefined && { figures }),
  };
}

const sentence = ({ pointer, message }: Problem): string => `${pointer === "" ? "the spec" : pointer} ${message}`;

function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) refuse(["the spec has mistakes:", ...problems.map(sentence)].join("\n  "));
}

/** The experiment that a draft means, checked. Refuses with all mistakes at once. */
export function experimentOf(draft: Draft): Experiment {
  const spec = filled(draft);
  const statements = readCatalogue(project).map(({ id }) => id);
  refuseProblems(checkExperiment(spec, { file: `${String(spec.id)}.json`, statements }));
  return spec as unknown as Experiment;
}

/** Path and file of the experiment of this name, as `flows list` shows it. */
export function specFileOf(id: string): { readonly path: string; readonly file: string } {
  const found = specsNamed(project, id);
  if (found.length === 1) return found[0];
  return refuse(
    found.length === 0
      ? `there is no experiment "${id}"; \`flows list\` shows all`
      : `"${id}" could be ${found.map(({ path }) => path).join(", ")}`,
  );
}

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
  const spec = typeof of === "string" ? specOf(of) : experimentOf(of);
  const known = [...Object.keys(spec.figures), ...Object.keys(spec.claims)];
  const strange = names.find(name => !known.includes(name));
  if (strange !== undefined) refuse(`${spec.id} has no figure or claim "${strange}", only: ${known.join(", ")}`);
  const part = partOf(spec, names);
  const figures = Object.keys(part.figures).length > 0 ? part.figures : claimsFigure(part.claims);
  return { ...part, ...(figures !== undefined && { figures }) };
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
