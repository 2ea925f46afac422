import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { notebookOf } from "../../lib/notebook/runner/fixtures.js";
import { isCode, type Notebook, type Output, writeNotebook } from "../../lib/notebook/runner/notebook.js";
import { flows } from "../testing/fixtures.js";

/** A notebook of one cell with the output that somebody committed. */
const committed = (source: string, data: Readonly<Record<string, unknown>>): Notebook => {
  const notebook = notebookOf(source);
  const outputs: readonly Output[] = [{ output_type: "display_data", data, metadata: {} }];
  return {
    ...notebook,
    cells: notebook.cells.map(cell => (isCode(cell) ? { ...cell, outputs, execution_count: 1 } : cell)),
  };
};

const FIGURE = '{ data: [{ type: "scatter", y: [1, 2] }], layout: { width: 300, height: 200, paper_bgcolor: "#fff" } }';
const PLOTLY = "application/vnd.plotly.v1+json";

const notebooks: Readonly<Record<string, Notebook>> = {
  number: committed("6 * 7", { "text/plain": ["41"] }),
  figure: committed(`show(${FIGURE});`, {
    [PLOTLY]: { data: [{ type: "scatter", y: [1, 2.00001] }] },
    "image/png": "",
    "text/plain": ["[figure (1 traces)]"],
  }),
  failing: committed("const x: string = 1;", { "text/plain": ["1"] }),
  equal: committed("[1, 2]", { "text/plain": ["[ 1, 2 ]"] }),
};

test("check finds a changed number, a changed figure and a failing cell, names cell and difference, and writes nothing", async () => {
  const project = mkdtempSync(join(tmpdir(), "flows-"));
  const folder = join(project, "notebooks");
  const file = (name: string): string => join(folder, `${name}.ipynb`);
  mkdirSync(folder);
  for (const [name, notebook] of Object.entries(notebooks)) writeNotebook(file(name), notebook);
  const before = Object.keys(notebooks).map(name => readFileSync(file(name), "utf8"));
  const { code, err } = await flows(["notebook", "check", "--project", project]);
  assert.equal(code, 1);
  assert.match(err, /number\.ipynb, cell \[1\] \(cell-1\): text\/plain, line 1: 41 before, 42 now/);
  assert.match(err, /figure\.ipynb, cell \[1\] \(cell-1\): figure \/data\/0\/y\/1: 2\.00001 before, 2 now/);
  assert.match(
    err,
    /failing, cell \[1\] \(cell-1\) failed:\n[\s\S]*cell \[1\], line 1: Type 'number' is not assignable to type 'string'/,
  );
  assert.match(err, /equal\.ipynb is as committed/);
  assert.deepEqual(
    Object.keys(notebooks).map(name => readFileSync(file(name), "utf8")),
    before,
  );
});

test("run keeps what was done before a cell that fails, and is exit code 1", async () => {
  const project = mkdtempSync(join(tmpdir(), "flows-"));
  const file = join(project, "own.ipynb");
  writeNotebook(file, notebookOf("6 * 7", 'throw new RangeError("here");', "3"));
  const { code, err } = await flows(["notebook", "run", file, "--project", project]);
  const text = readFileSync(file, "utf8");
  assert.equal(code, 1);
  assert.match(err, /own, cell \[2\] \(cell-2\) failed:\nRangeError: here\n {4}at cell \[2\], line 1/);
  assert.match(text, /"42"/);
  assert.match(text, /"ename": "RangeError"/);
});

test("a notebook that is not there is exit code 2", async () => {
  assert.equal((await flows(["notebook", "run", "nowhere.ipynb"])).code, 2);
});
