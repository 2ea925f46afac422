import { settled, onInterrupt } from "../display/sink.js";
import { packageRoot } from "../../experiments/archive/package-root.js";
import { type CellError, type Complaint, compileError, INTERRUPTED, runtimeError, scriptName } from "./errors.js";
import { PRELUDE } from "./prelude.js";
import { type Compiler, createCompiler, withOwnName } from "./tslab.js";

/** The cells of one notebook: what they declare and how they are run. */
export interface Session extends Pick<Compiler, "complete" | "inspect" | "isComplete" | "close"> {
  /** Runs a cell with this number; says why it failed. Ends early when the user interrupts. */
  execute(source: string, count: number): Promise<CellError | undefined>;
  /** What was thrown outside of a cell's own run, in lines of the cells. */
  describe(thrown: unknown): CellError;
}

export interface SessionOptions {
  /** Shows the value of the last expression of a cell. */
  show(value: unknown): void;
  /** Called when the code of a cell begins and when the cell has ended: between the two it may be stopped by force. */
  running(now: "begins" | "ended"): void;
}

/** What went wrong in the cell that runs. */
interface Trouble {
  readonly complaints: Complaint[];
  thrown?: { readonly value: unknown };
}

/** The form in which tslab prints a complaint of the compiler. */
const COMPLAINT = "%s%d:%d - %s";

function note(trouble: Trouble, words: readonly unknown[]): void {
  if (words[0] === COMPLAINT)
    trouble.complaints.push({ line: Number(words[2]), column: Number(words[3]), message: String(words[4]) });
  else trouble.thrown = { value: words[0] };
}

const INTERRUPTION = Symbol("interruption");

/** Resolves when the user interrupts; call `forget` when that does not matter any more. */
function interruption(executor: Compiler): {
  readonly stopped: Promise<typeof INTERRUPTION>;
  readonly forget: () => void;
} {
  let forget = (): void => undefined;
  const stopped = new Promise<typeof INTERRUPTION>(resolve => {
    forget = onInterrupt(() => {
      executor.interrupt();
      resolve(INTERRUPTION);
    });
  });
  return { stopped, forget };
}

/** In a turn of the event loop of its own: ending it by force ends nothing else. */
const inOwnTurn = <T>(work: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => void setImmediate(() => void work().then(resolve, reject)));

/** Starts the compiler, which takes a second or two, and runs the prelude. */
export async function startSession({ show, running }: SessionOptions): Promise<Session> {
  let trouble: Trouble = { complaints: [] };
  let script = "prelude";
  const echo = {
    log: (value: unknown) => show(withOwnName(value)),
    error: (...words: readonly unknown[]) => note(trouble, words),
  };
  /** The prelude is not to be stopped: a library that is loaded by half is of no use to any cell. */
  let begins = (): void => undefined;
  const compiler = createCompiler(
    packageRoot,
    echo,
    () => script,
    () => begins(),
  );
  if (!(await compiler.execute(PRELUDE)))
    throw new Error(`the prelude fails: ${JSON.stringify(trouble)} ${String(trouble.thrown?.value)}`);
  begins = () => running("begins");
  const failure = (source: string, count: number): CellError =>
    trouble.complaints.length > 0
      ? compileError(count, source, trouble.complaints)
      : runtimeError(trouble.thrown?.value, compiler.origin);

  async function execute(source: string, count: number): Promise<CellError | undefined> {
    const { stopped, forget } = interruption(compiler);
    trouble = { complaints: [] };
    script = scriptName(count);
    try {
      const ended = await Promise.race([inOwnTurn(() => compiler.execute(source)), stopped]);
      if (ended === false) return failure(source, count);
      return ended === INTERRUPTION || (await Promise.race([settled(), stopped])) === INTERRUPTION
        ? INTERRUPTED
        : undefined;
    } catch (error) {
      return runtimeError(error, compiler.origin);
    } finally {
      forget();
      running("ended");
    }
  }
  return {
    execute,
    describe: thrown => runtimeError(thrown, compiler.origin),
    complete: compiler.complete,
    inspect: compiler.inspect,
    isComplete: compiler.isComplete,
    close: compiler.close,
  };
}
