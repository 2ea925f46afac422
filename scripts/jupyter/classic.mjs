/** The classic Notebook, which knows nothing of plotly: pictures instead. */
import { committed, figuresOf, say, tablesOf, until } from "./tools.mjs";

const CONNECTED = "globalThis.Jupyter?.notebook?.kernel?.is_connected() === true && Jupyter.notebook._fully_loaded";
const PICTURES = "[...document.querySelectorAll('.output_area img')].filter(image => image.naturalWidth > 500).length";
const TABLES = "document.querySelectorAll('.output_area table').length";
const CLEARED = `(Jupyter.notebook.clear_all_output(), ${PICTURES} + ${TABLES} === 0)`;
const NUMBERS =
  "Jupyter.notebook.get_cells().filter(cell => cell.cell_type === 'code').map(cell => cell.input_prompt_number)";

export async function classic(browser, url) {
  const figures = figuresOf(committed).length;
  const tables = tablesOf(committed);
  await browser.go(url);
  await until("kernel in the classic Notebook", () => browser.evaluate(CONNECTED), 120);
  await until("empty notebook", () => browser.evaluate(CLEARED));
  await browser.evaluate("Jupyter.notebook.execute_all_cells()");
  await until(
    "end of all cells",
    async () => (await browser.evaluate(NUMBERS)).every((number, i) => number === i + 1),
    120,
  );
  await until(`${figures} pictures and ${tables} tables`, () =>
    browser.evaluate(`${PICTURES} === ${figures} && ${TABLES} === ${tables}`),
  );
  say(`classic Notebook: running all cells shows ${figures} pictures and ${tables} tables`);
}
