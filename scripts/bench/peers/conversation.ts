import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A process that is asked line by line and answers every line with one. */
export interface Conversation {
  ask(line: string): Promise<string>;
  end(): void;
}

/** The processes' own threads are switched off: one thread against one. */
const ONE_THREAD = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1", NUMEXPR_NUM_THREADS: "1" };

/** Starts a program; it refuses to answer once the program has ended. */
export function converse(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = ONE_THREAD,
): Conversation {
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "ignore"], env: { ...process.env, ...environment } });
  const waiting: { readonly resolve: (line: string) => void; readonly reject: (error: Error) => void }[] = [];
  let ended: Error | undefined;
  const finish = (error: Error): void => {
    ended = error;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  child.on("error", finish);
  child.on("exit", code => finish(new Error(`${program} ended with code ${code}`)));
  child.stdin.on("error", finish);
  createInterface({ input: child.stdout }).on("line", line => waiting.shift()?.resolve(line));
  return {
    ask: line =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        waiting.push({ resolve, reject });
        child.stdin.write(`${line}\n`);
      }),
    end: () => void child.kill(),
  };
}
