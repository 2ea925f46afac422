import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { Push } from "zeromq";
import { answer, decode, encode } from "../protocol/message.js";
import { addressOf, type Connection } from "../protocol/connection.js";
import { bindPublisher, bindRouter, type Socket } from "../protocol/sockets.js";
import { newConnection } from "./client.js";
import { connect, greet } from "./requests.js";

/** A kernel that knows how to say who it is. */
async function introducing(connection: Connection): Promise<readonly Socket[]> {
  const { key } = connection;
  const shell = await bindRouter(addressOf(connection, "shell"));
  const iopub = await bindPublisher(addressOf(connection, "iopub"));
  void shell.receive(frames => {
    const request = decode(frames, key);
    if (!request) return;
    void shell.send(encode(answer(request, "kernel_info_reply", { status: "ok" }), key));
    void iopub.send(encode(answer(request, "status", { execution_state: "idle" }), key));
  });
  return [shell, iopub];
}

for (const channel of ["shell", "iopub"] as const)
  test(
    `a connection that has died before the kernel listened (${channel}) is opened anew: the kernel is reached`,
    { timeout: 30_000 },
    async t => {
      const connection = await newConnection();
      const stranger = new Push({ linger: 0 });
      await stranger.bind(addressOf(connection, channel));
      const requests = connect(connection);
      t.after(() => requests.close());
      await delay(300); // ZeroMQ has met the stranger, and will not try again
      stranger.close();
      const kernel = await introducing(connection);
      t.after(() => kernel.forEach(socket => socket.close()));
      assert.equal(await greet(requests), true);
    },
  );

test("a kernel that never answers is given up when it is time", async t => {
  const requests = connect(await newConnection());
  t.after(() => requests.close());
  const end = performance.now() + 300;
  assert.equal(await greet(requests, () => performance.now() > end), false);
});
