import { dirname } from "node:path";
import type { Json } from "../protocol/message.js";
import { type Client, startClient } from "./client.js";
import { collector } from "./outputs.js";
import { KERNEL, KERNEL_COMMAND } from "../install/kernelspec.js";
import { type Cell, type CodeCell, isCode, type Notebook, type Output, textOf } from "./notebook.js";

/** How the run of a cell ended. */
export interface CellEnd {
  /** Index among all cells, from 0. */
  readonly index: number;
  readonly cell: CodeCell;
  readonly seconds: number;
  /** Why it failed. */
  readonly failure?: string;
}

export interface ExecuteOptions {
  /** Where the notebook lies. */
  readonly file: string;
  /** Longest time (s) of one cell. */
  readonly limit: number;
  /** Cores for the runs of its cells; the numbers do not depend on it. */
  readonly threads: number;
  /** Called after each cell with the notebook so far. */
  ended(end: CellEnd, sofar: Notebook): void;
}

/** Time (ms) for the kernel to answer, and for a cell to obey an interrupt. */
const TIMEOUT = { start: 120_000, interrupt: 5_000 } as const;

const isEmpty = (cell: CodeCell): boolean => textOf(cell.source).trim() === "";

/** A cell that is to show an error says so. */
const mayFail = ({ metadata }: CodeCell): boolean =>
  Array.isArray(metadata.tags) && metadata.tags.includes("raises-exception");

const EXECUTE: Json = {
  silent: false,
  store_history: true,
  user_expressions: {},
  allow_stdin: false,
  stop_on_error: true,
};

/** What a cell made: its outputs, and its number or what went wrong. */
interface Made {
  readonly outputs: readonly Output[];
  readonly count: number | null;
  readonly failure?: string;
}

const failureOf = (reply: Json): string | undefined =>
  reply.status === "ok"
    ? undefined
    : ((reply.traceback as readonly string[] | undefined)?.join("\n") ?? String(reply.status));

/** Runs one cell; after `limit` seconds it is interrupted, and if that does not help it has no reply. */
async function make(client: Client, code: string, limit: number): Promise<Made> {
  const { add, outputs } = collector();
  let late = false;
  let force: NodeJS.Timeout | undefined;
  const reply = client.ask("execute_request", { ...EXECUTE, code }, add);
  const hopeless = new Promise<Json>(resolve => {
    force = setTimeout(() => {
      late = true;
      client.interrupt();
      force = setTimeout(() => resolve({ status: "error" }), TIMEOUT.interrupt);
    }, 1000 * limit);
  });
  try {
    const answer = await Promise.race([reply, hopeless]);
    const failure = late ? `stopped after ${limit} s` : failureOf(answer);
    return {
      outputs: outputs(),
      count: (answer.execution_count as number | undefined) ?? null,
      ...(failure !== undefined && { failure }),
    };
  } catch (error) {
    return { outputs: outputs(), count: null, failure: (error as Error).message };
  } finally {
    clearTimeout(force);
  }
}

const cleared = (cell: Cell): Cell => (isCode(cell) ? { ...cell, outputs: [], execution_count: null } : cell);

/** What Jupyter writes about the kernel. */
const withKernel = (notebook: Notebook, info: Json): Notebook => ({
  ...notebook,
  metadata: { ...notebook.metadata, kernelspec: { ...KERNEL }, language_info: info.language_info },
});

/**
 * Runs all code cells of a notebook in a new kernel, in their order, and returns the notebook with their outputs; ends
 * at the first cell that fails, unless that is tagged `raises-exception`. Outputs hold no times and no random names:
 * equal code gives equal notebooks.
 */
export async function executeNotebook(
  notebook: Notebook,
  { file, limit, threads, ended }: ExecuteOptions,
): Promise<Notebook> {
  const argv = [...KERNEL_COMMAND, "--painted-outside", "--unwatched", `--threads=${threads}`];
  const client = await startClient({ argv, folder: dirname(file), timeout: TIMEOUT.start });
  try {
    let sofar = withKernel(
      { ...notebook, cells: notebook.cells.map(cleared) },
      await client.ask("kernel_info_request", {}),
    );
    for (const [index, cell] of sofar.cells.entries()) {
      if (!isCode(cell) || isEmpty(cell)) continue;
      const start = performance.now();
      const { outputs, count, failure } = await make(client, textOf(cell.source), limit);
      const done: CodeCell = { ...cell, outputs, execution_count: count };
      sofar = { ...sofar, cells: sofar.cells.map((other, i) => (i === index ? done : other)) };
      const wrong = failure !== undefined && !mayFail(cell);
      ended({ index, cell: done, seconds: (performance.now() - start) / 1000, ...(wrong && { failure }) }, sofar);
      if (wrong) break;
    }
    return sofar;
  } finally {
    await client.stop();
  }
}
