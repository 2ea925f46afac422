/**
 * `npm run test:jupyter`: the kernel in real front ends. Python gets Jupyter into a temporary environment; a notebook
 * executed by nbclient, JupyterLab and Notebook 7 must be the one that `flows notebook run` writes; a headless Chromium
 * must see living figures in JupyterLab and Notebook 7, also of a notebook that is not trusted, and pictures in the
 * classic Notebook and on the page of nbconvert; an error shows its line, an endless loop is interrupted, names of the
 * library are completed. Where a part is missing, one line says so, and that is no failure. `--screenshots DIR` keeps
 * pictures; `--environment DIR` takes an environment of Python that has all this already.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { classic } from "./jupyter/classic.mjs";
import { executed, page } from "./jupyter/converted.mjs";
import { chapter, front, trouble, troubles, untrusted } from "./jupyter/lab.mjs";
import { speed } from "./jupyter/speed.mjs";
import { committed, delay, freePort, NOTEBOOK, python, run, say, skip, until } from "./jupyter/tools.mjs";
import { root, setupOrExit } from "./setup.mjs";
import { openPage } from "./testing/browser.mjs";

const option = name => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);

const TOKEN = "flows";

/** Each front end has a copy of its own, and with it a kernel of its own. */
const FILES = { untrusted: "untrusted.ipynb", lab: NOTEBOOK, notebook: "notebook.ipynb", classic: "classic.ipynb" };

/** A server with all three front ends, for the notebooks in `folder`; every cell of a notebook is in the page. */
async function serve(program, folder, env) {
  const settings = join(folder, ".jupyter/lab/user-settings/@jupyterlab/notebook-extension");
  const port = await freePort();
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, "tracker.jupyterlab-settings"), JSON.stringify({ windowingMode: "none" }));
  const words = [
    "--no-browser",
    `--port=${port}`,
    `--IdentityProvider.token=${TOKEN}`,
    `--ServerApp.root_dir=${folder}`,
    "--allow-root",
    "--LabApp.news_url=",
    "--LabApp.expose_app_in_browser=True",
    "--JupyterNotebookApp.expose_app_in_browser=True",
  ];
  const server = spawn(program("jupyter-lab"), words, { env, stdio: "ignore" });
  const home = `http://127.0.0.1:${port}`;
  await until(
    "server",
    () =>
      fetch(`${home}/lab?token=${TOKEN}`).then(
        ({ ok }) => ok,
        () => false,
      ),
    60,
  );
  return { server, at: path => name => `${home}/${path}/${name}?token=${TOKEN}&reset` };
}

/** What a browser sees. */
async function browse(browser, program, folder, env) {
  const pictures = option("--screenshots");
  const keep = async name => {
    await browser.evaluate(
      "for (const button of document.querySelectorAll('.Toastify__close-button, .jp-toast-button:last-child')) button.click()",
    );
    await delay(1000);
    if (pictures) writeFileSync(join(pictures, `${name}.png`), await browser.screenshot());
  };
  const { server, at } = await serve(program, folder, env);
  const lab = front(browser, at("lab/tree"));
  const notebook = front(browser, at("notebooks"));
  try {
    await page(browser, program, folder, env);
    await untrusted(lab, "JupyterLab");
    await chapter(lab, "JupyterLab", join(folder, FILES.lab), async () => {
      await lab.command("application:toggle-left-area");
      await browser.evaluate("document.querySelector('.js-plotly-plot').scrollIntoView()");
      await keep("jupyterlab-figure");
    });
    await troubles(lab, "JupyterLab", () => keep("jupyterlab-error-and-completion"));
    await chapter(notebook, "Notebook 7", join(folder, FILES.notebook), () => keep("notebook-figure"));
    await classic(browser, at("nbclassic/notebooks")(FILES.classic));
  } finally {
    server.kill();
  }
}

async function main() {
  await setupOrExit();
  const folder = mkdtempSync(join(tmpdir(), "flows-jupyter-"));
  try {
    await speed();
    const { venv, program } = python(folder, option("--environment"));
    const env = { ...process.env, HOME: folder, JUPYTER_PREFER_ENV_PATH: "1" };
    assert.equal(
      run(process.execPath, [join(root, "scripts/flows.mjs"), "kernel", "install", "--prefix", venv]).status,
      0,
    );
    executed(program, folder, env);
    for (const name of Object.values(FILES)) cpSync(committed, join(folder, name));
    writeFileSync(join(folder, "trouble.ipynb"), JSON.stringify(trouble));
    const browser = await openPage(join(folder, "browser"));
    if (!browser) return say("skipped the browser: no Chromium here");
    try {
      await browse(browser, program, folder, env);
    } catch (error) {
      writeFileSync(join(tmpdir(), "jupyter-test.png"), await browser.screenshot());
      throw error;
    } finally {
      await browser.close();
    }
    say("all passed");
  } finally {
    await delay(500);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

if (!existsSync(committed)) skip(`no ${NOTEBOOK}`);
main().catch(error => {
  say(`failed: ${error.message}`);
  process.exitCode = 1;
});
