import { reasonOf } from "../../../arithmetic/refusal.js";
import { readFileSync, statSync } from "node:fs";
import { dirname, relative } from "node:path";
import type { Experiment } from "../../language/types.generated.js";
import { cut, printable } from "../../language/check/printable.js";
import { own } from "../../language/own.js";
import { type CheckOptions, type Problem, checkText } from "../../language/validate.js";
import { admissionOf } from "../../tasks/admission.js";
import { confinedReader } from "./confine.js";
import { type Project, readCatalogue } from "./project.js";

/** A checked spec, or everything that is wrong with it. */
export type Loaded = { readonly spec: Experiment } | { readonly problems: readonly Problem[] };

/** Specs above this size (bytes) are refused. */
const LARGEST_SPEC = 4 * 1024 * 1024;

/** Why a file cannot be read, from the code of the operating system. */
const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file: give the path of a spec, or an id that `flows list` shows",
  EACCES: "you have no permission to read it",
  EPERM: "you have no permission to read it",
  ELOOP: "its symbolic links go round in a circle",
  ENAMETOOLONG: "its name is too long for this system",
  ENOTDIR: "a part of its path is a file and no folder",
  EMFILE: "too many files are open: close some, or use fewer jobs",
};

const unreadable = (code: string = ""): string =>
  own(UNREADABLE, code) ?? `the system cannot read it${code && ` (${code})`}`;

function readSpec(file: string): { readonly text: string } | { readonly message: string } {
  try {
    const status = statSync(file);
    if (!status.isFile()) return { message: "is not a file" };
    if (status.size > LARGEST_SPEC) return { message: `has ${status.size} bytes; at most ${LARGEST_SPEC} are read` };
    return { text: readFileSync(file, "utf8") };
  } catch (error) {
    return { message: unreadable((error as NodeJS.ErrnoException).code) };
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
      return reasonOf(error as Error);
    }
  };
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
    const { spec, problems } = checkText(source.text, {
      file: name,
      statements,
      readable: readability(dirname(file), project),
      ...(build && { admit: admissionOf(confinedReader(dirname(file), project.root)) }),
    });
    return spec ? { spec } : { problems };
  } catch (error) {
    const message = `the checker fails on this spec: please report it (${(error as Error).message})`;
    return { problems: [{ file: name, pointer: "", message: cut(printable(message), 300) }] };
  }
}
