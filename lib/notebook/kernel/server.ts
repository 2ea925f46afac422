import { Worker } from "node:worker_threads";
import { warmUp as warmPainter } from "../../display/render/painter.js";
import { interrupt } from "../display/outlet.js";
import { showValue } from "../display/show.js";
import { warmUp as warmThreads } from "../live/threads.js";
import { addressOf, type Connection } from "../protocol/connection.js";
import { decode, type Json, type Message } from "../protocol/message.js";
import { bindPublisher, bindRouter, type Socket } from "../protocol/sockets.js";
import { type Asked, cells } from "./cells.js";
import { type ControlData, FLAGS, type Order } from "./control.js";
import { REQUESTS } from "./requests.js";
import { type Session, type SessionOptions, startSession } from "./session.js";
import { type Voice, voiceOf } from "./voice.js";

/** How long (ms) the end of the process waits for sockets to be closed. */
const CLOSING = 500;

/**
 * Control and heartbeat on a thread of their own; orders come back from there. The process ends only after that
 * thread's sockets.
 */
function startControl(data: ControlData, obey: (order: Order) => void): Promise<void> {
  const worker = new Worker(new URL("./control.js", import.meta.url), { workerData: data });
  process.on("exit", () => {
    worker.postMessage("close");
    Atomics.wait(data.flags, FLAGS.closed, 0, CLOSING);
  });
  return new Promise((ready, fail) => {
    worker.on("error", fail);
    worker.on("message", (order: Order) => (order === "ready" ? ready() : obey(order)));
  });
}

/**
 * The compiler, beside it the process that paints, and then those that compute: more at once would only take turns on a
 * small machine.
 */
async function openSession(running: SessionOptions["running"]): Promise<Session> {
  warmPainter();
  const session = await startSession({ show: showValue, running });
  warmThreads();
  return session;
}

/** Serves the channels of a kernel until it is shut down. */
export async function serve(connection: Connection, info: Json): Promise<void> {
  const flags = new Int32Array(new SharedArrayBuffer(4 * Object.keys(FLAGS).length));
  const [shell, iopub] = await Promise.all([
    bindRouter(addressOf(connection, "shell")),
    bindPublisher(addressOf(connection, "iopub")),
    bindRouter(addressOf(connection, "stdin")),
  ]);
  const running = (now: "begins" | "ended"): void => void Atomics.store(flags, FLAGS.running, now === "begins" ? 1 : 0);
  let opened: Promise<Session> | undefined;
  const session = (): Promise<Session> => (opened ??= openSession(running));
  const obey = (order: Order): void => {
    if (order === "shutdown") process.exit(0);
    Atomics.add(flags, FLAGS.seen, 1);
    interrupt();
  };
  process.on("SIGINT", interrupt);
  const voice = (message: Message): Voice => voiceOf({ shell, iopub, key: connection.key }, message);
  await Promise.all([
    startControl({ connection, info, flags }, obey),
    listen(shell, connection.key, { voice, info, session }),
  ]);
}

/**
 * How long (ms) greetings are answered before the compiler starts, which keeps the thread busy: a front end may greet
 * twice to be heard.
 */
const GRACE = 300;

interface Serving {
  readonly voice: (message: Message) => Voice;
  readonly info: Json;
  /** The compiler starts with the first request that needs it, or after the first that does not. */
  readonly session: () => Promise<Session>;
}

/** The shell channel: one request after the other, in the order of their arrival; only who we are is said at once. */
async function listen(shell: Socket, key: string, { voice, info, session }: Serving): Promise<void> {
  const execute = cells(session);
  const waiting = new Set<Asked>();
  const answerTo = async (asked: Asked): Promise<Json | undefined> => {
    const { msg_type: type } = asked.message.header;
    if (type === "execute_request") return execute(asked, waiting);
    return REQUESTS[type]?.(asked.message.content, await session());
  };
  let last: Promise<unknown> = Promise.resolve();
  await shell.receive(frames => {
    const message = decode(frames, key);
    if (!message) return;
    const asked: Asked = { message, voice: voice(message), aborted: false };
    if (message.header.msg_type === "kernel_info_request") {
      void asked.voice.answer(async () => info).then(() => setTimeout(session, GRACE));
      return;
    }
    waiting.add(asked);
    last = last
      .then(() => {
        waiting.delete(asked);
        return asked.voice.answer(() => answerTo(asked));
      })
      .catch((error: unknown) => console.error(error));
  });
}
