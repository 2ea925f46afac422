import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { paintFor } from "../display/parent.js";
import { addressOf, type Connection } from "../protocol/connection.js";
import { decode, encode, headerOf, type Json, type Message } from "../protocol/message.js";
import { connectDealer, connectSubscriber, type Socket } from "../protocol/sockets.js";

/** A kernel of one's own, seen from the front end. */
export interface Client {
  readonly connection: Connection;
  /** Asks on the shell channel; resolves with the reply when the kernel is idle again. Rejects if the kernel ends. */
  ask(type: string, content: Json, publish?: (type: string, content: Json) => void): Promise<Json>;
  interrupt(): void;
  /** Ends the kernel, by force if it does not end by itself. */
  stop(): Promise<void>;
}

export interface ClientOptions {
  /** Command of the kernel; `{connection_file}` stands for the file that it is given. */
  readonly argv: readonly string[];
  readonly folder: string;
  /** Milliseconds. */
  readonly patience: number;
}

async function freePorts(n: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: n }, () => {
      const server = createServer();
      return new Promise<typeof server>(resolve => void server.listen(0, "127.0.0.1", () => resolve(server)));
    }),
  );
  const ports = servers.map(server => (server.address() as { readonly port: number }).port);
  await Promise.all(servers.map(server => new Promise(resolve => void server.close(resolve))));
  return ports;
}

async function newConnection(): Promise<Connection> {
  const [shell_port, iopub_port, stdin_port, control_port, hb_port] = await freePorts(5);
  const key = randomBytes(32).toString("hex");
  return {
    transport: "tcp",
    ip: "127.0.0.1",
    key,
    signature_scheme: "hmac-sha256",
    shell_port,
    iopub_port,
    stdin_port,
    control_port,
    hb_port,
  };
}

/** A request that waits for its reply and for the kernel to be idle. */
interface Pending {
  readonly publish: (type: string, content: Json) => void;
  readonly resolve: (reply: Json) => void;
  readonly reject: (error: Error) => void;
  reply?: Json;
  idle?: boolean;
}

/** Sends requests and sorts what comes back by the request that caused it. */
function conversation(connection: Connection): Omit<Client, "connection" | "stop"> & {
  fail(error: Error): void;
  close(): void;
  ask: Client["ask"];
  shutdown(): void;
} {
  const shell = connectDealer(addressOf(connection, "shell"));
  const control = connectDealer(addressOf(connection, "control"));
  const iopub = connectSubscriber(addressOf(connection, "iopub"));
  const sockets = [shell, control, iopub];
  const session = randomUUID();
  const pending = new Map<string, Pending>();
  const send = (socket: Socket, msg_type: string, content: Json): string => {
    const header = headerOf(msg_type, session);
    const message: Message = { identities: [], header, parent: {}, content };
    socket.send(encode(message, connection.key));
    return header.msg_id;
  };
  const hear = (message: Message | undefined): void => {
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
  for (const socket of sockets) void socket.receive(frames => hear(decode(frames, connection.key)));
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

/**
 * Time (ms) between greetings: what a kernel publishes before it is listened to is lost, and with it that it is idle.
 */
const GREETING = 100;

/** Keeps nobody waiting who has nothing else to do. */
const delay = (ms: number): Promise<undefined> => setTimeout(ms, undefined, { ref: false });

/** The end of a process, and what it printed until then. */
function endOf(kernel: ChildProcess): Promise<string> {
  let printed = "";
  for (const stream of [kernel.stdout, kernel.stderr])
    stream?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
  return new Promise(resolve => {
    kernel.on("error", error => resolve(`the kernel cannot be started: ${error.message}`));
    kernel.on("exit", (code, signal) =>
      resolve(`the kernel ended (${signal ?? `code ${code}`})${printed === "" ? "" : `: ${printed.trim()}`}`),
    );
  });
}

/** Starts a kernel on a connection of its own and waits until it answers and is heard. */
export async function startClient({ argv, folder, patience }: ClientOptions): Promise<Client> {
  const connection = await newConnection();
  const own = mkdtempSync(join(tmpdir(), "flows-kernel-"));
  const file = join(own, "connection.json");
  writeFileSync(file, JSON.stringify(connection), { mode: 0o600 });
  const [command, ...words] = argv.map(word => word.replace("{connection_file}", file));
  const kernel = spawn(command, words, {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    serialization: "advanced",
  });
  paintFor(kernel);
  const { close, fail, shutdown, ...speaking } = conversation(connection);
  const ended = endOf(kernel);
  let end: string | undefined;
  void ended.then(reason => {
    end = reason;
    fail(new Error(reason));
  });
  const stop = async (): Promise<void> => {
    shutdown();
    await Promise.race([ended, delay(2000)]);
    if (end === undefined) kernel.kill("SIGKILL");
    await ended;
    close();
    rmSync(own, { recursive: true, force: true });
  };
  const deadline = performance.now() + patience;
  for (;;) {
    const greeting = await Promise.race([
      speaking.ask("kernel_info_request", {}).catch(() => undefined),
      delay(GREETING),
    ]);
    if (greeting) return { connection, ...speaking, stop };
    if (end === undefined && performance.now() < deadline) continue;
    await stop();
    throw new Error(end ?? `the kernel did not answer within ${patience} ms`);
  }
}
