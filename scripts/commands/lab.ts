import { spawn, spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { install } from "../../lib/notebook/install/install.js";
import { type Command, EXIT, type ExitCode, command } from "../command.js";
import { note } from "../terminal/print.js";

/** Front ends in the order of preference. */
const FRONT_ENDS = [["jupyter-lab"], ["jupyter", "lab"], ["jupyter-notebook"], ["jupyter", "notebook"]] as const;

const runs = ([program, ...words]: readonly string[]): boolean =>
  spawnSync(program, [...words, "--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;

/** Runs until the user ends it. */
function launch([program, ...words]: readonly string[], folder: string, data: string): Promise<ExitCode> {
  const path = [data, process.env["JUPYTER_PATH"]].filter(Boolean).join(delimiter);
  const child = spawn(program, [...words, folder], { stdio: "inherit", env: { ...process.env, JUPYTER_PATH: path } });
  process.on("SIGINT", () => undefined);
  return new Promise(resolve => void child.on("exit", code => resolve(code === 0 ? EXIT.done : EXIT.failed)));
}

export const lab: Command = command({
  command: "lab [folder]",
  describe: "start JupyterLab, or Jupyter Notebook, with the kernel at hand; nothing is installed",
  options: cli => cli.positional("folder", { type: "string", describe: "default: the notebooks of this project" }),
  run: async ({ folder }, project) => {
    const frontEnd = FRONT_ENDS.find(runs);
    const data = join(project.cache, "jupyter");
    if (!frontEnd) {
      note(
        "flows: there is no JupyterLab on this machine: " +
          "`pip install jupyterlab` (or VS Code with its Jupyter extension and `flows kernel install`)",
      );
      return EXIT.wrong;
    }
    install(data);
    return launch(frontEnd, folder ?? join(project.root, "notebooks"), data);
  },
});
