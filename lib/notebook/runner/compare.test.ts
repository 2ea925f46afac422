import assert from "node:assert/strict";
import { test } from "node:test";
import { packed } from "../display/packed.js";
import { compareNotebooks } from "./compare.js";
import { notebookOf } from "./fixtures.js";
import { isCode, type Notebook, type Output } from "./notebook.js";

const PLOTLY = "application/vnd.plotly.v1+json";

/** A notebook of one cell with this output. */
const showing = (output: Output): Notebook => {
  const notebook = notebookOf("show(x)");
  return {
    ...notebook,
    cells: notebook.cells.map(cell => (isCode(cell) ? { ...cell, outputs: [output], execution_count: 1 } : cell)),
  };
};
const display = (data: Readonly<Record<string, unknown>>): Notebook =>
  showing({ output_type: "display_data", data, metadata: {} });
const figure = (y: number, png: string): Notebook =>
  display({ [PLOTLY]: { data: [{ y: [0, y] }] }, "image/png": png, "text/plain": ["[figure]"] });

const sentences = (before: Notebook, now: Notebook): readonly string[] =>
  compareNotebooks(before, now).map(({ cell, what }) => `${cell}: ${what}`);

test("a changed number of a text is found, with its cell and line", () => {
  const text = (n: number): Notebook => display({ "text/plain": ["one\n", `value ${n}`] });
  assert.deepEqual(sentences(text(1), text(1)), []);
  assert.deepEqual(sentences(text(1), text(2)), ["[1] (cell-1): text/plain, line 2: value 1 before, value 2 now"]);
});

test("numbers of a figure may differ by 1e-9 of their size and no more; its picture follows from them", () => {
  assert.deepEqual(sentences(figure(1000, "a"), figure(1000 * (1 + 9e-10), "b")), []);
  assert.deepEqual(sentences(figure(1000, "a"), figure(1000 * (1 + 2e-9), "a")), [
    "[1] (cell-1): figure /data/0/y/1: 1000 before, 1000.000002 now",
  ]);
});

test("numbers that are packed are compared as numbers, those of a matrix row by row", () => {
  const matrix = (corner: number): Notebook =>
    display({
      [PLOTLY]: { data: [packed({ z: Array.from({ length: 8 }, (_, i) => [i, i === 7 ? corner : 0]) })] },
      "image/png": "a",
    });
  assert.deepEqual(sentences(matrix(1000), matrix(1000 * (1 + 9e-10))), []);
  assert.deepEqual(sentences(matrix(1000), matrix(1001)), ["[1] (cell-1): figure /data/0/z/15: 1000 before, 1001 now"]);
});

test("a picture without a figure must be the same", () => {
  assert.equal(sentences(display({ "image/png": "a" }), display({ "image/png": "b" })).length, 1);
});

test("an output that fails, is missing or is new is found", () => {
  const error = showing({ output_type: "error", ename: "RangeError", evalue: "x", traceback: ["RangeError: x"] });
  assert.deepEqual(sentences(display({ "text/plain": "1" }), error), [
    "[1] (cell-1): output: display_data before, error now",
  ]);
  assert.deepEqual(
    sentences(notebookOf("show(x)"), display({ "text/plain": "1" })).at(-1),
    "[not run, code cell 1] (cell-1): output: none before, display_data now",
  );
});
