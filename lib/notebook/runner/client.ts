import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { paintFor } from "../display/parent-painter.js";
import type { Connection } from "../protocol/connection.js";
import { connect, delay, greet, type Requests } from "./requests.js";

/** A kernel of one's own, seen from the front end. */
export interface Client extends Pick<Requests, "ask" | "interrupt"> {
  readonly connection: Connection;
  /** Ends the kernel, by force if it does not end by itself. */
  stop(): Promise<void>;
}

export interface ClientOptions {
  /** Command of the kernel; `{connection_file}` stands for the file that it is given. */
  readonly argv: readonly string[];
  readonly folder: string;
  /** Milliseconds. */
  readonly timeout: number;
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

/** A connection on free ports of this machine, with a new key. */
export async function newConnection(): Promise<Connection> {
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

/** Ports are free when they are chosen: somebody else may take one before the kernel does. */
const TAKEN = /cannot listen at/;

/** How often a kernel is started at most whose ports are taken. */
const ATTEMPTS = 3;

/** Starts a kernel on a connection of its own and waits until it answers and its publications arrive. */
export async function startClient(options: ClientOptions): Promise<Client> {
  for (let attempt = 1; ; attempt++)
    try {
      return await startOnce(options);
    } catch (error) {
      if (attempt === ATTEMPTS || !TAKEN.test((error as Error).message)) throw error;
    }
}

async function startOnce({ argv, folder, timeout }: ClientOptions): Promise<Client> {
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
  const requests = connect(connection);
  const { close, fail, shutdown, ask, interrupt } = requests;
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
  const deadline = performance.now() + timeout;
  if (await greet(requests, () => end !== undefined || performance.now() >= deadline))
    return { connection, ask, interrupt, stop };
  const reason = end ?? `the kernel did not answer within ${timeout} ms`;
  await stop();
  throw new Error(reason);
}
