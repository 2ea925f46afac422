import { memoryEstimate } from "../../tasks/estimate.js";
import { canWrite, escape, read, steps, type Json } from "../pointer.js";
import { changed, unprofiled } from "../profiles.js";
import { DEFAULT_MEMORY } from "./limits.js";
import type { CheckOptions } from "./options.js";
import { isUnder, type Finding } from "./problem.js";
import { findingsOf } from "./stages.js";
import { type Change, broughtAbout } from "./task.js";

/** Largest memory of a unit of a profile: what `flows plan` says before anything starts decides where it runs. */
const MEMORY = 256 * DEFAULT_MEMORY;

type Fields = { readonly [key: string]: Json };

const isFields = (value: Json | undefined): value is Fields =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** Units that are beyond this machine are not built on it. */
function meansOf(options: CheckOptions): CheckOptions {
  const { admit, estimate = memoryEstimate, memory = MEMORY } = options;
  return {
    ...options,
    memory,
    ...(admit && { admit: (task, seed) => (estimate(task) <= DEFAULT_MEMORY ? admit(task, seed) : []) }),
  };
}

/** What is wrong with a profile that the experiment itself has right, at the change that brings it about. */
function ofProfile(
  spec: Json,
  name: string,
  but: Fields,
  before: readonly Finding[],
  options: CheckOptions,
): readonly Finding[] {
  const place = `/profiles/${escape(name)}/but`;
  const changes: readonly Change[] = Object.keys(but).map(path => ({ path, writtenAt: `${place}/${escape(path)}` }));
  const inside = changes.filter(({ path }) => changes.some(outer => outer.path !== path && isUnder(path, outer.path)));
  const nowhere = changes.filter(({ path }) => !canWrite(spec, steps(path)));
  if (nowhere.length > 0 || inside.length > 0)
    return [
      ...nowhere.map(({ writtenAt }) => ({ pointer: writtenAt, message: "points nowhere in the experiment" })),
      ...inside.map(({ writtenAt }) => ({ pointer: writtenAt, message: "lies inside another change of the profile" })),
    ];
  const after = findingsOf(changed(spec, but), [], meansOf(options));
  return broughtAbout(before, after, changes, place);
}

/** What is wrong with the profiles of a spec whose schema is in order; `before` is what is wrong without them. */
export function checkProfiles(json: Json, before: readonly Finding[], options: CheckOptions): readonly Finding[] {
  if (!isFields(json) || before.some(({ pointer }) => isUnder(pointer, "/profiles"))) return [];
  const profiles = read(json, ["profiles"]);
  if (!isFields(profiles)) return [];
  const spec = unprofiled(json) as Json;
  return Object.entries(profiles).flatMap(([name, profile]) => {
    const but = read(profile, ["but"]);
    return isFields(but) ? ofProfile(spec, name, but, before, options) : [];
  });
}
