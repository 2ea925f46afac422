import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import { refuse } from "../../../arithmetic/refusal.js";
import { explain } from "../explain.js";
import { naming } from "../system-errors.js";

/** Data files above this size (bytes) are refused. */
export const LARGEST_FILE: number = 64 * 1024 * 1024;

const isInside = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

/** Opened without waiting, so that a pipe cannot hang the reader, and asked for its size while open. */
function readBounded(path: string, name: string): Uint8Array {
  const file = naming(name, () => openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)));
  try {
    const status = fstatSync(file);
    if (!status.isFile()) refuse(`${name} is not a regular file`);
    if (status.size > LARGEST_FILE) refuse(`${name} has ${status.size} bytes; at most ${LARGEST_FILE} are read`);
    return naming(name, () => readFileSync(file));
  } finally {
    closeSync(file);
  }
}

function realPath(path: string, name: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") refuse(`there is no file ${name} beside the spec`);
    throw error;
  }
}

/**
 * A reader of the data files that a spec names: relative to the spec, and after following symbolic links inside the
 * spec's folder or the project. Throws a refusal that names the file otherwise.
 */
export function confinedReader(specFolder: string, project: string): (path: string) => Uint8Array {
  const allowed = [realpathSync(specFolder), realpathSync(project)];
  const read = (name: string): Uint8Array => {
    if (isAbsolute(name)) refuse(`${name} is absolute; name data files relative to the spec`);
    const path = realPath(join(specFolder, name), name);
    if (!allowed.some(folder => isInside(folder, path)))
      refuse(`${name} leads outside the spec's folder and the project`);
    return readBounded(path, name);
  };
  return name => {
    try {
      return read(name);
    } catch (error) {
      return refuse(explain(error).reason);
    }
  };
}
