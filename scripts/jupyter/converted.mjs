/** nbclient and nbconvert: a notebook executed by Python, and its pages for readers. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { committed, essence, figuresOf, NOTEBOOK, run, say, tablesOf, until } from "./tools.mjs";

const CONVERT = ["nbconvert", "--log-level=ERROR"];

/** Executed by nbclient in another folder, a notebook is what the runner has written. Returns its file. */
export function executed(program, folder, env) {
  const own = join(folder, "deep/nested");
  const file = join(own, NOTEBOOK);
  mkdirSync(own, { recursive: true });
  cpSync(committed, file);
  const { status, stderr } = run(program("jupyter"), [...CONVERT, "--to", "notebook", "--execute", "--inplace", file], {
    env,
  });
  assert.equal(status, 0, stderr);
  assert.deepEqual(essence(file), essence(committed));
  say("nbconvert (nbclient) executes to the notebook that the runner writes, in another folder");
  return file;
}

const PICTURES =
  "[...document.querySelectorAll('.jp-OutputArea-output img')].filter(image => image.naturalWidth > 500).length";
const TABLES = "document.querySelectorAll('.jp-OutputArea-output table').length";

/** As a page every figure is a picture, and every table of claims a table. */
export async function page(browser, program, folder, env) {
  const file = join(folder, "page.html");
  const { stdout } = run(program("jupyter"), [...CONVERT, "--to", "html", "--stdout", committed], { env });
  writeFileSync(file, stdout);
  await browser.go(String(pathToFileURL(file)));
  await until(
    "page of nbconvert",
    () => browser.evaluate(`${PICTURES} === ${figuresOf(committed).length} && ${TABLES} === ${tablesOf(committed)}`),
    30,
  );
  say(`nbconvert to HTML shows ${figuresOf(committed).length} pictures and ${tablesOf(committed)} tables`);
}
