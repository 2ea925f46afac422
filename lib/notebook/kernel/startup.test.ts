/** The first seconds of a kernel, in which front ends interrupt it and start it again. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { KERNEL_COMMAND } from "../install/kernelspec.js";
import { newConnection } from "../runner/client.js";
import { connect, greet, type Requests } from "../runner/requests.js";

/** Kernels that are tried: one in the unit tests, more with `STARTS=25`. */
const STARTS = Number(process.env["STARTS"] ?? 1);

/** Milliseconds between interrupts, and for which they go on. */
const INTERRUPTS = { pause: 200, end: 5000 } as const;

/** A cell of each kind: at once, waiting, computing, loading, printing. */
const CELLS = [
  "let answer = 41;",
  "await new Promise(r => setTimeout(r, 100));",
  "for (let i = 0; i < 2e8; i++);",
  'import { gzipSync } from "node:zlib"; gzipSync("x").length',
  "for (let i = 0; i < 1000; i++) console.log(i);",
] as const;

function start(file: string): ChildProcess {
  const [command, ...words] = KERNEL_COMMAND.map(word => word.replace("{connection_file}", file));
  return spawn(command, words, { cwd: tmpdir(), stdio: "ignore" });
}

const ended = (child: ChildProcess): Promise<unknown> =>
  child.exitCode === null && child.signalCode === null
    ? new Promise(resolve => void child.once("exit", resolve))
    : Promise.resolve();

/** A kernel and its front end. */
interface Pair {
  readonly kernel: Requests;
  readonly child: ChildProcess;
}

/** Gives the work what opens kernels on one connection; whoever waits for a kernel that has ended is told. */
async function onOneConnection(work: (open: () => Pair) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "flows-start-"));
  const connection = await newConnection();
  const file = join(folder, "connection.json");
  writeFileSync(file, JSON.stringify(connection), { mode: 0o600 });
  const opened: Pair[] = [];
  const open = (): Pair => {
    const pair = { kernel: connect(connection), child: start(file) };
    const { kernel, child } = pair;
    child.once("exit", (code, signal) => kernel.fail(new Error(`the kernel ended: ${signal ?? `code ${code}`}`)));
    opened.push(pair);
    return pair;
  };
  try {
    await work(open);
  } finally {
    for (const { kernel, child } of opened) {
      child.kill("SIGKILL");
      kernel.close();
    }
    rmSync(folder, { recursive: true });
  }
}

/** Ends a kernel as a front end does. */
async function shutDown({ kernel, child }: Pair): Promise<void> {
  kernel.shutdown();
  await ended(child);
  kernel.close();
}

/** The states in which a cell may end while the user interrupts. */
const ENDS = ["ok", "error Interrupted", "aborted"];

const endOf = async (kernel: Requests, code: string): Promise<string> => {
  const { status, ename } = await kernel.ask("execute_request", { code });
  return [status, ename].filter(Boolean).join(" ");
};

const WAYS: Readonly<Record<string, (pair: Pair) => void>> = {
  "a message": ({ kernel }) => kernel.interrupt(),
  "a signal": ({ child }) => void child.kill("SIGINT"),
};

/** Interrupts at every `pause` ms while the work goes on. */
async function whileInterrupted(interrupt: () => void, pause: number, work: () => Promise<void>): Promise<void> {
  const timer = setInterval(interrupt, pause);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  await delay(INTERRUPTS.pause);
}

/** Milliseconds after which a kernel that says nothing has failed. */
const timeout = 120_000;

for (const [way, interrupt] of Object.entries(WAYS))
  for (let n = 0; n < STARTS; n++)
    test(
      `interrupted by ${way} at every 200 ms of its first 5 s, a kernel answers every cell, and afterwards runs cells as ever (${n})`,
      { timeout },
      () =>
        onOneConnection(async open => {
          const pair = open();
          const { kernel, child } = pair;
          /** Before it listens to signals, a process ends at one. */
          if (way === "a signal") await greet(kernel);
          await whileInterrupted(
            () => interrupt(pair),
            INTERRUPTS.pause,
            async () => {
              await delay((n * INTERRUPTS.pause) / STARTS);
              await greet(kernel);
              const begun = performance.now();
              const ends = await Promise.all(CELLS.map(code => endOf(kernel, code)));
              for (const [i, end] of ends.entries()) assert.ok(ENDS.includes(end), `${CELLS[i]}: ${end}`);
              while (performance.now() - begun < INTERRUPTS.end)
                assert.ok(ENDS.includes(await endOf(kernel, CELLS[n % CELLS.length])));
            },
          );
          for (const code of ["let after = 1;", ...CELLS, "after + 1"])
            assert.equal(await endOf(kernel, code), "ok", code);
          assert.equal(child.exitCode, null);
          await shutDown(pair);
        }),
    );

/** How a process ends by a signal is decided in moments: so many signals, and a cell that begins again and again. */
test("no SIGINT ends a kernel, whatever cell begins or ends at that moment", { timeout }, () =>
  onOneConnection(async open => {
    const pair = open();
    await greet(pair.kernel);
    assert.equal(await endOf(pair.kernel, "0"), "ok");
    await whileInterrupted(
      () => WAYS["a signal"](pair),
      1,
      async () => {
        for (let n = 0; n < 100; n++) assert.ok(ENDS.includes(await endOf(pair.kernel, "1 + 1")));
      },
    );
    assert.equal(await endOf(pair.kernel, "1 + 1"), "ok");
    await shutDown(pair);
  }),
);

test(
  "a kernel that is started again on the same connection, soon after it was opened, runs all cells",
  { timeout: timeout * STARTS },
  () =>
    onOneConnection(async open => {
      for (let n = 0; n < STARTS; n++) {
        const first = open();
        await greet(first.kernel);
        await delay((n * 2000) / STARTS);
        await shutDown(first);
        const second = open();
        await greet(second.kernel);
        const ends = await Promise.all(CELLS.map(code => endOf(second.kernel, code)));
        assert.deepEqual(
          ends,
          CELLS.map(() => "ok"),
        );
        await shutDown(second);
      }
    }),
);
