import type { ResolvedRun } from "../../tasks/task.js";
import { canWrite, escape, steps, write, type Json } from "../pointer.js";
import { insteadOf } from "../../../arithmetic/suggest.js";
import type { SameAsRun, Task } from "../types.generated.js";
import { isUnder, type Finding } from "./problem.js";
import type { Mark } from "./schema.js";
import { broughtAbout, checkTask, writtenAt, type Change } from "./task.js";

/** A run with `same-as` expanded and what is wrong with it. */
export interface CheckedRun {
  readonly task: ResolvedRun;
  /** With pointers inside the run, including what is reported at the run it is the same as. */
  readonly findings: readonly Finding[];
}

/** What the outputs, recorded times and nodes of a run depend on. */
const OUTLINE = ["/task", "/record", "/records", "/time", "/by", "/space"];

/** Whether a run says what its outputs are, whatever else is wrong with it: then formulas of it can be judged. */
export const hasOutline = ({ findings }: CheckedRun): boolean =>
  !findings.some(({ pointer }) => pointer === "" || OUTLINE.some(part => isUnder(pointer, part)));

/** All runs, as far as they can be expanded. */
export interface CheckedRuns {
  readonly findings: readonly Finding[];
  readonly marks: readonly Mark[];
  readonly runs: ReadonlyMap<string, CheckedRun>;
}

/** The changes at JSON pointers; of other names the schema says that they are none. */
const changesOf = (name: string, run: SameAsRun): readonly Change[] =>
  Object.keys(run.but)
    .filter(path => path.startsWith("/"))
    .map(path => ({ path, writtenAt: `/runs/${escape(name)}/but/${escape(path)}` }));

/** Changes that lie inside another change, which replaces the place as a whole. */
function overlaps(changes: readonly Change[]): readonly Finding[] {
  return changes.flatMap(inner => {
    const outer = changes.find(change => change.path !== inner.path && isUnder(inner.path, change.path));
    return outer === undefined
      ? []
      : [{ pointer: inner.writtenAt, message: `lies inside "${outer.path}", which is replaced as a whole` }];
  });
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** Whether a run can be expanded, right or wrong: an object, and one that is the same as another says as which. */
const isExpandable = (run: unknown): run is Task =>
  isFields(run) && (run.task !== "same-as" || (typeof run.run === "string" && isFields(run.but)));

/**
 * The runs that a run is the same as, up to one with a task of its own, or why there is none; undefined if one cannot
 * be read.
 */
function chainOf(name: string, runs: Readonly<Record<string, unknown>>): readonly string[] | Finding | undefined {
  const chain = [name];
  for (let run = runs[name]; ; run = runs[run.run]) {
    if (!isExpandable(run)) return undefined;
    if (run.task !== "same-as") return chain;
    const pointer = `/runs/${escape(chain[chain.length - 1])}/run`;
    if (!Object.hasOwn(runs, run.run))
      return { pointer, message: `there is no run "${run.run}", ${insteadOf(run.run, Object.keys(runs))}` };
    if (chain.includes(run.run))
      return { pointer, message: `goes round in a circle: ${[...chain, run.run].join(" is ")}` };
    chain.push(run.run);
  }
}

interface Applied {
  readonly task: Json;
  readonly findings: readonly Finding[];
}

/** The changes one after the other; those that point nowhere are reported and left out. */
function apply(base: Json, run: SameAsRun, changes: readonly Change[]): Applied {
  return changes.reduce<Applied>(
    ({ task, findings }, { path, writtenAt: pointer }) => {
      if (!canWrite(task, steps(path)))
        return { task, findings: [...findings, { pointer, message: `points nowhere in the run "${run.run}"` }] };
      return { task: write(task, steps(path), run.but[path] as Json), findings };
    },
    { task: base, findings: [] },
  );
}

interface Expanded {
  readonly checked: CheckedRun;
  readonly findings: readonly Finding[];
  readonly marks: readonly Mark[];
}

/** A run with a task of its own; its schema was checked with the whole file. */
function own(name: string, task: Json): Expanded {
  const { findings } = checkTask(task);
  return {
    checked: { task: task as unknown as ResolvedRun, findings },
    findings: findings.map(f => ({ ...f, pointer: `/runs/${escape(name)}${f.pointer}` })),
    marks: [],
  };
}

/** A run that is the same as another but for some places. */
function changed(name: string, run: SameAsRun, base: CheckedRun): Expanded {
  const changes = changesOf(name, run);
  const applied = apply(base.task as unknown as Json, run, changes);
  const { findings, marks } = checkTask(applied.task);
  const placed = marks.flatMap(mark => {
    const pointer = writtenAt(mark.pointer, changes);
    return pointer === undefined ? [] : [{ ...mark, pointer }];
  });
  return {
    checked: { task: applied.task as unknown as ResolvedRun, findings },
    findings: [
      ...overlaps(changes),
      ...applied.findings,
      ...broughtAbout(base.findings, findings, changes, `/runs/${escape(name)}/but`),
    ],
    marks: placed,
  };
}

/** Expands and checks every run that can be, right or wrong, bases before those that are the same as they. */
export function checkRuns(runs: Readonly<Record<string, unknown>>): CheckedRuns {
  const done = new Map<string, Expanded>();
  const findings: Finding[] = [];
  const expand = (name: string): void => {
    const chain = chainOf(name, runs);
    if (chain === undefined) return;
    if ("pointer" in chain) return void findings.push(chain);
    for (const link of [...chain].reverse()) {
      const run = runs[link] as Task;
      if (done.has(link)) continue;
      done.set(
        link,
        run.task === "same-as"
          ? changed(link, run, (done.get(run.run) as Expanded).checked)
          : own(link, run as unknown as Json),
      );
    }
  };
  Object.keys(runs).forEach(expand);
  const expanded = [...done.values()];
  return {
    findings: [...findings, ...expanded.flatMap(e => e.findings)],
    marks: expanded.flatMap(e => e.marks),
    runs: new Map([...done].map(([name, e]) => [name, e.checked])),
  };
}
