import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { type CellEnd, executeNotebook } from "./execute.js";
import { notebookOf } from "./fixtures.js";
import { isCode, type Notebook, notebookText } from "./notebook.js";

async function execute(
  notebook: Notebook,
  limit: number = 100,
): Promise<{ readonly ends: readonly CellEnd[]; readonly now: Notebook }> {
  const ends: CellEnd[] = [];
  const now = await executeNotebook(notebook, {
    file: join(tmpdir(), "x.ipynb"),
    limit,
    threads: 1,
    ended: end => ends.push(end),
  });
  return { ends, now };
}

const FIGURE =
  'show({ data: [{ type: "scatter", x: [0, 1], y: [Math.PI, 2] }], layout: { width: 300, height: 200, paper_bgcolor: "#fff" } });';

test("two runs of a notebook in two kernels give the same bytes; cells have numbers and outputs", async () => {
  const notebook = notebookOf('console.log("a"); console.log("b");', FIGURE, "[1, 2]");
  const [first, second] = await Promise.all([execute(notebook), execute(notebook)]);
  assert.equal(notebookText(first.now), notebookText(second.now));
  const cells = first.now.cells.filter(isCode);
  assert.deepEqual(
    cells.map(cell => cell.execution_count),
    [1, 2, 3],
  );
  assert.deepEqual(cells[0].outputs, [{ output_type: "stream", name: "stdout", text: ["a\n", "b\n"] }]);
  assert.deepEqual(first.now.metadata.kernelspec, {
    name: "gradient-flows",
    display_name: "Gradient Flows (TypeScript)",
    language: "typescript",
  });
  assert.doesNotMatch(notebookText(first.now), /\d{4}-\d\d-\d\d|[0-9a-f]{8}-[0-9a-f]{4}-/);
});

test("a failing cell ends the run and keeps what was done; one that is tagged raises-exception does not", async () => {
  const notebook = notebookOf("1 + 1", "null!.x", "3");
  const [one, two, three] = notebook.cells;
  const failed = await execute(notebook);
  const tagged = { ...notebook, cells: [one, { ...two, metadata: { tags: ["raises-exception"] } }, three] };
  assert.deepEqual(
    failed.ends.map(({ failure }) => failure !== undefined),
    [false, true],
  );
  assert.deepEqual(
    failed.now.cells.filter(isCode).map(cell => cell.outputs.length),
    [1, 1, 0],
  );
  assert.deepEqual(
    (await execute(tagged)).ends.map(({ failure }) => failure),
    [undefined, undefined, undefined],
  );
});

test("a cell that never ends is stopped at the limit of time, and one that ends the kernel is named", async () => {
  const endless = await execute(notebookOf("await Promise.resolve(1); for (;;) {}"), 2);
  assert.equal(endless.ends[0].failure, "stopped after 2 s");
  const gone = await execute(notebookOf("process.exit(3)"));
  assert.match(gone.ends[0].failure ?? "", /the kernel ended \(code 3\)/);
});
