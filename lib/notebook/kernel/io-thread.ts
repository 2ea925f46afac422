/**
 * The thread of the sockets. It answers while the main thread computes, and stops a cell that never yields. Runs in a
 * worker thread.
 */
import { Session } from "node:inspector";
import { setTimeout as delay } from "node:timers/promises";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { addressOf } from "../protocol/connection.js";
import { decodeOnce, encode } from "../protocol/message.js";
import { bindEcho, bindPublisher, bindRouter, type Socket } from "../protocol/sockets.js";
import { type Channel, dispatcher } from "./dispatcher.js";
import { INTERRUPTED } from "./errors.js";
import { interrupter } from "./interrupter.js";
import { publisher } from "./publisher.js";
import { type IoData, SHARED, type ToIo, type ToMain } from "./thread-messages.js";

/** How long (ms) the main thread has to begin its end by itself. */
const SHUTDOWN = 500;

/** How long (ms) front ends have to read what was sent last. */
const CLOSING = 500;

/** Ends the turn of the event loop that the main thread is in, or its next one. */
function endTurn(ended: () => void): void {
  const inspector = new Session();
  inspector.connectToMainThread();
  inspector.post("Runtime.terminateExecution", () => {
    inspector.disconnect();
    ended();
  });
}

/** Where one cannot be opened none stays open: an open one would keep this thread alive. */
async function allOrNone(opening: readonly Promise<Socket>[]): Promise<readonly Socket[]> {
  try {
    return await Promise.all(opening);
  } catch (error) {
    for (const end of await Promise.allSettled(opening)) if (end.status === "fulfilled") end.value.close();
    throw error;
  }
}

async function serve(port: MessagePort, { connection, info, shared }: IoData): Promise<void> {
  const { key } = connection;
  const tell = (message: ToMain): void => port.postMessage(message);
  const [shell, control, iopub, ...others] = await allOrNone([
    bindRouter(addressOf(connection, "shell")),
    bindRouter(addressOf(connection, "control")),
    bindPublisher(addressOf(connection, "iopub")),
    bindRouter(addressOf(connection, "stdin")),
    bindEcho(addressOf(connection, "hb")),
  ]);
  const sockets: Readonly<Record<Channel, Socket>> = { shell, control };
  let killer: NodeJS.Timeout | undefined;
  const own = publisher(key, frames => void iopub.send(frames));
  const requests = dispatcher({
    info,
    reply: (channel, message) => void sockets[channel].send(encode(message, key)),
    publish: own.publish,
    begin: (id, message) => tell({ kind: "request", id, message }),
    interrupt: () => interrupt(),
    shutdown: () => {
      tell({ kind: "shutdown" });
      killer = setTimeout(() => process.kill(process.pid, "SIGKILL"), SHUTDOWN);
    },
  });
  const interrupt = interrupter({
    tell: count => tell({ kind: "interrupt", count }),
    seen: () => Atomics.load(shared, SHARED.seen),
    running: () => Atomics.load(shared, SHARED.running) === 1,
    endTurn,
    current: requests.current,
    giveUp: id => requests.fail(id, INTERRUPTED),
    pause: requests.pause,
    resume: requests.resume,
  });

  /** Afterwards nothing keeps this thread alive: it ends. */
  async function close(): Promise<void> {
    clearTimeout(killer);
    const sent = Promise.all([shell, control, iopub].map(socket => socket.sent()));
    await Promise.race([sent, delay(CLOSING, undefined, { ref: false })]);
    for (const socket of [shell, control, iopub, ...others]) socket.close();
    port.close();
  }

  port.on("message", (message: ToIo) => {
    if (message.kind === "close") void close();
    else if (message.kind === "done") requests.done(message.id, message.reply);
    else
      void iopub.send(message.frames).then(() => {
        Atomics.sub(shared, SHARED.backlog, message.size);
        Atomics.notify(shared, SHARED.backlog);
      });
  });
  for (const channel of ["shell", "control"] as const) {
    const accept = decodeOnce(key);
    void sockets[channel].receive(frames => {
      const message = accept(frames);
      if (message) guarded(() => requests[channel](message));
    });
  }
  tell({ kind: "ready" });
}

/** No message stops those that come after it. */
function guarded(act: () => void): void {
  try {
    act();
  } catch (error) {
    console.error(error);
  }
}

/** A kernel whose front end is gone ends too. */
function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGKILL");
  }, 1000).unref();
}

/**
 * Tells the main thread, which must not end the process before: a thread that is stopped by force while ZeroMQ calls
 * back aborts the process.
 */
function tellEnd({ shared }: IoData): void {
  process.on("exit", () => {
    Atomics.store(shared, SHARED.ended, 1);
    Atomics.notify(shared, SHARED.ended);
  });
}

const port = parentPort;
if (port) {
  endWithParent();
  tellEnd(workerData as IoData);
  serve(port, workerData as IoData).catch((error: Error) =>
    port.postMessage({ kind: "failed", reason: error.message } satisfies ToMain),
  );
}
