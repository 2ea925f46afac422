/** What the tests of front ends share: words on the terminal, an environment of Python, notebooks, timeout. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../setup.mjs";

export const say = line => process.stderr.write(`jupyter: ${line}\n`);
export const skip = reason => {
  say(`skipped: ${reason}`);
  process.exit(0);
};
export const delay = ms => sleep(ms);

export const run = (program, words, options = {}) =>
  spawnSync(program, words, { encoding: "utf8", maxBuffer: 2 ** 28, ...options });
const works = (program, ...words) => run(program, words).status === 0;

/** Polls until there is something; a page is slow at first. */
export async function until(what, look, seconds = 60) {
  const end = Date.now() + 1000 * seconds;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`after ${seconds} s there is still no ${what}`);
    await delay(250);
  }
}

/** What has not happened after a while has failed. */
export const within = (what, promise, seconds = 120) =>
  Promise.race([
    promise,
    sleep(1000 * seconds, undefined, { ref: false }).then(() => {
      throw new Error(`${what} is not done after ${seconds} s`);
    }),
  ]);

export const freePort = () =>
  new Promise(resolve => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const PACKAGES = ["jupyterlab", "notebook", "nbclassic", "nbconvert", "nbclient"];

/** An environment with Jupyter: the one given, or a new one. */
export function python(folder, given) {
  const venv = given ?? join(folder, "venv");
  const bin = process.platform === "win32" ? "Scripts" : "bin";
  const program = name => join(venv, bin, name);
  if (given) return { venv, program };
  if (!works("python3", "-m", "venv", venv)) skip("no python3 that can make environments");
  if (run(program("pip"), ["install", "--quiet", ...PACKAGES]).status !== 0)
    skip("JupyterLab cannot be installed from here");
  return { venv, program };
}

export const PLOTLY = "application/vnd.plotly.v1+json";

/** The notebook that is executed everywhere, and that a newcomer opens first. */
export const NOTEBOOK = "00-start-here.ipynb";
export const committed = join(root, "notebooks", NOTEBOOK);

/** What a notebook says without what front ends keep for themselves. */
export const essence = file => {
  const { cells } = JSON.parse(readFileSync(file, "utf8"));
  const text = value => [value].flat().join("");
  return cells.map(({ cell_type, source, outputs, execution_count }) => ({
    cell_type,
    source: text(source),
    outputs,
    execution_count,
  }));
};

const displays = file =>
  essence(file)
    .flatMap(({ outputs }) => outputs ?? [])
    .map(({ data }) => data ?? {});

/** Numbers of traces of the figures of a notebook, in their order. */
export const figuresOf = file => displays(file).flatMap(data => (PLOTLY in data ? [data[PLOTLY].data.length] : []));

/** How many tables a notebook shows. */
export const tablesOf = file => displays(file).filter(data => String(data["text/html"]).includes("<table>")).length;
