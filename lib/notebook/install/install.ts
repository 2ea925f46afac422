import { copyFileSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { makeFolder } from "../../experiments/archive/disk.js";
import { EXTENSION, extensionPackage, remoteEntry } from "./extension.js";
import { KERNEL, kernelJson } from "./kernelspec.js";

const folders = (data: string): { readonly kernel: string; readonly extension: string } => ({
  kernel: join(data, "kernels", KERNEL.name),
  extension: join(data, "labextensions", EXTENSION),
});

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * Makes the kernel known to the Jupyter whose data folder this is, and shows its JupyterLab and Notebook 7 how figures
 * come alive.
 * Returns the folders that were written.
 */
export function install(data: string): readonly string[] {
  const { kernel, extension } = folders(data);
  const code = join(extension, "static");
  for (const folder of [kernel, code]) makeFolder(folder);
  writeFileSync(join(kernel, "kernel.json"), json(kernelJson()));
  writeFileSync(join(extension, "package.json"), json(extensionPackage()));
  writeFileSync(join(code, "remoteEntry.js"), remoteEntry());
  copyFileSync(createRequire(import.meta.url).resolve("plotly.js-dist"), join(code, "plotly.js"));
  return [kernel, extension];
}

/** Takes away what `install` wrote; returns the folders that were there. */
export function uninstall(data: string): readonly string[] {
  const present = Object.values(folders(data)).filter(existsSync);
  for (const folder of present) rmSync(folder, { recursive: true });
  return present;
}
