import { fileReferences } from "../file-references.js";
import type { Finding } from "./problem.js";

/** Whether a data file can be read; otherwise why not. */
export type Readable = (path: string) => true | string;

/** Whether a path stays below the place where it starts: relative, no backslash, no drive, no step upwards. */
const isConfined = (path: string): boolean =>
  !/^[/~]|^[A-Za-z]:|\\|\u0000/.test(path) && !path.split("/").includes("..");

function checkPath(path: string, pointer: string, readable: Readable): readonly Finding[] {
  if (!isConfined(path))
    return [{ pointer, message: `"${path}" leaves the folder of the spec: data files stand beside it or below` }];
  const answer = readable(path);
  return answer === true ? [] : [{ pointer, message: answer }];
}

/** Every data file that a value names, wherever it stands. */
export const checkFiles = (value: unknown, readable: Readable): readonly Finding[] =>
  fileReferences(value).flatMap(({ path, pointer }) => checkPath(path, pointer, readable));
