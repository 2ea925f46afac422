import { escape } from "../pointer.js";
import type { Finding } from "./problem.js";

/** Whether a data file can be read; otherwise why not. */
export type Readable = (path: string) => true | string;

/** Whether a path stays below the place where it starts: relative, no backslash, no drive, no step upwards. */
export const isConfined = (path: string): boolean =>
  !/^[/~]|^[A-Za-z]:|\\|\u0000/.test(path) && !path.split("/").includes("..");

function checkPath(path: string, pointer: string, readable: Readable): readonly Finding[] {
  if (!isConfined(path))
    return [{ pointer, message: `"${path}" leaves the folder of the spec: data files stand beside it or below` }];
  const answer = readable(path);
  return answer === true ? [] : [{ pointer, message: answer }];
}

/** Every data file that a value names, wherever it stands. */
export function checkFiles(value: unknown, readable: Readable, pointer: string = ""): readonly Finding[] {
  if (value === null || typeof value !== "object") return [];
  const named = value as { readonly name?: unknown; readonly path?: unknown };
  if (named.name === "file" && typeof named.path === "string")
    return checkPath(named.path, `${pointer}/path`, readable);
  return Object.entries(value).flatMap(([key, child]) => checkFiles(child, readable, `${pointer}/${escape(key)}`));
}
