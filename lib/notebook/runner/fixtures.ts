import type { Cell, Notebook } from "./notebook.js";

const cellOf = (source: string, i: number): Cell => ({
  cell_type: "code",
  id: `cell-${i + 1}`,
  metadata: {},
  source,
  outputs: [],
  execution_count: null,
});

/** A notebook of code cells. */
export const notebookOf = (...sources: readonly string[]): Notebook => ({
  cells: sources.map(cellOf),
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});
