import { axesOf } from "../axes.js";
import { escape, parentOf, read, steps, type Json } from "../pointer.js";
import type { Experiment } from "../types.generated.js";
import { checkAxes } from "./axes.js";
import { checkFiles } from "./files.js";
import { checkFormulas, checkSyntax } from "./formulas.js";
import { mend } from "./mend.js";
import { checkNames, checkQuantityNames } from "./names.js";
import { type CheckOptions, nameOf } from "./options.js";
import { distinct, isUnder, type Finding } from "./problem.js";
import { checkRunnable } from "./runnable.js";
import { checkRuns, hasOutline, type CheckedRuns } from "./runs.js";
import { checkSchema, type Mark } from "./schema.js";
import { checkCatalogue, checkClaimed, checkSpokenFor } from "./statements.js";
import { checkUse } from "./use.js";

/** The sections whose entries formulas may name. */
const VOCABULARY = ["runs", "axes", "quantities"] as const;

const SECTIONS = [...VOCABULARY, "claims", "figures"] as const;

type Fields = Readonly<Record<string, unknown>>;

/** A section as an object of names; {} if it is none. */
const sectionOf = (json: Json, section: string): Fields => {
  const value = read(json, [section]);
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Fields) : {};
};

/** Names of the entries of a section that have a mistake at or below their pointer. */
const brokenIn = (section: string, json: Json, findings: readonly Finding[]): readonly string[] =>
  Object.keys(sectionOf(json, section)).filter(name =>
    findings.some(({ pointer }) => isUnder(pointer, `/${section}/${escape(name)}`)),
  );

/** The spec without the sections and entries that are wrong already: the other stages can read the rest. */
function sound(json: Json, findings: readonly Finding[]): Experiment {
  const kept = SECTIONS.map(section => {
    if (findings.some(({ pointer }) => pointer === `/${section}`)) return [section, {}];
    const broken = new Set(brokenIn(section, json, findings));
    return [
      section,
      Object.fromEntries(Object.entries(sectionOf(json, section)).filter(([name]) => !broken.has(name))),
    ];
  });
  return { ...(json as object), ...Object.fromEntries(kept) } as Experiment;
}

function checkId(json: Json, file: string): readonly Finding[] {
  const name = nameOf(file);
  return read(json, ["id"]) === name ? [] : [{ pointer: "/id", message: `must be the name of the file, "${name}"` }];
}

/** What formulas and names say of runs and axes; only the syntax of formulas where those are missing altogether. */
function checkWords(
  json: Json,
  spec: Experiment,
  { runs }: CheckedRuns,
  marks: readonly Mark[],
  findings: readonly Finding[],
): readonly Finding[] {
  if (findings.some(({ pointer }) => VOCABULARY.some(section => pointer === `/${section}`))) return checkSyntax(marks);
  const judged = [...runs].filter(([, run]) => hasOutline(run));
  const tasks = Object.fromEntries(judged.map(([name, { task }]) => [name, task]));
  const unknown = Object.keys(sectionOf(json, "runs")).filter(name => !Object.hasOwn(tasks, name));
  const broken = ["axes", "quantities"].flatMap(section => brokenIn(section, json, findings));
  const namesIn = (section: string): readonly string[] => Object.keys(sectionOf(json, section));
  const written = { runs: namesIn("runs"), axes: namesIn("axes"), quantities: namesIn("quantities") };
  const outline = { spec, runs: tasks, broken: new Set([...unknown, ...broken]), written };
  return [...checkQuantityNames(spec), ...checkFormulas(outline, marks), ...checkNames(json, marks)];
}

/** What the statements say of the claims, as far as both can be read. */
function checkIllustrated(
  spec: Experiment,
  formal: readonly Finding[],
  statements: readonly string[] | undefined,
): readonly Finding[] {
  const clean = (section: string): boolean => !formal.some(({ pointer }) => isUnder(pointer, section));
  if (!clean("/illustrates")) return [];
  return [
    ...(statements === undefined ? [] : checkCatalogue(spec.illustrates, statements)),
    ...checkSpokenFor(spec),
    ...(clean("/claims") ? checkClaimed(spec) : []),
  ];
}

/** The runs that could be computed as they stand, with the axes that point into them. */
function runnable(json: Json, spec: Experiment, { runs }: CheckedRuns, findings: readonly Finding[]): Experiment {
  const clean = (pointer: string): boolean => !findings.some(finding => isUnder(finding.pointer, pointer));
  const axes = Object.entries(axesOf(spec)).filter(([name]) => clean(`/axes/${escape(name)}`));
  const dropped = Object.entries(sectionOf(json, "axes")).filter(([name]) => !axes.some(([kept]) => kept === name));
  const moved = JSON.stringify(dropped.map(([, axis]) => (axis as { readonly set?: unknown } | null)?.set ?? []));
  const tasks = [...runs].filter(
    ([name, run]) =>
      run.findings.length === 0 && clean(`/runs/${escape(name)}`) && !moved.includes(`"/runs/${escape(name)}/`),
  );
  const seed = typeof spec.seed === "number" && clean("/seed") ? spec.seed : 0;
  return {
    ...spec,
    seed,
    axes: Object.fromEntries(axes) as Experiment["axes"],
    runs: Object.fromEntries(tasks.map(([name, { task }]) => [name, task])) as Experiment["runs"],
  };
}

const NO_RUNS: CheckedRuns = { findings: [], marks: [], runs: new Map() };

/** The stages, each on what the stages before it have left in order. */
function stages(json: Json, options: CheckOptions): readonly Finding[] {
  const { findings: formal, marks: found } = checkSchema(json);
  if (json === null || typeof json !== "object" || Array.isArray(json)) return formal;
  const spec = sound(json, formal);
  const listed = formal.some(({ pointer }) => pointer === "/runs") ? undefined : sectionOf(json, "runs");
  const runs = listed === undefined ? NO_RUNS : checkRuns(listed);
  const axes = listed === undefined ? [] : checkAxes(spec, runs, Object.keys(listed));
  const marks = [...found, ...runs.marks];
  const sofar = distinct([...formal, ...runs.findings, ...axes]);
  const early = distinct([
    ...sofar,
    ...(formal.some(({ pointer }) => pointer === "/id") ? [] : checkId(json, options.file)),
    ...checkWords(json, spec, runs, marks, sofar),
    ...checkIllustrated(spec, formal, options.statements),
    ...(options.readable === undefined ? [] : checkFiles(json, options.readable)),
  ]);
  return [
    ...early,
    ...checkUse(json, marks, early),
    ...checkRunnable(json, runnable(json, spec, runs, early), options),
  ];
}

/** What is empty since misprints were taken out of it: that says nothing more. */
const emptied = (spec: Json, findings: readonly Finding[]): readonly string[] =>
  findings
    .filter(({ instead }) => instead !== undefined && "key" in instead && instead.key === undefined)
    .map(({ pointer }) => parentOf(pointer))
    .filter(holder => Object.keys(read(spec, steps(holder)) ?? {}).length === 0);

/** Misprints inside misprints are found in a further round; deeper than this they are left for the next time. */
const ROUNDS = 5;

/**
 * Everything that is wrong: what the stages find, and what they find in the spec with its misprints mended, at the
 * places where it is written.
 */
export function findingsOf(json: Json, first: readonly Finding[], options: CheckOptions): readonly Finding[] {
  const all = [...first];
  let spec = json;
  let written = (pointer: string): string => pointer;
  let here = first;
  for (let round = 0; round < ROUNDS; round++) {
    const mended = mend(spec, here);
    if (mended === undefined && round > 0) break;
    if (mended !== undefined) {
      const before = written;
      spec = mended.json;
      written = pointer => before(mended.written(pointer));
    }
    here = stages(spec, options);
    const known = new Set(all.filter(({ instead }) => instead === undefined).map(({ pointer }) => pointer));
    for (const holder of emptied(spec, all)) known.add(holder);
    all.push(
      ...here.map(finding => ({ ...finding, pointer: written(finding.pointer) })).filter(f => !known.has(f.pointer)),
    );
  }
  return distinct(all.filter(({ echo }) => !echo));
}
