import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { framesOf, FUZZ, signedNonsense, strangeFrames, tamperedFrames } from "./fixtures.js";
import { decode, decodeOnce } from "./message.js";

const KEY = "a key of this test";

const hmac = (key: string, parts: readonly string[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHmac("sha256", key)).digest("hex");

test("decode(encode(m)) = m, and binary buffers behind the content are neither signed nor lost sight of", () => {
  const frames = framesOf("execute_request", { code: "é", n: [1, { a: null }] }, KEY);
  for (const buffers of [[], [Buffer.from([255, 0])]]) {
    const message = decode([...frames, ...buffers], KEY);
    assert.deepEqual(message?.content, { code: "é", n: [1, { a: null }] });
    assert.deepEqual([message?.header.msg_type, String(message?.identities)], ["execute_request", "client"]);
  }
});

test("a signature is compared byte by byte: 64 letters of two bytes, and other lengths, are wrong", () => {
  const frames = framesOf("kernel_info_request", {}, KEY);
  for (const signature of ["é".repeat(64), "é".repeat(32), "", "0".repeat(64), "0".repeat(1000)])
    assert.equal(decode([...frames.slice(0, 2), Buffer.from(signature), ...frames.slice(3)], KEY), undefined);
});

test("no frames make decode throw: strange ones, tampered ones, and nonsense that is signed", () => {
  const arbitrary = fc.oneof(strangeFrames, tamperedFrames(KEY), signedNonsense(KEY, hmac));
  fc.assert(
    fc.property(arbitrary, frames => {
      const message = decode(frames, KEY);
      if (!message) return;
      for (const name of ["msg_id", "msg_type", "session"] as const)
        assert.equal(typeof message.header[name], "string");
      assert.equal(
        Object.values(message.header).filter(value => typeof value === "object" && value !== null).length,
        0,
      );
      assert.ok(typeof message.content === "object" && !Array.isArray(message.content));
    }),
    FUZZ,
  );
});

test("a message of which a frame is changed or missing, the routing prefix excepted, is not accepted", () => {
  fc.assert(
    fc.property(tamperedFrames(KEY), frames => assert.equal(decode(frames, KEY), undefined)),
    FUZZ,
  );
});

test("a message is accepted once, among the last n: what came before them has been forgotten, and memory is bounded", () => {
  const accept = decodeOnce(KEY, 3);
  const messages = Array.from({ length: 5 }, (_, i) => framesOf("execute_request", { code: String(i) }, KEY));
  const codes = [0, 0, 1, 2, 1, 3, 4, 2, 3, 4, 0].map(i => accept(messages[i])?.content.code);
  assert.deepEqual(codes, ["0", undefined, "1", "2", undefined, "3", "4", undefined, undefined, undefined, "0"]);
  assert.equal(accept(framesOf("x", {}, "another key")), undefined);
});
