import { randomUUID } from "node:crypto";
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
  /** Ends all that waits. */
  fail(error: Error): void;
  close(): void;
}

/** Sends requests and sorts what comes back by the request that caused it; the kernel may not be there yet. */
export function connect(connection: Connection): Requests {
  const shell = connectDealer(addressOf(connection, "shell"));
  const control = connectDealer(addressOf(connection, "control"));
  const iopub = connectSubscriber(addressOf(connection, "iopub"));
  const sockets = [shell, control, iopub];
  const session = randomUUID();
  const pending = new Map<string, Pending>();
  const send = (socket: Socket, msg_type: string, content: Json): string => {
    const header = headerOf(msg_type, session);
    const message: Message = { identities: [], header, parent: {}, content };
    void socket.send(encode(message, connection.key));
    return header.msg_id;
  };
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
  for (const socket of sockets) void socket.receive(frames => receive(decode(frames, connection.key)));
  return {
    ask: (type, content, publish = () => undefined) =>
      new Promise((resolve, reject) => void pending.set(send(shell, type, content), { publish, resolve, reject })),
    interrupt: () => void send(control, "interrupt_request", {}),
    shutdown: () => void send(control, "shutdown_request", { restart: false }),
    fail: error => {
      for (const { reject } of pending.values()) reject(error);
      pending.clear();
    },
    close: () => sockets.forEach(socket => socket.close()),
  };
}
