/**
 * `npm run test:jupyter`: the kernel in real front ends. Python gets JupyterLab and nbconvert into a temporary environment; a notebook is
 * executed by nbconvert and must be the one that `flows notebook run` writes; JupyterLab in a headless Chromium must show living figures,
 * an error with its line, an interrupted loop, and the names of the library. Where a part is missing, one line says so, and that is no
 * failure. `--screenshots DIR` keeps pictures; `--environment DIR` takes an environment of Python that has JupyterLab already.
 */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPage } from "./testing/browser.mjs";
import { root, setupOrExit } from "./setup.mjs";

const NOTEBOOK = "00-start-here.ipynb";
const say = line => process.stderr.write(`jupyter: ${line}\n`);
const skip = reason => {
  say(`skipped: ${reason}`);
  process.exit(0);
};
const run = (program, words, options = {}) => spawnSync(program, words, { encoding: "utf8", ...options });
const works = (program, ...words) => run(program, words).status === 0;
const option = name => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const delay = ms => new Promise(resolve => setTimeout(resolve, ms));

/** Polls until there is something; a page is slow at first. */
async function until(what, look, seconds = 60) {
  const end = Date.now() + 1000 * seconds;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`after ${seconds} s there is still no ${what}`);
    await delay(250);
  }
}

/** An environment with JupyterLab: the one given, or a new one. */
function python(folder, given) {
  const venv = given ?? join(folder, "venv"), bin = process.platform === "win32" ? "Scripts" : "bin", program = name => join(venv, bin, name);
  if (given) return { venv, program };
  if (!works("python3", "-m", "venv", venv)) skip("no python3 that can make environments");
  const installed = run(join(venv, bin, "pip"), ["install", "--quiet", "jupyterlab", "nbconvert", "nbclient"]);
  if (installed.status !== 0) skip("JupyterLab cannot be installed from here");
  return { venv, program };
}

const freePort = () => new Promise(resolve => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

/** What a notebook says without what front ends keep for themselves. */
const essence = file => {
  const { cells } = JSON.parse(readFileSync(file, "utf8")), text = value => [value].flat().join("");
  return cells.map(({ cell_type, source, outputs, execution_count }) => ({ cell_type, source: text(source), outputs, execution_count }));
};

function nbconvert(jupyter, folder, env) {
  const own = join(folder, "deep/nested");
  mkdirSync(own, { recursive: true });
  cpSync(join(root, "notebooks", NOTEBOOK), join(own, NOTEBOOK));
  const { status, stderr } = run(jupyter("jupyter"), ["nbconvert", "--to", "notebook", "--execute", "--inplace", join(own, NOTEBOOK)], { env });
  assert.equal(status, 0, stderr);
  assert.deepEqual(essence(join(own, NOTEBOOK)), essence(join(root, "notebooks", NOTEBOOK)));
  say("nbconvert gives the notebook that is committed");
  const page = run(jupyter("jupyter"), ["nbconvert", "--to", "html", "--stdout", join(own, NOTEBOOK)], { env }).stdout;
  assert.ok((page.match(/data:image\/png;base64/g) ?? []).length >= 4);
  say("nbconvert to HTML keeps the pictures");
}

const cell = (id, source) => ({ cell_type: "code", id, metadata: {}, source, outputs: [], execution_count: null });

/** A notebook that fails, loops, and has half a name to complete. */
const trouble = {
  nbformat: 4, nbformat_minor: 5, metadata: { kernelspec: { name: "gradient-flows", display_name: "", language: "typescript" } },
  cells: [cell("fails", "\nthrow new RangeError(\"out of range\");"), cell("loops", "await Promise.resolve(1);\nfor (;;) {}"), cell("completes", "gf.wasser")],
};

const TEXT = "[...document.querySelectorAll('.jp-OutputArea-output')].map(node => node.textContent).join('\\n')";
const command = id => `jupyterapp.commands.execute(${JSON.stringify(id)}).then(() => true)`;
const TRACES = "[...document.querySelectorAll('.js-plotly-plot')].map(node => node.data.length)";
const ready = "globalThis.jupyterapp !== undefined && jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.connectionStatus === 'connected'";

async function lab(page, address, keep) {
  const open = async name => {
    await page.go(`${address.replace("?", `/tree/${name}?`)}&reset`);
    await until("kernel", () => page.evaluate(ready), 120);
  };
  await open(NOTEBOOK);
  page.evaluate(command("notebook:run-all-cells")).catch(() => undefined);
  const committed = essence(join(root, "notebooks", NOTEBOOK)).flatMap(({ outputs }) => outputs ?? []);
  const wanted = committed.flatMap(({ data }) => data?.["application/vnd.plotly.v1+json"]?.data.length ?? []);
  const traces = await until("figures", async () => {
    await page.evaluate("document.querySelector('.jp-WindowedPanel-outer')?.scrollBy(0, 400)");
    const found = await page.evaluate(TRACES);
    return found?.length >= 2 ? found : undefined;
  }, 120);
  for (const n of traces) assert.ok(wanted.includes(n), `a figure has ${n} traces, committed are ${wanted}`);
  say(`JupyterLab shows living figures with ${traces} traces`);
  await page.evaluate(command("application:toggle-left-area"));
  await page.evaluate("document.querySelector('.js-plotly-plot').scrollIntoView()");
  await delay(1000);
  await keep("lab-figure");

  await open("trouble.ipynb");
  page.evaluate(command("notebook:run-all-cells")).catch(() => undefined);
  await until("error with its line", async () => /RangeError: out of range[\s\S]*line 2/.test(await page.evaluate(TEXT)), 60);
  say("an error cell shows name, message and line");
  await page.evaluate("jupyterapp.shell.currentWidget.content.activeCellIndex = 1");
  page.evaluate(command("notebook:run-cell")).catch(() => undefined);
  await delay(3000);
  page.evaluate(command("notebook:interrupt-kernel")).catch(() => undefined);
  await until("interrupted loop", async () => /Interrupted: stopped by the user/.test(await page.evaluate(TEXT)), 60);
  say("an interrupt stops an endless loop");
  await page.evaluate("jupyterapp.shell.currentWidget.content.activeCellIndex = 2; jupyterapp.shell.currentWidget.content.mode = 'edit'");
  await page.evaluate("(() => { const { editor } = jupyterapp.shell.currentWidget.content.activeCell; editor.focus(); editor.setCursorPosition({ line: 0, column: 9 }); return true; })()");
  page.evaluate(command("completer:invoke-notebook")).catch(() => undefined);
  const offered = "[...document.querySelectorAll('.jp-Completer-item')].map(node => node.textContent).join(' ') + ' ' + jupyterapp.shell.currentWidget.content.activeCell.model.sharedModel.source";
  await until("completion", async () => /wasserstein/i.test(await page.evaluate(offered)), 30);
  await keep("lab-error-and-completion");
  say("completion offers the names of the library");
}

async function main() {
  await setupOrExit();
  const pictures = option("--screenshots");
  const folder = mkdtempSync(join(tmpdir(), "flows-jupyter-"));
  let server;
  try {
    const { venv, program } = python(folder, option("--environment")), env = { ...process.env, HOME: folder, JUPYTER_PREFER_ENV_PATH: "1" };
    assert.equal(run(process.execPath, [join(root, "scripts/flows.mjs"), "kernel", "install", "--prefix", venv]).status, 0);
    nbconvert(program, folder, env);
    cpSync(join(root, "notebooks", NOTEBOOK), join(folder, NOTEBOOK));
    writeFileSync(join(folder, "trouble.ipynb"), JSON.stringify(trouble));
    const port = await freePort();
    const words = ["--no-browser", `--port=${port}`, "--IdentityProvider.token=flows", "--expose-app-in-browser", `--ServerApp.root_dir=${folder}`, "--allow-root", "--LabApp.news_url="];
    server = spawn(program("jupyter-lab"), words, { env, stdio: "ignore" });
    const page = await openPage(join(folder, "browser"));
    if (!page) return say("skipped the browser: no Chromium here");
    const address = `http://127.0.0.1:${port}/lab?token=flows`;
    await until("server", () => fetch(address).then(({ ok }) => ok, () => false), 60);
    const keep = async name => {
      await page.evaluate("for (const button of document.querySelectorAll('.Toastify__close-button, .jp-toast-button:last-child')) button.click()");
      await delay(1000);
      if (pictures) writeFileSync(join(pictures, `${name}.png`), await page.screenshot());
    };
    try {
      await lab(page, address, keep);
    } catch (error) {
      writeFileSync(join(tmpdir(), "jupyter-test.png"), await page.screenshot());
      throw error;
    } finally {
      await page.close();
    }
    say("all passed");
  } finally {
    server?.kill();
    await delay(500);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

if (!existsSync(join(root, "notebooks", NOTEBOOK))) skip(`no ${NOTEBOOK}`);
main().catch(error => {
  say(`failed: ${error.message}`);
  process.exitCode = 1;
});
