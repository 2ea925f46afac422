import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { framesOf } from "../protocol/fixtures.js";
import { decode, type Message } from "../protocol/message.js";
import { publisher, type Publisher } from "./publisher.js";

const KEY = "a key of this test";
const cause = decode(framesOf("execute_request", {}, KEY), KEY) as Message;

function published(): { readonly to: Publisher; readonly said: readonly Message[] } {
  const said: Message[] = [];
  const to = publisher(KEY, frames =>
    said.push(
      decode(
        frames.map(frame => Buffer.from(frame)),
        KEY,
      ) as Message,
    ),
  );
  return { to, said };
}

const textOf = (said: readonly Message[], name: string): string =>
  said
    .filter(({ content }) => content.name === name)
    .map(({ content }) => content.text)
    .join("");

test("ten thousand lines of one turn are a handful of messages, with every line in its place", async () => {
  const { to, said } = published();
  const lines = Array.from({ length: 10_000 }, (_, i) => `line ${i}\n`);
  for (const line of lines) to.print(cause, "stdout", line);
  await turn();
  assert.equal(textOf(said, "stdout"), lines.join(""));
  assert.ok(said.length < 100, `${said.length} messages`);
});

test("text stands where it was printed: before later displays, behind earlier ones, streams in turns", async () => {
  const { to, said } = published();
  to.print(cause, "stdout", "a");
  to.print(cause, "stdout", "b");
  to.publish(cause, "display_data", {});
  to.print(cause, "stderr", "c");
  to.print(cause, "stdout", "d");
  to.print(cause, "stdout", "");
  await turn();
  const what = said.map(({ header, content }) => String(content.text ?? header.msg_type)).join(" ");
  assert.equal(what.replace("a b", "ab"), "ab display_data c d");
});

test("what is printed while a cell computes without a pause is sent while it computes", () => {
  const { to, said } = published();
  to.print(cause, "stdout", "first");
  assert.equal(said.length, 1);
  const start = performance.now();
  while (performance.now() - start < 60);
  to.print(cause, "stdout", "second");
  assert.equal(said.length, 2);
});
