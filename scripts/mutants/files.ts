import { readdirSync } from "node:fs";
import { join } from "node:path";

/** All files below a folder, relative to `root`, in their order. */
export const filesBelow = (root: string, folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap(entry => (entry.isDirectory() ? filesBelow(root, join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
