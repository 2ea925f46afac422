/** Notebooks as files: nbformat 4.5, written as Jupyter writes them. */
import { readFileSync } from "node:fs";
import { replaceFile } from "./replace-file.js";

/** Text as a list of lines, or in one piece. */
export type Multiline = string | readonly string[];

export type Data = Readonly<Record<string, unknown>>;

export type Output =
  | { readonly output_type: "stream"; readonly name: string; readonly text: Multiline }
  | { readonly output_type: "display_data"; readonly data: Data; readonly metadata: Data }
  | {
      readonly output_type: "execute_result";
      readonly data: Data;
      readonly metadata: Data;
      readonly execution_count: number;
    }
  | {
      readonly output_type: "error";
      readonly ename: string;
      readonly evalue: string;
      readonly traceback: readonly string[];
    };

interface CellBase {
  readonly id: string;
  readonly metadata: Data;
  readonly source: Multiline;
}

export interface CodeCell extends CellBase {
  readonly cell_type: "code";
  readonly execution_count: number | null;
  readonly outputs: readonly Output[];
}

export interface TextCell extends CellBase {
  readonly cell_type: "markdown" | "raw";
}

export type Cell = CodeCell | TextCell;

export interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata: Data;
  readonly nbformat: number;
  readonly nbformat_minor: number;
}

export const textOf = (text: Multiline): string => (typeof text === "string" ? text : text.join(""));

/** Lines with their line breaks, as Jupyter stores text. */
export const linesOf = (text: string): readonly string[] => (text === "" ? [] : text.split(/(?<=\n)/));

export const isCode = (cell: Cell): cell is CodeCell => cell.cell_type === "code";

export const readNotebook = (file: string): Notebook => JSON.parse(readFileSync(file, "utf8")) as Notebook;

/** Keys in alphabetical order, as Jupyter writes them. */
function sorted(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key, sorted(child)]),
  );
}

/** The bytes of a notebook: the same for equal notebooks. */
export const notebookText = (notebook: Notebook): string => `${JSON.stringify(sorted(notebook), null, 1)}\n`;

export const writeNotebook = (file: string, notebook: Notebook): void => replaceFile(file, notebookText(notebook));
