import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type { Experiment } from "../../spec/types.generated.js";
import type { Project } from "./project.js";

export interface Problem { readonly file: string; readonly pointer: string; readonly message: string }

/** A checked spec, or everything that is wrong with it. */
export type Loaded = { readonly spec: Experiment } | { readonly problems: readonly Problem[] };

export function loadSpec(_project: Project, file: string): Loaded {
  try {
    return { spec: JSON.parse(readFileSync(file, "utf8")) as Experiment };
  } catch (error) {
    return { problems: [{ file: relative(process.cwd(), file), pointer: "", message: (error as Error).message }] };
  }
}
