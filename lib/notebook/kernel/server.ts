import { Worker } from "node:worker_threads";
import { interrupt, setOutlet } from "../display/outlet.js";
import { warmUp as warmPainter } from "../display/painter.js";
import { showValue } from "../display/show.js";
import { warmUp as warmThreads } from "../live/threads.js";
import { addressOf, type Connection } from "../protocol/connection.js";
import { answer, decode, encode, type Json, type Message } from "../protocol/message.js";
import { bindPublisher, bindRouter, type Socket } from "../protocol/sockets.js";
import { capturePrinting, cellOutlet, type Publish } from "./cell.js";
import { type ControlData, FLAGS, type Order } from "./control.js";
import { REQUESTS } from "./requests.js";
import { type Session, type SessionOptions, startSession } from "./session.js";
import { redirectDisplay } from "./tslab.js";

/** After an error (ms): what arrives until then was asked for in ignorance of it, and is aborted. */
const DRAIN = 30;

const delay = (ms: number): Promise<void> => new Promise(resolve => void setTimeout(resolve, ms));

/** How long (ms) the end of the process waits for sockets to be closed. */
const CLOSING = 500;

/** Control and heartbeat on a thread of their own; orders come back from there. The process ends only after that thread's sockets. */
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

/** The compiler, and beside it the threads that compute and paint: each takes a second or two to be ready. */
function openSession(running: SessionOptions["running"]): Promise<Session> {
  warmPainter();
  warmThreads();
  return startSession({ show: showValue, running });
}

/** Serves the channels of a kernel until it is shut down. */
export async function serve(connection: Connection, info: Json): Promise<void> {
  const flags = new Int32Array(new SharedArrayBuffer(4 * Object.keys(FLAGS).length));
  const [shell, iopub] = await Promise.all([
    bindRouter(addressOf(connection, "shell")), bindPublisher(addressOf(connection, "iopub")), bindRouter(addressOf(connection, "stdin")),
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
  await Promise.all([startControl({ connection, info, flags }, obey), listen({ shell, iopub, key: connection.key, info, session })]);
}

interface Serving {
  readonly shell: Socket;
  readonly iopub: Socket;
  readonly key: string;
  readonly info: Json;
  /** The compiler starts with the first request that needs it, or after the first that does not. */
  readonly session: () => Promise<Session>;
}

/** The shell channel: one request after the other, in the order of their arrival. */
async function listen(serving: Serving): Promise<void> {
  const { shell, iopub, key, info, session } = serving, waiting = new Set<Message>(), aborted = new Set<Message>();
  const send = (socket: Socket, message: Message): void => socket.send(encode(message, key));
  const publishFor = (message: Message): Publish => (type, content) => send(iopub, { ...answer(message, type, content), identities: [Buffer.from(type)] });
  const reply = (message: Message, content: Json): void =>
    send(shell, answer(message, message.header.msg_type.replace("_request", "_reply"), content));
  let current: Publish = () => undefined, count = 0;
  capturePrinting(() => current);

  async function execute(message: Message): Promise<Json> {
    const { code, store_history: counted = true, stop_on_error: stop = true } = message.content, publish = publishFor(message);
    if (aborted.delete(message)) return { status: "aborted" };
    const open = await session();
    current = publish;
    if (counted) count++;
    publish("execute_input", { code, execution_count: count });
    setOutlet(cellOutlet(publish));
    redirectDisplay((bundle, update) => publish(update ? "update_display_data" : "display_data", { ...bundle, transient: {} }));
    const error = await open.execute(String(code), count);
    if (!error) return { status: "ok", execution_count: count, payload: [], user_expressions: {} };
    publish("error", { ...error });
    await delay(DRAIN);
    if (stop) for (const each of waiting) aborted.add(each);
    return { status: "error", execution_count: count, ...error };
  }

  async function handle(message: Message): Promise<void> {
    const { msg_type: type } = message.header, publish = publishFor(message), other = REQUESTS[type];
    waiting.delete(message);
    publish("status", { execution_state: "busy" });
    if (type === "execute_request") reply(message, await execute(message));
    else if (other) reply(message, other(message.content, await session()));
    publish("status", { execution_state: "idle" });
  }

  function introduce(message: Message): void {
    const publish = publishFor(message);
    publish("status", { execution_state: "busy" });
    reply(message, info);
    publish("status", { execution_state: "idle" });
    setImmediate(() => void session());
  }

  let last: Promise<unknown> = Promise.resolve();
  await shell.receive(frames => {
    const message = decode(frames, key);
    if (!message) return;
    if (message.header.msg_type === "kernel_info_request") return introduce(message);
    waiting.add(message);
    last = last.then(() => handle(message)).catch((error: unknown) => console.error(error));
  });
}
