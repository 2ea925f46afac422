import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { Subscriber } from "zeromq";
import { addressOf } from "../protocol/connection.js";
import { connectSubscriber } from "../protocol/sockets.js";
import { newConnection } from "../runner/client.js";
import { type IoData, SHARED, sharedMemory, type ToIo, type ToMain } from "./thread-messages.js";

const data = async (): Promise<IoData> => ({ connection: await newConnection(), info: {}, shared: sharedMemory() });

const startThread = (workerData: IoData): Worker =>
  new Worker(new URL("./io-thread.js", import.meta.url), { workerData, execArgv: ["--no-warnings"] });

const tell = (thread: Worker, message: ToIo): void => thread.postMessage(message);

test("the I/O thread sends what is left, closes its sockets and ends by itself, before the process may", async t => {
  const its = await data();
  const thread = startThread(its);
  await once(thread, "message");
  const subscriber = connectSubscriber(addressOf(its.connection, "iopub"));
  t.after(() => subscriber.close());
  const heard: string[] = [];
  void subscriber.receive(([word]) => heard.push(String(word)));
  await delay(300);
  for (let i = 0; i < 200; i++) tell(thread, { kind: "publish", frames: [`${i}`], size: 3 });
  tell(thread, { kind: "close" });
  assert.deepEqual(await once(thread, "exit"), [0]);
  assert.equal(Atomics.load(its.shared, SHARED.ended), 1);
  for (let turns = 1000; heard.length < 200 && turns > 0; turns--) await delay(5);
  assert.equal(heard.length, 200);
});

test("the I/O thread does not wait to its end for a front end that reads nothing", async t => {
  const its = await data();
  const thread = startThread(its);
  await once(thread, "message");
  const stuck = new Subscriber({ receiveHighWaterMark: 1, linger: 0 });
  stuck.connect(addressOf(its.connection, "iopub"));
  stuck.subscribe();
  t.after(() => stuck.close());
  await delay(300);
  const frame = "x".repeat(2 ** 16);
  for (let i = 0; i < 500; i++) tell(thread, { kind: "publish", frames: [frame], size: frame.length });
  tell(thread, { kind: "close" });
  const exit = once(thread, "exit");
  let turns = 0;
  for (let ended = false; !ended; turns++) ended = await Promise.race([exit.then(() => true), delay(2, false)]);
  assert.deepEqual(await exit, [0]);
  assert.ok(turns < 1250, `${turns} turns of 2 ms: it would be waited for in 2500`);
});

/** What the I/O thread says last, and its exit code, where one of its ports is taken. */
async function endWhereTaken(port: "shell" | "control" | "iopub" | "stdin" | "hb"): Promise<readonly [string, number]> {
  const its = await data();
  const holder = createServer().listen(its.connection[`${port}_port`], its.connection.ip);
  await once(holder, "listening");
  const thread = startThread(its);
  const said = once(thread, "message") as Promise<readonly ToMain[]>;
  const [code] = (await once(thread, "exit")) as [number];
  holder.close();
  const [last] = await said;
  return [last.kind === "failed" ? last.reason.replace(/\d+: /, "N: ") : last.kind, code];
}

test("the I/O thread ends by itself where a port is taken, after it has said so", async () => {
  const ends = await Promise.all((["shell", "control", "iopub", "stdin", "hb"] as const).map(endWhereTaken));
  for (const end of ends)
    assert.deepEqual(end, ["the kernel cannot listen at tcp://127.0.0.1:N: Address already in use", 0]);
});
