import { readFileSync, statSync } from "node:fs";
import { dirname, relative } from "node:path";
import type { Experiment } from "../../language/types.generated.js";
import { type CheckOptions, type Problem, checkText } from "../../language/validate.js";
import { confinedReader } from "./confine.js";
import { type Project, readCatalogue } from "./project.js";

/** A checked spec, or everything that is wrong with it. */
export type Loaded = { readonly spec: Experiment } | { readonly problems: readonly Problem[] };

/** Specs above this size (bytes) are refused. */
const LARGEST_SPEC = 4 * 1024 * 1024;

function readSpec(file: string): { readonly text: string } | { readonly message: string } {
  try {
    const status = statSync(file);
    if (!status.isFile()) return { message: "is not a file" };
    if (status.size > LARGEST_SPEC) return { message: `has ${status.size} bytes; at most ${LARGEST_SPEC} are read` };
    return { text: readFileSync(file, "utf8") };
  } catch (error) {
    return { message: `cannot be read: ${(error as NodeJS.ErrnoException).code}` };
  }
}

/** Whether the data files of a spec in `folder` can be read, and if not, why. */
function readability(folder: string, project: Project): NonNullable<CheckOptions["readable"]> {
  const read = confinedReader(folder, project.root);
  return path => {
    try {
      read(path);
      return true;
    } catch (error) {
      return (error as Error).message.replace(/^refused: /, "");
    }
  };
}

/** Reads and checks a spec file: all problems at once, none thrown. */
export function loadSpec(project: Project, file: string): Loaded {
  const name = relative(process.cwd(), file);
  const source = readSpec(file);
  if ("message" in source) return { problems: [{ file: name, pointer: "", message: source.message }] };
  const statements = readCatalogue(project).map(({ id }) => id);
  const { spec, problems } = checkText(source.text, {
    file: name,
    statements,
    readable: readability(dirname(file), project),
  });
  return spec ? { spec } : { problems };
}
