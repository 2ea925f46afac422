import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { addressOf, type Connection } from "../protocol/connection.js";
import { decode, encode, headerOf, type Json, type Message } from "../protocol/message.js";
import { connectDealer, connectSubscriber, type Socket } from "../protocol/sockets.js";

/** A request that waits for its reply and for the kernel to be idle. */
interface Pending {
  readonly publish: (type: string, content: Json) => void;
  readonly resolve: (reply: Json) => void;
  readonly reject: (error: Error) => void;
  reply?: Json;
  idle?: boolean;
}

/** Requests to a kernel and what comes back, seen from a front end. */
export interface Requests {
  /** Asks on the shell channel; resolves with the reply when the kernel is idle again. Rejects if the kernel ends. */
  ask(type: string, content: Json, publish?: (type: string, content: Json) => void): Promise<Json>;
  interrupt(): void;
  shutdown(): void;
  /** Connects anew; what was sent and has not been answered may be lost. */
  reopen(): void;
  /** Ends all that waits. */
  fail(error: Error): void;
  close(): void;
}

/** Connects to the three channels of requests. */
const open = (connection: Connection): Readonly<Record<"shell" | "control" | "iopub", Socket>> => ({
  shell: connectDealer(addressOf(connection, "shell")),
  control: connectDealer(addressOf(connection, "control")),
  iopub: connectSubscriber(addressOf(connection, "iopub")),
});

/** Sends requests and sorts what comes back by the request that caused it; the kernel may not be there yet. */
export function connect(connection: Connection): Requests {
  const session = randomUUID();
  const pending = new Map<string, Pending>();
  const receive = (message: Message | undefined): void => {
    const id = String((message?.parent as { msg_id?: unknown } | undefined)?.msg_id);
    const waiting = pending.get(id);
    if (!message || !waiting) return;
    const {
      header: { msg_type: type },
      content,
    } = message;
    if (type === "status") waiting.idle ||= content.execution_state === "idle";
    else if (type.endsWith("_reply")) waiting.reply = content;
    else waiting.publish(type, content);
    if (!waiting.idle || !waiting.reply) return;
    pending.delete(id);
    waiting.resolve(waiting.reply);
  };
  const listening = (): ReturnType<typeof open> => {
    const sockets = open(connection);
    for (const socket of Object.values(sockets)) void socket.receive(frames => receive(decode(frames, connection.key)));
    return sockets;
  };
  let sockets = listening();
  const close = (): void => Object.values(sockets).forEach(socket => socket.close());
  const send = (channel: "shell" | "control", msg_type: string, content: Json): string => {
    const header = headerOf(msg_type, session);
    const message: Message = { identities: [], header, parent: {}, content };
    void sockets[channel].send(encode(message, connection.key));
    return header.msg_id;
  };
  return {
    ask: (type, content, publish = () => undefined) =>
      new Promise((resolve, reject) => void pending.set(send("shell", type, content), { publish, resolve, reject })),
    interrupt: () => void send("control", "interrupt_request", {}),
    shutdown: () => void send("control", "shutdown_request", { restart: false }),
    reopen: () => {
      close();
      sockets = listening();
    },
    fail: error => {
      for (const { reject } of pending.values()) reject(error);
      pending.clear();
    },
    close,
  };
}

/**
 * Time (ms) between two requests for the kernel's info: what a kernel publishes before the subscription is there is
 * lost, and with it that it is idle.
 */
const RETRY = 100;

/**
 * Requests without an answer after which the connection is opened anew. One that is made while nobody listens may be
 * dead: to a port of its own range TCP can connect a socket with itself, which ZeroMQ takes for a strange peer and
 * never tries again (or, of a dealer, for a good one, which holds the port that the kernel wants). Less than a kernel
 * waits for a port that is taken.
 */
const PATIENCE = 20;

/** Does not keep the process alive. */
export const delay = (ms: number): Promise<undefined> => setTimeout(ms, undefined, { ref: false });

/** Asks who the kernel is until it answers and is heard, or until `givesUp` says so; whether it has answered. */
export async function greet(
  { ask, reopen }: Pick<Requests, "ask" | "reopen">,
  givesUp: () => boolean = () => false,
): Promise<boolean> {
  for (let asked = 1; !givesUp(); asked++) {
    const info = await Promise.race([ask("kernel_info_request", {}).catch(() => undefined), delay(RETRY)]);
    if (info) return true;
    if (asked % PATIENCE === 0) reopen();
  }
  return false;
}
