/** The first seconds of a kernel, in which front ends interrupt it and start it again. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { KERNEL_COMMAND } from "../install/kernelspec.js";
import type { Connection } from "../protocol/connection.js";
import { newConnection } from "../runner/client.js";
import { connect, type Requests } from "../runner/requests.js";

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

/** Greets until the kernel answers and is heard. */
async function greet({ ask }: Requests): Promise<void> {
  for (let heard = false; !heard;)
    heard = await Promise.race([ask("kernel_info_request", {}).then(() => true), delay(100, false)]);
}

/** Gives the work a connection file, and afterwards removes it. */
async function withConnection(work: (file: string, connection: Connection) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "flows-start-"));
  const connection = await newConnection();
  const file = join(folder, "connection.json");
  writeFileSync(file, JSON.stringify(connection), { mode: 0o600 });
  try {
    await work(file, connection);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The states in which a cell may end while the user interrupts. */
const ENDS = ["ok", "error Interrupted", "aborted"];

const endOf = async (kernel: Requests, code: string): Promise<string> => {
  const { status, ename } = await kernel.ask("execute_request", { code });
  return [status, ename].filter(Boolean).join(" ");
};

const WAYS: Readonly<Record<string, (kernel: Requests, child: ChildProcess) => void>> = {
  "a message": ({ interrupt }) => interrupt(),
  "a signal": (_, child) => void child.kill("SIGINT"),
};

for (const [way, interrupt] of Object.entries(WAYS))
  for (let n = 0; n < STARTS; n++)
    test(`interrupted by ${way} at every 200 ms of its first 5 s, a kernel answers every cell, and afterwards runs cells as ever (${n})`, () =>
      withConnection(async (file, connection) => {
        const kernel = connect(connection);
        const child = start(file);
        /** Before it listens to signals, a process ends at one. */
        if (way === "a signal") await greet(kernel);
        const timer = setInterval(() => interrupt(kernel, child), INTERRUPTS.pause);
        await delay((n * INTERRUPTS.pause) / STARTS);
        await greet(kernel);
        const begun = performance.now();
        const ends = await Promise.all(CELLS.map(code => endOf(kernel, code)));
        for (const [i, end] of ends.entries()) assert.ok(ENDS.includes(end), `${CELLS[i]}: ${end}`);
        while (performance.now() - begun < INTERRUPTS.end) assert.ok(ENDS.includes(await endOf(kernel, CELLS[n % 5])));
        clearInterval(timer);
        await delay(INTERRUPTS.pause);
        for (const code of ["let after = 1;", ...CELLS, "after + 1"])
          assert.equal(await endOf(kernel, code), "ok", code);
        assert.equal(child.exitCode, null);
        kernel.shutdown();
        await ended(child);
        kernel.close();
      }));

test("a kernel that is started again on the same connection, soon after it was opened, runs all cells", () =>
  withConnection(async (file, connection) => {
    for (let n = 0; n < STARTS; n++) {
      const kernel = connect(connection);
      const first = start(file);
      await greet(kernel);
      await delay((n * 2000) / STARTS);
      kernel.shutdown();
      await ended(first);
      const second = start(file);
      await greet(kernel);
      const ends = await Promise.all(CELLS.map(code => endOf(kernel, code)));
      assert.deepEqual(
        ends,
        CELLS.map(() => "ok"),
      );
      kernel.shutdown();
      await ended(second);
      kernel.close();
    }
  }));
