/** A kernel under messages that nobody should send, and under more of them than anybody reads. */
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { tmpdir } from "node:os";
import { after, before, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import fc from "fast-check";
import { KERNEL_COMMAND } from "../install/kernelspec.js";
import { addressOf } from "../protocol/connection.js";
import { framesOf, FUZZ, signedNonsense, strangeFrames, tamperedFrames } from "../protocol/fixtures.js";
import { decode, type Json, type Message } from "../protocol/message.js";
import { connectDealer, type Socket } from "../protocol/sockets.js";
import { type Client, startClient } from "../runner/client.js";
import { collector } from "../runner/outputs.js";
import { type Output, textOf } from "../runner/notebook.js";

let kernel: Client;
before(async () => {
  kernel = await startClient({ argv: KERNEL_COMMAND, folder: tmpdir(), timeout: 120_000 });
});
after(() => kernel.stop());

interface Ran {
  readonly reply: Json;
  readonly outputs: readonly Output[];
}

async function cell(code: string): Promise<Ran> {
  const { add, outputs } = collector();
  const reply = await kernel.ask("execute_request", { code }, add);
  return { reply, outputs: outputs() };
}

const printed = ({ outputs }: Ran, name: string): string =>
  outputs.map(output => (output.output_type === "stream" && output.name === name ? textOf(output.text) : "")).join("");

const lines = (word: string, n: number): string => Array.from({ length: n }, (_, i) => `${word} ${i}\n`).join("");

const BURST = 3000;
const BURSTS: Readonly<Record<string, readonly [code: string, holds: (ran: Ran) => boolean]>> = {
  "prints in one turn": [
    `for (let i = 0; i < ${BURST}; i++) console.log("line " + i);`,
    ran => printed(ran, "stdout") === lines("line", BURST),
  ],
  "prints in turns of their own": [
    `for (let i = 0; i < ${BURST}; i++) { console.log("line " + i); await Promise.resolve(); }`,
    ran => printed(ran, "stdout") === lines("line", BURST),
  ],
  "warnings and prints in turns": [
    `for (let i = 0; i < ${BURST}; i++) { console.log("line " + i); console.warn("warning " + i); }`,
    ran => printed(ran, "stdout") === lines("line", BURST) && printed(ran, "stderr") === lines("warning", BURST),
  ],
  "small displays": [
    `for (let i = 0; i < ${BURST}; i++) show(i);`,
    ({ outputs }) =>
      outputs.length === BURST &&
      outputs.every((output, i) => "data" in output && textOf(output.data["text/plain"] as string) === String(i)),
  ],
  "direct writes without line breaks": [
    `for (let i = 0; i < ${BURST}; i++) process.stdout.write("x");`,
    ran => printed(ran, "stdout") === "x".repeat(BURST),
  ],
};
for (const [what, [code, holds]] of Object.entries(BURSTS))
  test(`of ${BURST} ${what} nothing is lost, and the next cell runs`, async () => {
    const ran = await cell(code);
    assert.equal(ran.reply.status, "ok");
    assert.ok(holds(ran));
    assert.equal(printed(await cell("console.log('next')"), "stdout"), "next\n");
  });

test("a rejection that nobody awaits, and an error in a callback, are shown with their line, and the kernel goes on", async () => {
  const rejected = await cell("const f = async () => { throw new RangeError('nobody waits'); };\nvoid f();");
  assert.equal(rejected.reply.status, "ok");
  assert.match(printed(rejected, "stderr"), /rejected[^]*RangeError: nobody waits[^]*cell \[\d+\], line 1/);
  const thrown = await cell(
    "setTimeout(() => { throw new RangeError('too late'); }, 1);\nawait new Promise(r => setTimeout(r, 50));",
  );
  assert.equal(thrown.reply.status, "ok");
  assert.match(printed(thrown, "stderr"), /RangeError: too late[^]*cell \[\d+\], line 1/);
});

test("a figure that kills the native code which draws it costs its picture and one line; the kernel keeps its variables", async () => {
  await cell("const kept = 42;");
  const axes = "xaxis: { range: [0, 1] }, yaxis: { range: [0, 1] }";
  const trace = '{ type: "scatter", mode: "lines", x: [0, 1], y: [-20, -20], line: { simplify: false } }';
  const figure = `{ data: [${trace}], layout: { width: 300, height: 200, paper_bgcolor: "#ffffff", ${axes} } }`;
  const { reply, outputs } = await cell(`show(${figure});`);
  assert.equal(reply.status, "ok");
  assert.match(JSON.stringify(outputs), /the figure cannot be drawn as a picture: [^"]*ended by/);
  assert.match(JSON.stringify((await cell("kept")).outputs), /"42"/);
});

test("anything may be thrown: what cannot be described is an error of the cell", async () => {
  const strange = ["Object.create(null)", "Symbol('s')", "undefined", "{ get code(): number { throw 1; } }"];
  for (const value of strange) assert.equal((await cell(`throw ${value};`)).reply.status, "error", value);
  assert.equal((await cell("1 + 1")).reply.status, "ok");
});

/** Sends frames to a channel and counts the replies by the request that they answer. */
function stranger(channel: "shell" | "control"): Socket & { readonly replies: Map<unknown, Message[]> } {
  const socket = connectDealer(addressOf(kernel.connection, channel));
  const replies = new Map<unknown, Message[]>();
  void socket.receive(frames => {
    const message = decode(frames, kernel.connection.key);
    const cause = (message?.parent as Json | undefined)?.msg_id;
    if (message) replies.set(cause, [...(replies.get(cause) ?? []), message]);
  });
  return { ...socket, replies };
}

const hmac = (key: string, parts: readonly string[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHmac("sha256", key)).digest("hex");

for (const channel of ["shell", "control"] as const)
  test(`no frames on the ${channel} channel kill the kernel: signatures that are no ASCII, and others`, async () => {
    const { key } = kernel.connection;
    const { send, sent, close } = stranger(channel);
    const frames = framesOf("kernel_info_request", {}, key).slice(1);
    void send([frames[0], "é".repeat(64), ...frames.slice(2)]);
    const arbitrary = fc.oneof(strangeFrames, tamperedFrames(key), signedNonsense(key, hmac));
    const harmless = (list: readonly Buffer[]): boolean => !/shutdown_request/.test(String(list));
    for (const list of fc.sample(arbitrary, FUZZ)) if (list.length > 0 && harmless(list)) void send(list.slice(1));
    await sent();
    assert.equal((await cell("1 + 1")).reply.status, "ok");
    close();
  });

test("a request that comes again is not run again, on no channel", async () => {
  await cell("let runs = 0;");
  const { send, sent, replies, close } = stranger("shell");
  const frames = framesOf("execute_request", { code: "runs++;" }, kernel.connection.key).slice(1);
  for (let i = 0; i < 5; i++) void send(frames);
  await sent();
  await delay(200);
  assert.match(JSON.stringify((await cell("runs")).outputs), /"1"/);
  assert.deepEqual(
    [...replies.values()].map(list => list.length),
    [1],
  );
  close();
});

test("every request has a reply, which says `error` where the kernel does not know it or cannot do it", async () => {
  for (const [type, content] of [
    ["toString_request", {}],
    ["no_such_request", {}],
    ["complete_request", { code: null, cursor_pos: { x: 1 } }],
    ["inspect_request", { code: [], cursor_pos: -7 }],
    ["is_complete_request", {}],
    ["execute_request", {}],
  ] as const)
    assert.equal(typeof (await kernel.ask(type, content)).status, "string", type);
  assert.equal((await kernel.ask("no_such_request", {})).status, "error");
});
