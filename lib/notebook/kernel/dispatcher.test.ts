import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import fc from "fast-check";
import { framesOf, FUZZ, signedNonsense, strangeFrames, tamperedFrames } from "../protocol/fixtures.js";
import { decode, decodeOnce, type Json, type Message } from "../protocol/message.js";
import { dispatcher, type Dispatcher } from "./dispatcher.js";
import { INTERRUPTED } from "./errors.js";

const KEY = "a key of this test";

const hmac = (key: string, parts: readonly string[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHmac("sha256", key)).digest("hex");

interface Heard {
  readonly requests: Dispatcher;
  /** "busy a", "idle a", "reply a ok": in the order in which they were sent. */
  readonly said: readonly string[];
  readonly begun: readonly { readonly id: number; readonly message: Message }[];
  readonly acts: readonly string[];
}

const codeOf = ({ content, header }: Message): string => String(content.code ?? header.msg_type);

/** A dispatcher whose effects are written down; a request is named by its code. */
function heard(begin?: (id: number, message: Message) => void): Heard {
  const said: string[] = [];
  const begun: { id: number; message: Message }[] = [];
  const acts: string[] = [];
  const names = new Map<unknown, string>();
  const nameOf = (message: Message): string => {
    const name = names.get(message.header.msg_id) ?? codeOf(message);
    names.set(message.header.msg_id, name);
    return name;
  };
  const requests = dispatcher({
    info: { status: "ok" },
    reply: (_, { parent, content }) => said.push(`reply ${names.get(parent.msg_id)} ${String(content.status)}`),
    publish: (cause, type, content) => said.push(`${String(content.execution_state ?? type)} ${nameOf(cause)}`),
    begin: (id, message) => {
      begin?.(id, message);
      begun.push({ id, message });
    },
    interrupt: () => acts.push("interrupt"),
    shutdown: () => acts.push("shutdown"),
  });
  return { requests, said, begun, acts };
}

const cell = (code: string, more: Json = {}): Message =>
  decode(framesOf("execute_request", { code, ...more }, KEY), KEY) as Message;
const request = (type: string): Message => decode(framesOf(type, {}, KEY), KEY) as Message;

test("requests begin one after the other, as they arrive, and each is busy, replied to, and idle", () => {
  const { requests, said, begun } = heard();
  for (const code of ["a", "b"]) requests.shell(cell(code));
  assert.deepEqual(
    begun.map(({ message }) => codeOf(message)),
    ["a"],
  );
  requests.done(begun[0].id, { status: "ok" });
  requests.done(begun[0].id, { status: "ok" });
  requests.done(begun[1].id, { status: "ok" });
  assert.deepEqual(said, ["busy a", "reply a ok", "idle a", "busy b", "reply b ok", "idle b"]);
});

test("after a failed cell, cells that wait are aborted, other requests are not; unless it says that it stops nobody", async () => {
  const { requests, said, begun } = heard();
  for (const message of [cell("a"), cell("b"), request("complete_request"), cell("c")]) requests.shell(message);
  requests.done(begun[0].id, { status: "error" });
  await delay(60);
  assert.ok(said.includes("reply b aborted"));
  assert.deepEqual(
    begun.map(({ message }) => codeOf(message)),
    ["a", "complete_request"],
  );
  requests.done(begun[1].id, { status: "ok" });
  assert.deepEqual(said.slice(-3), ["busy c", "reply c aborted", "idle c"]);
  const lenient = heard();
  for (const code of ["a", "b"]) lenient.requests.shell(cell(code, { stop_on_error: false }));
  lenient.requests.done(lenient.begun[0].id, { status: "error" });
  assert.deepEqual(
    lenient.begun.map(({ message }) => codeOf(message)),
    ["a", "b"],
  );
});

test("ten thousand cells that wait for a cell that fails are all aborted", async () => {
  const { requests, said, begun } = heard();
  for (let i = 0; i < 10_001; i++) requests.shell(cell(String(i)));
  requests.done(begun[0].id, { status: "error" });
  await delay(60);
  assert.equal(said.filter(what => what.endsWith("aborted")).length, 10_000);
});

test("who the kernel is, it says while a cell runs, and is as busy afterwards as before", () => {
  const { requests, said } = heard();
  requests.shell(cell("a"));
  requests.shell(request("kernel_info_request"));
  const info = "kernel_info_request";
  assert.deepEqual(
    said,
    ["busy a", `busy ${info}`, `reply ${info} ok`, `idle ${info}`, "busy a"].map(what =>
      what.replace(`reply ${info}`, `reply ${info}`),
    ),
  );
});

test("a request that was given up has an error and is idle, the next one begins, and its late end is not heard", () => {
  const { requests, said, begun } = heard();
  requests.shell(cell("a", { stop_on_error: false }));
  requests.shell(cell("b"));
  requests.fail(begun[0].id, INTERRUPTED);
  requests.done(begun[0].id, { status: "ok" });
  requests.fail(begun[0].id, INTERRUPTED);
  assert.deepEqual(said, ["busy a", "error a", "reply a error", "idle a", "busy b"]);
});

test("nothing begins during a pause", () => {
  const { requests, begun } = heard();
  requests.pause();
  requests.shell(cell("a"));
  assert.equal(begun.length, 0);
  requests.resume();
  assert.equal(begun.length, 1);
});

test("a request that cannot be handed on is answered with an error", () => {
  const { requests, said } = heard(() => {
    throw new RangeError("too deep");
  });
  requests.shell(cell("a"));
  requests.shell(cell("b"));
  assert.deepEqual(said, ["busy a", "reply a error", "idle a", "busy b", "reply b error", "idle b"]);
});

test("the control channel answers every request, known or not, and nothing that is no request", () => {
  const { requests, said, acts } = heard();
  const types = [
    "interrupt_request",
    "shutdown_request",
    "constructor",
    "toString_request",
    "debug_request",
    "comm_msg",
  ];
  for (const type of types) requests.control(request(type));
  assert.deepEqual(acts, ["interrupt", "shutdown"]);
  assert.deepEqual(
    said.map(what => what.split(" ").at(-1)),
    ["ok", "ok", "error", "error"],
  );
});

/** Ends what has begun, well or not, until nothing more begins. */
function endAll({ requests, begun }: Heard, status: "ok" | "error"): void {
  for (let n = 0; n < begun.length; n++) requests.done(begun[n].id, { status });
}

test("frames of any kind stop nobody: every request is busy, has one reply, is idle, and more are answered", () => {
  const arbitrary = fc.array(
    fc.tuple(
      fc.constantFrom("shell" as const, "control" as const),
      fc.oneof(strangeFrames, tamperedFrames(KEY), signedNonsense(KEY, hmac)),
    ),
    { maxLength: 10 },
  );
  fc.assert(
    fc.property(arbitrary, messages => {
      const all = heard();
      const accept = decodeOnce(KEY);
      let understood = 0;
      for (const [channel, frames] of [...messages, ...messages]) {
        const message = accept(frames);
        if (!message) continue;
        if (channel === "shell") understood++;
        all.requests[channel](message);
      }
      endAll(all, "ok");
      const count = (word: string): number => all.said.filter(what => what.startsWith(`${word} `)).length;
      assert.equal(count("idle"), understood);
      assert.ok(count("busy") >= understood);
      all.requests.shell(request("kernel_info_request"));
      assert.equal(count("idle"), understood + 1);
    }),
    FUZZ,
  );
});
