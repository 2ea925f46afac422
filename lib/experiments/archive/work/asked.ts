import { join } from "node:path";
import { refuse } from "../../../arithmetic/refusal.js";
import { sha256 } from "../hash.js";
import { confinedReader } from "./confine.js";
import { type StoredOrder, readOrder } from "./orders.js";
import type { Project } from "./project.js";

/** A unit that was asked for, with its key. */
export interface Asked {
  readonly key: string;
  readonly order: StoredOrder;
}

/**
 * The unit with a key, if it can be computed here to the same bits: written down whole, for this code, with the same
 * data. Refuses otherwise.
 */
export function askedOf(project: Project, store: string, key: string, code: string): Asked {
  const order = readOrder(store, key) ?? refuse(`no unit ${key} is written down in ${store}: \`flows plan\` writes it`);
  const { work, folder, name } = order;
  if (work.code !== code)
    refuse(`${name} (${key.slice(0, 12)}) was planned for another version of the code: plan again with this one`);
  const read = confinedReader(join(project.root, folder), project.root);
  for (const [file, hash] of Object.entries(work.data))
    if (sha256(read(file)) !== hash) refuse(`${file}, which ${name} reads, is not the file it was planned with`);
  return { key, order };
}
