import { statSync } from "node:fs";
import { dirname, relative } from "node:path";
import type { Experiment } from "../../language/types.generated.js";
import { cut, printable } from "../../language/check/printable.js";
import { profiled, profilesOf, unprofiled } from "../../language/profiles.js";
import { type Problem, checkText } from "../../language/validate.js";
import { checkOptions } from "../../surroundings.js";
import { confinedReader } from "./confine.js";
import { readText } from "../disk.js";
import { explain } from "../explain.js";
import { type Project, readCatalogue } from "./project.js";

/** A checked spec without its profiles, and the spec in each of these; or everything that is wrong with it. */
export type Loaded =
  | { readonly spec: Experiment; readonly profiles: ReadonlyMap<string, Experiment> }
  | { readonly problems: readonly Problem[] };

const loaded = (spec: Experiment): Loaded => ({
  spec: unprofiled(spec),
  profiles: new Map(Object.keys(profilesOf(spec)).map(name => [name, profiled(spec, name)])),
});

/** Specs above this size (bytes) are refused. */
const LARGEST_SPEC = 4 * 1024 * 1024;

const MISSING = "there is no such file: give the path of a spec, or an id that `flows list` shows";

function readSpec(file: string): { readonly text: string } | { readonly message: string } {
  try {
    const status = statSync(file);
    if (!status.isFile()) return { message: "is not a file" };
    if (status.size > LARGEST_SPEC) return { message: `has ${status.size} bytes; at most ${LARGEST_SPEC} are read` };
    return { text: readText(file) };
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    return { message: missing ? MISSING : `cannot be read: ${explain(error).reason}` };
  }
}

/**
 * Reads and checks a spec file: all problems at once, none thrown, so that no spec stops another. With `build`, every
 * unit is built as if it were to be run, and what `run` would refuse before the first step is a problem.
 */
export function loadSpec(project: Project, file: string, build = false): Loaded {
  const name = relative(process.cwd(), file);
  const source = readSpec(file);
  if ("message" in source) return { problems: [{ file: name, pointer: "", message: source.message }] };
  const statements = readCatalogue(project).map(({ id }) => id);
  try {
    const files = confinedReader(dirname(file), project.root);
    const { spec, problems } = checkText(source.text, checkOptions(name, { files, statements }, build));
    return spec ? loaded(spec) : { problems };
  } catch (error) {
    const message = `the checker fails on this spec: please report it (${(error as Error).message})`;
    return { problems: [{ file: name, pointer: "", message: cut(printable(message), 300) }] };
  }
}
