import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { Dealer, Subscriber } from "zeromq";
import { stream } from "../../arithmetic/random.js";
import { newConnection } from "../runner/client.js";
import { addressOf } from "./connection.js";
import {
  bindEcho,
  bindPublisher,
  bindRouter,
  connectDealer,
  connectSubscriber,
  inOrder,
  withFlowControl,
} from "./sockets.js";

const connection = await newConnection();
const BURST = 5000;

async function until(holds: () => boolean): Promise<void> {
  for (const end = performance.now() + 30_000; !holds() && performance.now() < end;) await delay(5);
}

test("messages are transmitted one after the other, in order, and one that fails is left out", async () => {
  const log: string[] = [];
  let busy = false;
  const { send, sent } = inOrder(async ([word]) => {
    assert.equal(busy, false);
    busy = true;
    await delay(1);
    busy = false;
    if (word === "bad") throw new Error("EBUSY");
    log.push(String(word));
  });
  for (const word of ["a", "bad", "b", "c"]) void send([word]);
  await sent();
  assert.deepEqual(log, ["a", "b", "c"]);
});

test(`${BURST} messages that are sent in one turn arrive in their order: requests, replies, and what is published`, async t => {
  const router = await bindRouter(addressOf(connection, "shell"));
  const publisher = await bindPublisher(addressOf(connection, "iopub"));
  const dealer = connectDealer(addressOf(connection, "shell"));
  const subscriber = connectSubscriber(addressOf(connection, "iopub"));
  t.after(() => [router, publisher, dealer, subscriber].forEach(socket => socket.close()));
  const [asked, replied, published]: string[][] = [[], [], []];
  void router.receive(([identity, word]) => {
    asked.push(String(word));
    if (asked.length === BURST) for (const each of asked) void router.send([identity, each]);
  });
  void dealer.receive(([word]) => replied.push(String(word)));
  void subscriber.receive(([word]) => published.push(String(word)));
  await until(() => {
    void publisher.send(["hello"]);
    return published.length > 0;
  });
  const words = Array.from({ length: BURST }, (_, i) => `word ${i}`);
  for (const word of words) {
    void dealer.send([word]);
    void publisher.send([word]);
  }
  await until(() => replied.length === BURST && published.at(-1) === words.at(-1));
  assert.deepEqual(asked, words);
  assert.deepEqual(replied, words);
  assert.deepEqual(
    published.filter(word => word !== "hello"),
    words,
  );
});

test("20 strangers who speak HTTP, nothing, or noise to a port stop no heartbeat and no router", async t => {
  const [heart, router] = [
    await bindEcho(addressOf(connection, "hb")),
    await bindRouter(addressOf(connection, "shell")),
  ];
  const [pulse, client] = [connectDealer(addressOf(connection, "hb")), connectDealer(addressOf(connection, "shell"))];
  t.after(() => [heart, router, pulse, client].forEach(socket => socket.close()));
  let heard = 0;
  const listening = [router.receive(frames => void router.send(frames)), pulse.receive(() => heard++)];
  void client.receive(() => heard++);
  const { uniform } = stream(1, "noise");
  for (let i = 0; i < 20; i++) {
    const stranger = connect(i % 2 ? connection.hb_port : connection.shell_port, "127.0.0.1");
    stranger.on("error", () => undefined);
    await once(stranger, "connect");
    const noise = Uint8Array.from({ length: 5000 }, () => 256 * uniform());
    if (i % 5 > 0) stranger.write(i % 3 ? noise : "GET / HTTP/1.1\r\n\r\n");
    await delay(20);
    stranger.destroy();
  }
  void pulse.send(["", "beat"]);
  void client.send(["ask"]);
  await Promise.race([until(() => heard === 2), ...listening]);
  assert.equal(heard, 2);
});

test("a client that reads late gets every reply: 3000 of 64 kB, of which ZeroMQ keeps 1000", async t => {
  const count = 3000;
  const address = addressOf(connection, "stdin");
  const frame = Buffer.alloc(64 * 1024);
  const router = await bindRouter(address);
  const client = new Dealer({ receiveHighWaterMark: 1, linger: 0 });
  client.connect(address);
  t.after(() => [router, client].forEach(socket => socket.close()));
  void router.receive(([identity]) => {
    for (let i = 0; i < count; i++) void router.send([identity, `${i}`, frame]);
  });
  await client.send("all");
  await delay(500);
  for (let i = 0; i < count; i++) assert.equal(String((await client.receive())[0]), `${i}`);
});

test("4000 of 5000: a process that was halted for longer than the wait for a slow subscriber gives up no message", async () => {
  const timeout = 50;
  const busy = Object.assign(new Error("no room"), { code: "EAGAIN" });
  const log: string[] = [];
  const halted = { until: 0, attempts: 0 };
  const transmit = ([word]: Parameters<Parameters<typeof inOrder>[0]>[0]): Promise<void> => {
    // Halted in the middle of a wait: the clock goes on, and afterwards there is no room yet.
    if (halted.attempts++ === 1)
      for (halted.until = performance.now() + 4 * timeout; performance.now() < halted.until;);
    if (halted.attempts < 5) return Promise.reject(busy);
    log.push(String(word));
    return Promise.resolve();
  };
  const leaveOut = (): Promise<void> => Promise.reject(new Error("a message was given up"));
  await withFlowControl(transmit, leaveOut, timeout)(["word"]);
  assert.deepEqual(log, ["word"]);
});

test("a subscriber that never reads costs the others one wait and no message, and bounded memory", async t => {
  const timeout = 300;
  const size = 64 * 1024;
  const count = 3200;
  const address = addressOf(connection, "control");
  const publisher = await bindPublisher(address, timeout);
  const stuck = new Subscriber({ receiveHighWaterMark: 1, linger: 0 });
  t.after(() => [publisher, reader, stuck].forEach(socket => socket.close()));
  stuck.connect(address);
  stuck.subscribe();
  const reader = connectSubscriber(address);
  let read = 0;
  void reader.receive(([, frame]) => {
    if (frame?.length === size) read++;
  });
  await delay(500);
  const frame = Buffer.alloc(size);
  const before = process.memoryUsage().rss;
  const start = performance.now();
  for (let i = 0; i < count; i++) await publisher.send(["stream", frame]);
  const waited = performance.now() - start;
  await until(() => read === count);
  assert.equal(read, count);
  assert.ok(waited < 20 * timeout, `${waited} ms`);
  const kept = (process.memoryUsage().rss - before) / 2 ** 20;
  assert.ok(kept < 100, `${kept} MB`);
});
