import type { Context, Setting } from "../language/builders/context.js";
import { dimensionOf } from "../language/builders/space.js";
import { buildSummation } from "../language/builders/summation.js";
import { atState, buildSetting, buildState } from "../language/builders/state.js";
import type { Measure, Space } from "../language/types.generated.js";
import { type Memory, type Recall, recallable } from "../../arithmetic/memory.js";
import { type Note, type Notes, collectNotes } from "../../arithmetic/notes.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { ResolvedRun, RunContext } from "./task.js";

/** The space of a run, its first state, and the notes that builders write. */
export interface Beginning {
  readonly setting: Setting;
  readonly state: Vec;
  readonly notes: Notes;
  /** What the builders of this run remember. */
  readonly recall: Recall;
}

/** The surroundings of the builders of one run; a run's own seed wins over the experiment's. */
function contextOf(
  run: ResolvedRun & { readonly space: Space },
  context: RunContext,
  note: Note,
  memory: Memory,
): Context {
  const summation = buildSummation("summation" in run ? (run.summation ?? "auto") : "auto", note, memory);
  return {
    seed: run.seed ?? context.seed,
    dim: dimensionOf(run.space),
    summation,
    readFile: path => context.readFile(path),
    ...(context.draws && { draws: context.draws }),
    note,
  };
}

/** Builds the space and the first state; `target` is what anchors are taken from. */
export function begin(
  run: ResolvedRun,
  first: Measure,
  target: Measure | undefined,
  context: RunContext,
  stateOf: typeof buildState = buildState,
): Beginning {
  const { notes, note } = collectNotes();
  const recall = recallable();
  const setting = buildSetting(run.space, target, contextOf(run, context, note, recall.memory));
  const state = stateOf(first, setting, "initial");
  return { setting: atState(setting, state), state, notes, recall };
}
