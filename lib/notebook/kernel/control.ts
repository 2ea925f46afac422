/**
 * The thread of the control channel and the heartbeat. It answers while the main thread computes, and it can stop a
 * cell that never
 * yields: through the inspector, which ends the turn of the event loop that runs. Runs in a worker thread.
 */
import { Session } from "node:inspector";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { addressOf, type Connection } from "../protocol/connection.js";
import { answer, decode, encode, type Json, type Message } from "../protocol/message.js";
import { bindEcho, bindRouter } from "../protocol/sockets.js";

export interface ControlData {
  readonly connection: Connection;
  readonly info: Json;
  /** See `FLAGS`. */
  readonly flags: Int32Array;
}

/**
 * Shared with the main thread: whether a cell's own code runs, how many interrupts the main thread has seen, whether
 * the sockets are closed.
 */
export const FLAGS = { running: 0, seen: 1, closed: 2 } as const;

export type Order = "interrupt" | "shutdown" | "ready";

/** How long (ms) the main thread has to see an interrupt by itself, and to end by itself. */
const PATIENCE = { interrupt: 150, shutdown: 1500 } as const;

/** Ends the turn of the event loop that the main thread is in. */
function endTurn(): void {
  const inspector = new Session();
  inspector.connectToMainThread();
  inspector.post("Runtime.terminateExecution", () => inspector.disconnect());
}

function control(port: MessagePort, { connection, info, flags }: ControlData): void {
  const tell = (order: Order): void => port.postMessage(order);
  let interrupts = 0;

  /** Tells the main thread; if it computes and does not listen, ends its turn, after which it will. */
  function interrupt(): Json {
    const number = ++interrupts;
    const watch = setInterval(() => {
      if (Atomics.load(flags, FLAGS.seen) >= number) clearInterval(watch);
      else if (Atomics.load(flags, FLAGS.running) === 1) endTurn();
    }, PATIENCE.interrupt);
    tell("interrupt");
    return { status: "ok" };
  }

  function shutdown({ restart }: Json): Json {
    tell("shutdown");
    setTimeout(() => process.kill(process.pid, "SIGKILL"), PATIENCE.shutdown);
    return { status: "ok", restart };
  }

  const answers: Readonly<Record<string, (content: Json) => Json>> = {
    kernel_info_request: () => info,
    interrupt_request: interrupt,
    shutdown_request: shutdown,
  };

  const reply = (message: Message): Message | undefined => {
    const { msg_type: type } = message.header;
    const handle = answers[type];
    return handle && answer(message, type.replace("_request", "_reply"), handle(message.content));
  };

  async function listen(): Promise<void> {
    const sockets = await Promise.all([
      bindRouter(addressOf(connection, "control")),
      bindEcho(addressOf(connection, "hb")),
    ]);
    const [socket] = sockets;
    port.once("message", () => {
      for (const each of sockets) each.close();
      Atomics.store(flags, FLAGS.closed, 1);
      Atomics.notify(flags, FLAGS.closed);
    });
    tell("ready");
    await socket.receive(frames => {
      const message = decode(frames, connection.key);
      const answered = message && reply(message);
      if (answered) socket.send(encode(answered, connection.key));
    });
  }
  void listen();
}

/** A kernel whose front end is gone ends too. */
function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGKILL");
  }, 1000);
}

if (parentPort) {
  endWithParent();
  control(parentPort, workerData as ControlData);
}
