/** JupyterLab and Notebook 7, which share their parts, in a browser. */
import assert from "node:assert/strict";
import { basename } from "node:path";
import { committed, delay, essence, figuresOf, say, tablesOf, until, within } from "./tools.mjs";

const WIDGET = "jupyterapp.shell.currentWidget";
const CONNECTED = `globalThis.jupyterapp !== undefined && ${WIDGET}?.sessionContext?.session?.kernel?.connectionStatus === 'connected'`;
const TRACES = "[...document.querySelectorAll('.js-plotly-plot')].map(node => node.data.length)";
const TABLES = "document.querySelectorAll('.jp-OutputArea-output table').length";
const TEXT = "[...document.querySelectorAll('.jp-OutputArea-output')].map(node => node.textContent).join('\\n')";
const TRUSTED = `Array.from(${WIDGET}.content.model.cells).filter(cell => cell.type === 'code').every(cell => cell.trusted)`;

/** Opens pages of notebooks; every cell is in the page, also those far below. */
export function front(browser, address) {
  const command = id =>
    within(id, browser.evaluate(`jupyterapp.commands.execute(${JSON.stringify(id)}).then(() => true)`));
  const open = async name => {
    await browser.go(address(name));
    await until(`kernel for ${name}`, () => browser.evaluate(CONNECTED), 120);
  };
  /** All figures with the right numbers of traces, and all tables. */
  const shows = async (figures, tables) => {
    const seen = async () => JSON.stringify([await browser.evaluate(TRACES), await browser.evaluate(TABLES)]);
    await until(
      `figures with ${figures} traces and ${tables} tables`,
      async () => (await seen()) === JSON.stringify([figures, tables]),
      60,
    );
  };
  return { browser, command, open, shows };
}

const [FIGURES, TABLE_COUNT] = [figuresOf(committed), tablesOf(committed)];

/** A notebook that came from elsewhere, before anything is run: nothing of it is trusted. */
export async function untrusted({ browser, open, shows }, name) {
  await open("untrusted.ipynb");
  await shows(FIGURES, TABLE_COUNT);
  assert.equal(await browser.evaluate(TRUSTED), false);
  say(`${name}: a notebook that is not trusted shows ${FIGURES.length} living figures and ${TABLE_COUNT} tables`);
}

/** Runs the chapter in this file; what the front end saves is what the runner writes. */
export async function chapter({ command, open, shows }, name, file, keep) {
  await open(basename(file));
  await command("notebook:clear-all-cell-outputs");
  await shows([], 0);
  await command("notebook:run-all-cells");
  await shows(FIGURES, TABLE_COUNT);
  say(`${name}: running all cells shows living figures with ${FIGURES} traces, and ${TABLE_COUNT} tables`);
  await keep();
  await command("docmanager:save");
  assert.deepEqual(essence(file), essence(committed));
  say(`${name}: the notebook that is saved is the one that the runner writes`);
}

const cell = (id, source) => ({ cell_type: "code", id, metadata: {}, source, outputs: [], execution_count: null });

/** A notebook that fails, loops, and has half a name to complete. */
export const trouble = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: "gradient-flows", display_name: "", language: "typescript" } },
  cells: [
    cell("fails", '\nthrow new RangeError("out of range");'),
    cell("loops", "await Promise.resolve(1);\nfor (;;) {}"),
    cell("completes", "gf.geometries.wasser"),
  ],
};

/** An error, an endless loop and a completion. */
export async function troubles({ browser, command, open }, name, keep) {
  const go = index => browser.evaluate(`${WIDGET}.content.activeCellIndex = ${index}`);
  const text = () => browser.evaluate(TEXT);
  await open("trouble.ipynb");
  await go(0);
  await command("notebook:run-cell");
  await until("error with its line", async () => /RangeError: out of range[\s\S]*line 2/.test(await text()));
  say(`${name}: an error shows name, message and line`);
  await go(1);
  command("notebook:run-cell").catch(() => undefined);
  await delay(2000);
  const asked = Date.now();
  command("notebook:interrupt-kernel").catch(() => undefined);
  await until("interrupted loop", async () => /Interrupted: stopped by the user/.test(await text()));
  say(`${name}: an interrupt stops an endless loop, after ${((Date.now() - asked) / 1000).toFixed(1)} s`);
  await completion(browser, command, go);
  await keep();
  say(`${name}: completion offers the names of the library`);
}

async function completion(browser, command, go) {
  await go(2);
  await browser.evaluate(`${WIDGET}.content.mode = 'edit'`);
  await browser.evaluate(
    `(() => { const { editor } = ${WIDGET}.content.activeCell; editor.focus(); editor.setCursorPosition({ line: 0, column: 9 }); return true; })()`,
  );
  command("completer:invoke-notebook").catch(() => undefined);
  const offered = `[...document.querySelectorAll('.jp-Completer-item')].map(node => node.textContent).join(' ') + ' ' + ${WIDGET}.content.activeCell.model.sharedModel.source`;
  await until("completion", async () => /wasserstein/i.test(await browser.evaluate(offered)), 30);
}
