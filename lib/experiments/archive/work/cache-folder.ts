import { accessSync, constants, existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { sha256 } from "../hash.js";

/** Whether this user may write in a folder, or make it. */
function isWritable(folder: string): boolean {
  if (!existsSync(folder)) return folder !== dirname(folder) && isWritable(dirname(folder));
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The folder that the user's system keeps for caches. */
function userCaches(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME;
  if (process.platform === "win32") return LOCALAPPDATA ?? join(homedir(), "AppData", "Local");
  return process.platform === "darwin" ? join(homedir(), "Library", "Caches") : join(homedir(), ".cache");
}

/**
 * Where a project keeps what may be deleted at any time: `.cache` in its folder or, where that is read-only, a folder
 * of its own among the caches of the user.
 */
export function cacheFolder(root: string): string {
  const own = join(root, ".cache");
  return isWritable(own) ? own : join(userCaches(), "gradient-flows", sha256(root).slice(0, 16));
}
