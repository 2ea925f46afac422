import { escape } from "./pointer.js";

/** A data file that a spec names, and the JSON pointer of its path. */
export interface FileReference {
  readonly path: string;
  readonly pointer: string;
}

/** Every `{"name": "file", "path": …}` in a value, wherever it stands. */
export function fileReferences(value: unknown, pointer: string = ""): readonly FileReference[] {
  if (value === null || typeof value !== "object") return [];
  const { name, path } = value as { readonly name?: unknown; readonly path?: unknown };
  if (name === "file" && typeof path === "string") return [{ path, pointer: `${pointer}/path` }];
  return Object.entries(value).flatMap(([key, child]) => fileReferences(child, `${pointer}/${escape(key)}`));
}
