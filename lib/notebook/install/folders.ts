import { homedir } from "node:os";
import { join } from "node:path";

/** Where Jupyter looks for what one user has installed. */
function userFolder(): string {
  const { JUPYTER_DATA_DIR: own, APPDATA: roaming, XDG_DATA_HOME: data } = process.env;
  if (own) return own;
  if (process.platform === "darwin") return join(homedir(), "Library", "Jupyter");
  if (process.platform === "win32" && roaming) return join(roaming, "jupyter");
  return join(data || join(homedir(), ".local", "share"), "jupyter");
}

/**
 * The data folder of Jupyter: of the user, or of an environment at `prefix` such as a virtual environment of Python.
 */
export const jupyterFolder = (prefix: string | undefined): string =>
  prefix === undefined ? userFolder() : join(prefix, "share", "jupyter");
