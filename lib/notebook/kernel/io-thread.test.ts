import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { addressOf } from "../protocol/connection.js";
import { connectSubscriber } from "../protocol/sockets.js";
import { newConnection } from "../runner/client.js";
import { type IoData, SHARED, sharedMemory, type ToIo } from "./thread-messages.js";

for (const reader of ["reads", "does not read"])
  test(`the I/O thread closes its sockets and ends by itself, before the process may: a front end that ${reader}`, async t => {
    const data: IoData = { connection: await newConnection(), info: {}, shared: sharedMemory() };
    const thread = new Worker(new URL("./io-thread.js", import.meta.url), { workerData: data });
    t.after(() => thread.terminate());
    const tell = (message: ToIo): void => thread.postMessage(message);
    await once(thread, "message");
    const subscriber = connectSubscriber(addressOf(data.connection, "iopub"));
    t.after(() => subscriber.close());
    const heard: string[] = [];
    if (reader === "reads") void subscriber.receive(([word]) => heard.push(String(word)));
    await delay(300);
    const frame = reader === "reads" ? "word" : "x".repeat(2 ** 20);
    for (let i = 0; i < 200; i++) tell({ kind: "publish", frames: [frame], size: frame.length });
    tell({ kind: "close" });
    assert.deepEqual(await once(thread, "exit"), [0]);
    assert.equal(Atomics.load(data.shared, SHARED.ended), 1);
    for (let turns = 1000; reader === "reads" && heard.length < 200 && turns > 0; turns--) await delay(5);
    assert.equal(heard.length, reader === "reads" ? 200 : 0);
  });
