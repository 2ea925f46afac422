import { resolve } from "node:path";
import { jupyterFolder } from "../../lib/notebook/install/folders.js";
import { install, uninstall } from "../../lib/notebook/install/install.js";
import { KERNEL } from "../../lib/notebook/install/kernelspec.js";
import { type Command, EXIT, command } from "../command.js";
import { refuse } from "../../lib/arithmetic/refusal.js";
import { note } from "../terminal/print.js";

const ACTIONS = ["install", "uninstall"] as const;

export const kernel: Command = command({
  command: "kernel <action>",
  describe: 'install or uninstall the Jupyter kernel "Gradient Flows (TypeScript)" and its figures for JupyterLab',
  options: cli =>
    cli.positional("action", { choices: ACTIONS, demandOption: true }).options({
      user: { type: "boolean", describe: "for the user (default)" },
      prefix: { type: "string", describe: "for the environment in this folder, e.g. a virtual environment of Python" },
    }),
  run: async ({ action, user, prefix }) => {
    if (user && prefix !== undefined) refuse("give --user or --prefix, not both");
    const data = jupyterFolder(prefix === undefined ? undefined : resolve(prefix));
    const folders = action === "install" ? install(data) : uninstall(data);
    for (const folder of folders) note(`${action === "install" ? "wrote" : "removed"} ${folder}`);
    note(folders.length === 0 ? `the kernel is not installed in ${data}` : `${action}ed "${KERNEL.display_name}"`);
    return EXIT.done;
  },
});
