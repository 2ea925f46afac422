import { refuse } from "../../arithmetic/refusal.js";
import { own } from "./own.js";
import { type Json, steps, write } from "./pointer.js";
import { insteadOf } from "../../arithmetic/suggest.js";
import type { Experiment, Profile } from "./types.generated.js";

/** The profiles of an experiment under their names. */
export const profilesOf = ({ profiles }: Pick<Experiment, "profiles">): Readonly<Record<string, Profile>> =>
  (profiles ?? {}) as Readonly<Record<string, Profile>>;

/** The experiment itself, at the size that is archived by default. */
export const unprofiled = <S extends object>(spec: S): Omit<S, "profiles"> =>
  Object.fromEntries(Object.entries(spec).filter(([key]) => key !== "profiles")) as Omit<S, "profiles">;

/** The changes of a profile made one after the other. */
export const changed = (spec: Json, but: Readonly<Record<string, unknown>>): Json =>
  Object.entries(but).reduce((json, [pointer, value]) => write(json, steps(pointer), value as Json), spec);

/** What tells a title of a profile from that of the experiment. */
const profileMark = (name: string): string => ` (profile ${name})`;

/** The experiment in one of its profiles, whose title says so. Refuses a name that is none of them. */
export function profiled(spec: Experiment, name: string): Experiment {
  const { but } =
    own(profilesOf(spec), name) ??
    refuse(`${spec.id} has no profile "${name}", ${insteadOf(name, Object.keys(profilesOf(spec)))}`);
  const json = changed(unprofiled(spec) as unknown as Json, but) as unknown as Experiment;
  return { ...json, title: json.title + profileMark(name) };
}
