import { memoryEstimate } from "../tasks/estimate.js";
import { checkAxes } from "./check/axes.js";
import { checkFiles, type Readable } from "./check/files.js";
import { checkFormulas, checkSyntax } from "./check/formulas.js";
import { checkLimits, DEFAULT_MEMORY, type MemoryEstimate } from "./check/limits.js";
import { checkNames, checkQuantityNames, checkUse } from "./check/names.js";
import { distinct, isUnder, type Finding, type Problem } from "./check/problem.js";
import { checkRuns, type CheckedRuns } from "./check/runs.js";
import { checkSchema, type Mark } from "./check/schema.js";
import { checkShape } from "./check/shape.js";
import { checkCatalogue, checkClaimed, checkSpokenFor } from "./check/statements.js";
import { readText } from "./check/text.js";
import { escape, type Json } from "./pointer.js";
import type { Experiment } from "./types.generated.js";

export type { Problem } from "./check/problem.js";

/** What the checker must be told: it reads no files itself. */
export interface CheckOptions {
  /** Name of the file, for messages; its base name is the id of the experiment. */
  readonly file: string;
  /** Ids of the catalogue. */
  readonly statements: readonly string[];
  /** Whether a data file named in the spec can be read, otherwise why not; default: any can. */
  readonly readable?: Readable;
  /** Memory of one unit in bytes; default: the estimate of the tasks. */
  readonly estimate?: MemoryEstimate;
  /** Largest memory granted to one unit, in bytes; default 4 GB. */
  readonly memory?: number;
}

/** The sections whose entries formulas may name. */
const VOCABULARY = ["runs", "axes", "quantities"] as const;

const SECTIONS = [...VOCABULARY, "claims", "figures"] as const;

/** The entries of a section; none if it is no object of names. */
const entriesOf = (section: unknown): readonly (readonly [string, unknown])[] =>
  section !== null && typeof section === "object" && !Array.isArray(section) ? Object.entries(section) : [];

/** Names of the entries of a section that have a mistake at or below their pointer. */
const brokenIn = (section: string, json: object, findings: readonly Finding[]): readonly string[] =>
  entriesOf((json as Readonly<Record<string, unknown>>)[section])
    .map(([name]) => name)
    .filter(name => findings.some(({ pointer }) => isUnder(pointer, `/${section}/${escape(name)}`)));

/** The spec without the sections and entries that are wrong already: the other stages can read the rest. */
function sound(json: object, findings: readonly Finding[]): Experiment {
  const kept = SECTIONS.map(section => {
    if (findings.some(({ pointer }) => pointer === `/${section}`)) return [section, {}];
    const broken = new Set(brokenIn(section, json, findings));
    return [
      section,
      Object.fromEntries(entriesOf((json as Experiment)[section]).filter(([name]) => !broken.has(name))),
    ];
  });
  return { ...json, ...Object.fromEntries(kept) } as Experiment;
}

function checkId(json: object, file: string): readonly Finding[] {
  const name = (file.split(/[/\\]/).at(-1) ?? "").replace(/\.json$/, "");
  return (json as { readonly id?: unknown }).id === name
    ? []
    : [{ pointer: "/id", message: `must be the name of the file, "${name}"` }];
}

/** What formulas and names say of runs and axes; only the syntax of formulas where those are missing altogether. */
function checkWords(
  json: object,
  spec: Experiment,
  runs: CheckedRuns,
  marks: readonly Mark[],
  findings: readonly Finding[],
): readonly Finding[] {
  if (findings.some(({ pointer }) => VOCABULARY.some(section => pointer === `/${section}`))) return checkSyntax(marks);
  const broken = new Set(VOCABULARY.flatMap(section => brokenIn(section, json, findings)));
  const tasks = Object.fromEntries([...runs.runs].map(([name, { task }]) => [name, task]));
  const unexpanded = Object.keys(spec.runs ?? {}).filter(name => !Object.hasOwn(tasks, name));
  const outline = { spec, runs: tasks, broken: new Set([...broken, ...unexpanded]) };
  return [...checkQuantityNames(spec), ...checkFormulas(outline, marks), ...checkNames(json, marks)];
}

/** What the statements say of the claims, as far as both can be read. */
function checkIllustrated(
  spec: Experiment,
  formal: readonly Finding[],
  statements: readonly string[],
): readonly Finding[] {
  const clean = (section: string): boolean => !formal.some(({ pointer }) => isUnder(pointer, section));
  if (!clean("/illustrates")) return [];
  return [
    ...checkCatalogue(spec.illustrates, statements),
    ...checkSpokenFor(spec),
    ...(clean("/claims") ? checkClaimed(spec) : []),
  ];
}

/** The stages, each on what the stages before it have left in order. */
function findingsOf(json: Json, options: CheckOptions): readonly Finding[] {
  const { findings: formal, marks: found } = checkSchema(json);
  if (json === null || typeof json !== "object" || Array.isArray(json)) return formal;
  const spec = sound(json, formal);
  const broken = new Set(brokenIn("runs", json, formal));
  const runs = checkRuns(spec, broken);
  const axes = formal.some(({ pointer }) => pointer === "/runs") ? [] : checkAxes(spec, runs, broken);
  const marks = [...found, ...runs.marks];
  const sofar = [...formal, ...runs.findings, ...axes];
  const early = distinct([
    ...sofar,
    ...(formal.some(({ pointer }) => pointer === "/id") ? [] : checkId(json, options.file)),
    ...checkWords(json, spec, runs, marks, sofar),
    ...checkIllustrated(spec, formal, options.statements),
    ...(options.readable === undefined ? [] : checkFiles(json, options.readable)),
  ]);
  return early.length > 0
    ? early
    : [
        ...checkUse(spec, marks),
        ...checkLimits(spec, options.estimate ?? memoryEstimate, options.memory ?? DEFAULT_MEMORY),
      ];
}

/**
 * Everything that is wrong with an experiment, at once: each problem at the JSON pointer where the hand must go, with
 * what is allowed and
 * the nearest word. [] means that the spec can be run. Pure: reads no files, runs nothing, never throws on any JSON.
 */
export function checkExperiment(json: unknown, options: CheckOptions): readonly Problem[] {
  const shape = checkShape(json as Json);
  const findings = shape.length > 0 ? shape : findingsOf(json as Json, options);
  return findings.map(finding => ({ file: options.file, ...finding }));
}

/**
 * The same for the text of a file: syntax errors of JSON come with line and column. `spec` is there if nothing is
 * wrong.
 */
export function checkText(
  text: string,
  options: CheckOptions,
): { readonly problems: readonly Problem[]; readonly spec?: Experiment } {
  const read = readText(text);
  if ("finding" in read) return { problems: [{ file: options.file, ...read.finding }] };
  const problems = checkExperiment(read.json, options);
  return problems.length > 0 ? { problems } : { problems, spec: read.json as unknown as Experiment };
}
