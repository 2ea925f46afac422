import type { Readable } from "./files.js";
import type { Means } from "./runnable.js";

/** What the checker must be told: it reads no files itself. */
export interface CheckOptions extends Means {
  /** Name of the file, for messages; its base name is the id of the experiment. */
  readonly file: string;
  /** Ids of the catalogue; default: a spec may illustrate what it likes. */
  readonly statements?: readonly string[];
  /** Whether a data file named in the spec can be read, otherwise why not; default: any can. */
  readonly readable?: Readable;
}

/** The id that the name of a file means: its last part, without .json. */
export const nameOf = (file: string): string => (file.split(/[/\\]/).at(-1) ?? "").replace(/\.json$/, "");
