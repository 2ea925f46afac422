/** Notebooks as files: nbformat 4.5, written as Jupyter writes them. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { refuse } from "../../arithmetic/refusal.js";
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

type Loose<T> = { readonly [K in keyof T]?: unknown };

const isText = (value: unknown): boolean =>
  typeof value === "string" || (Array.isArray(value) && value.every(line => typeof line === "string"));

const isCell = (value: unknown): boolean => {
  const cell = value as Loose<CodeCell> | null;
  return isText(cell?.source) && (cell?.cell_type !== "code" || Array.isArray(cell.outputs));
};

/** Why a value is no notebook that can be run; undefined if it is one. */
function faultOf(value: unknown): string | undefined {
  const { cells, nbformat } = Object(value) as Loose<Notebook>;
  if (nbformat !== undefined && nbformat !== 4) return "its format is not 4: save it with a newer Jupyter";
  if (!Array.isArray(cells)) return "it has no list of cells";
  const wrong = cells.findIndex(cell => !isCell(cell));
  return wrong < 0 ? undefined : `cell [${wrong + 1}] has no source, or no list of outputs`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A notebook from its file. Refuses a file that is none. */
export function readNotebook(file: string): Notebook {
  const value = parsed(readFileSync(file, "utf8"));
  const fault = value === undefined ? "it is no JSON" : faultOf(value);
  return fault === undefined ? (value as Notebook) : refuse(`${basename(file)} is no notebook: ${fault}`);
}

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
