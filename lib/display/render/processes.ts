/**
 * Work that may die, in child processes that take one order at a time: native code that aborts, a script that does not
 * end, or memory that runs out costs that order its answer, and nothing else.
 */
import { type ChildProcess, fork } from "node:child_process";
import type { Socket } from "node:net";
import { fileURLToPath } from "node:url";

export interface Pool<Order, Answer> {
  /** Rejects with why there is no answer: what was thrown, how the process ended, or that it took too long. */
  run(order: Order): Promise<Answer>;
  /** Starts a process before the first order comes. */
  warmUp(): void;
  close(): void;
}

export interface PoolOptions {
  /** Processes at a time. */
  readonly processes?: number;
  /** Milliseconds for one order. */
  readonly timeout?: number;
}

/** What a process answers: a value, or why there is none. */
type Reply<Answer> = { readonly value: Answer } | { readonly problem: string };

/** A process that lets this one end while it has nothing to do. */
interface Process {
  readonly child: ChildProcess;
  /** What it said about its end. */
  words(): string;
}

/** Letters of its complaints that are kept. */
const WORDS = 2000;

function open(module: URL): Process {
  const child = fork(fileURLToPath(module), {
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let words = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(0, WORDS);
  });
  (child.stderr as Socket | null)?.unref();
  hold(child, false);
  return { child, words: () => words };
}

/** Whether this process lives on until the child has answered. */
function hold(child: ChildProcess, holds: boolean): void {
  for (const handle of [child, child.channel])
    if (holds) handle?.ref();
    else handle?.unref();
}

/** How a process ended, with the first sentence that it printed, such as the message of a panic. */
function ending(code: number | null, signal: string | null, words: string): string {
  const said = words.split("\n").find(line => !/^(?:$|thread |stack |note: )/.test(line));
  return (
    "the process that drew was ended by " +
    `${signal ?? `exit code ${code}`}${said === undefined ? "" : ` (${said.slice(0, 120)})`}`
  );
}

function ask<Order, Answer>({ child, words }: Process, order: Order, timeout: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill("SIGKILL");
    }, timeout);
    const end = (finish: () => void): void => {
      clearTimeout(timer);
      child.off("message", hear).off("close", die).off("error", fail);
      hold(child, false);
      finish();
    };
    const fail = (error: Error): void => end(() => reject(error));
    const die = (code: number | null, signal: string | null): void =>
      fail(new Error(late ? `not done after ${timeout / 1000} s` : ending(code, signal, words())));
    const hear = (reply: Reply<Answer>): void =>
      "problem" in reply ? fail(new Error(reply.problem)) : end(() => resolve(reply.value));
    child.on("message", hear).on("close", die).on("error", fail);
    hold(child, true);
    try {
      child.send(order as object, () => undefined);
    } catch (error) {
      fail(error as Error);
    }
  });
}

/** Processes that run the same module, which calls `serveOrders`; they start when they are needed. */
export function openPool<Order, Answer>(
  module: URL,
  { processes = 1, timeout = 120_000 }: PoolOptions = {},
): Pool<Order, Answer> {
  const living = new Set<Process>();
  const idle: Process[] = [];
  const waiting: ((process: Process) => void)[] = [];
  const start = (): Process => {
    const process = open(module);
    living.add(process);
    process.child.once("exit", () => {
      living.delete(process);
      if (idle.includes(process)) idle.splice(idle.indexOf(process), 1);
    });
    return process;
  };
  const take = (): Promise<Process> => {
    const free = idle.pop() ?? (living.size < processes ? start() : undefined);
    return free === undefined ? new Promise(resolve => void waiting.push(resolve)) : Promise.resolve(free);
  };
  /** A dead process is replaced only when somebody waits for it. */
  const release = (process: Process): void => {
    const next = waiting.shift();
    if (next !== undefined) next(living.has(process) ? process : start());
    else if (living.has(process)) idle.push(process);
  };
  return {
    run: async order => {
      const process = await take();
      try {
        return await ask<Order, Answer>(process, order, timeout);
      } finally {
        release(process);
      }
    },
    warmUp: () => {
      if (living.size === 0) idle.push(start());
    },
    close: () => {
      for (const { child } of living) child.kill();
    },
  };
}

/**
 * Answers the orders of the process that has started this one, until that one is gone; its interrupts are not meant for
 * this one.
 */
export function serveOrders<Order, Answer>(answer: (order: Order) => Answer | Promise<Answer>): void {
  const reply = (content: Reply<Answer>): void => void process.send?.(content);
  process.on("SIGINT", () => undefined);
  process.on("disconnect", () => process.exit());
  process.on("message", (order: Order) => {
    Promise.resolve(order)
      .then(answer)
      .then(
        value => reply({ value }),
        (error: unknown) => reply({ problem: error instanceof Error ? error.message : String(error) }),
      );
  });
}
