import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { packageRoot } from "../../experiments/archive/package-root.js";
import { KERNEL } from "../install/kernelspec.js";
import { type Cell, isCode, type Notebook, notebookText, type Output } from "./notebook.js";

const folder = join(packageRoot, "notebooks");
const files = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith(".ipynb")) : [];

const PLOTLY = "application/vnd.plotly.v1+json";

/** What figures with a picture say of themselves, in any notebook. */
const pictured = new Set(
  files
    .flatMap(name => (JSON.parse(readFileSync(join(folder, name), "utf8")) as Notebook).cells)
    .filter(isCode)
    .flatMap(({ outputs }) => outputs)
    .flatMap(output => ("data" in output && "image/png" in output.data ? [String(output.data["text/plain"])] : [])),
);

const keysOf = (value: object): string => Object.keys(value).sort().join(" ");

/** The keys that nbformat 4.5 asks for and allows. */
const CELL: { readonly [T in Cell["cell_type"]]: string } = {
  code: "cell_type execution_count id metadata outputs source",
  markdown: "cell_type id metadata source",
  raw: "cell_type id metadata source",
};
const OUTPUT: { readonly [T in Output["output_type"]]: string } = {
  stream: "name output_type text",
  display_data: "data metadata output_type",
  execute_result: "data execution_count metadata output_type",
  error: "ename evalue output_type traceback",
};

for (const name of files) {
  const text = readFileSync(join(folder, name), "utf8");
  const notebook = JSON.parse(text) as Notebook;

  test(`${name} is a notebook of nbformat 4.5, written as the runner writes it`, () => {
    assert.deepEqual(
      [keysOf(notebook), notebook.nbformat, notebook.nbformat_minor],
      ["cells metadata nbformat nbformat_minor", 4, 5],
    );
    assert.deepEqual(notebook.metadata.kernelspec, KERNEL);
    for (const cell of notebook.cells) assert.equal(keysOf(cell), CELL[cell.cell_type]);
    for (const output of notebook.cells.filter(isCode).flatMap(({ outputs }) => outputs))
      assert.equal(keysOf(output), OUTPUT[output.output_type]);
    const ids = notebook.cells.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^[a-z][a-z0-9-]{0,63}$/, "ids are words that a difference can be found by");
    assert.equal(text, notebookText(notebook));
  });

  test(`${name} was run from first to last, and every figure has a picture, here or in another notebook`, () => {
    const cells = notebook.cells.filter(isCode);
    assert.deepEqual(
      cells.map(cell => cell.execution_count),
      cells.map((_, i) => i + 1),
    );
    for (const output of cells.flatMap(({ outputs }) => outputs))
      if ("data" in output && PLOTLY in output.data)
        assert.ok("image/png" in output.data || pictured.has(String(output.data["text/plain"])));
  });

  test(`${name} is small enough to be shown by code hosts: below a megabyte`, () =>
    assert.ok(Buffer.byteLength(text) < 1e6));

  test(`${name} has no paths of the machine that ran it, no times and no random names`, () =>
    assert.doesNotMatch(
      text,
      /\/(?:home|root|tmp|Users|work)\/|\d{4}-\d\d-\d\dT|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/,
    ));
}
