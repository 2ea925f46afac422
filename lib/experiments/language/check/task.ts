import { steps, type Json } from "../pointer.js";
import type { ResolvedRun } from "../../tasks/task.js";
import { checkFormulasInX } from "./formulas.js";
import { checkRules } from "./rules.js";
import { distinct, isUnder, type Finding } from "./problem.js";
import { checkTaskSchema, type Mark } from "./schema.js";

/** What is wrong with one run, with pointers inside the run: its schema, its formulas in x, and the rules. */
export function checkTask(task: Json): { readonly findings: readonly Finding[]; readonly marks: readonly Mark[] } {
  const { findings, marks } = checkTaskSchema(task);
  const rules = checkRules(task as unknown as ResolvedRun, findings);
  return { findings: [...findings, ...checkFormulasInX(marks), ...rules], marks };
}

/** A place of a run that was changed, and where in the file the change is written. */
export interface Change {
  readonly path: string;
  readonly writtenAt: string;
}

/** Where a place of the changed run is written, undefined if it was not changed. */
export function writtenAt(path: string, changes: readonly Change[]): string | undefined {
  const inside = changes
    .filter(change => isUnder(path, change.path))
    .sort((a, b) => steps(b.path).length - steps(a.path).length)[0];
  return inside === undefined ? undefined : inside.writtenAt + path.slice(inside.path.length);
}

/**
 * The findings that a change brings about, at the place of the change; those that were there before are reported there.
 */
export function broughtAbout(
  before: readonly Finding[],
  after: readonly Finding[],
  changes: readonly Change[],
  otherwise: string,
): readonly Finding[] {
  const old = new Set(before.map(finding => `${finding.pointer} ${finding.message}`));
  return distinct(
    after
      .filter(finding => !old.has(`${finding.pointer} ${finding.message}`))
      .map(finding => {
        const { pointer, message } = finding;
        const place = writtenAt(pointer, changes);
        return place === undefined
          ? { pointer: otherwise, message: `gives ${pointer}: ${message}` }
          : { ...finding, pointer: place };
      }),
  );
}
