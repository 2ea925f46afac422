import { Worker } from "node:worker_threads";
import { warmUp as warmPainter } from "../../display/render/painter.js";
import { showValue } from "../display/show.js";
import { interrupt, onInterrupt } from "../display/sink.js";
import { warmUp as warmThreads } from "../live/threads.js";
import type { Connection } from "../protocol/connection.js";
import type { Json, Message } from "../protocol/message.js";
import { cells, type Opening } from "./cells.js";
import { errorReply, unknown } from "./dispatcher.js";
import { INTERRUPTED, runtimeError } from "./errors.js";
import { publisher } from "./publisher.js";
import { replyChannel } from "./reply-channel.js";
import { REQUESTS } from "./requests.js";
import { type Session, startSession } from "./session.js";
import { type IoData, SHARED, sharedMemory, type ToIo, type ToMain } from "./thread-messages.js";
import { keepSignals } from "./tslab.js";

/**
 * How long (ms) the end of the process waits for that of the I/O thread, which takes no longer but on a halted machine.
 */
const ENDING = 10_000;

/** Characters that wait to be published; whoever publishes more waits for the I/O thread. */
const BACKLOG = 32 * 1024 * 1024;

/** How long (ms) it is waited for at most: longer than the I/O thread waits for a front end that does not read. */
const TIMEOUT = 10_000;

/** The I/O thread; `hear` gets what it says once the sockets are open. */
function startIo(data: IoData, hear: (message: ToMain) => void): (message: ToIo) => void {
  const worker = new Worker(new URL("./io-thread.js", import.meta.url), {
    workerData: data,
    /** Of ZeroMQ, when a front end that does not read loses messages. */
    execArgv: ["--no-warnings"],
  });
  worker.on("message", hear);
  worker.on("error", error => hear({ kind: "failed", reason: error.message }));
  return message => worker.postMessage(message);
}

/** Memory stays bounded: a cell that publishes faster than front ends read waits for them. */
function awaitBacklog(shared: Int32Array): void {
  for (const deadline = performance.now() + TIMEOUT; performance.now() < deadline;) {
    const size = Atomics.load(shared, SHARED.backlog);
    if (size <= BACKLOG) return;
    Atomics.wait(shared, SHARED.backlog, size, TIMEOUT);
  }
}

/** The compiler, then the process that paints and the threads that compute: all at once would only take turns. */
async function openSession(running: (now: "begins" | "ended") => void): Promise<Session> {
  warmPainter();
  const session = await startSession({ show: showValue, running });
  warmThreads();
  return session;
}

/** Resolves with the session, or early when the user interrupts. */
const opening =
  (session: Promise<Session>): Opening =>
  () =>
    new Promise((resolve, reject) => {
      const forget = onInterrupt(() => resolve(INTERRUPTED));
      void session.then(resolve, reject).finally(forget);
    });

/** Serves the channels of a kernel until it is shut down; `fail` is told why they cannot be opened. */
export function serve(connection: Connection, info: Json, fail: (reason: string) => void): void {
  const shared = sharedMemory();
  const { print, publish, flush } = publisher(connection.key, frames => {
    const size = frames.reduce((sum, frame) => sum + frame.length, 0);
    awaitBacklog(shared);
    Atomics.add(shared, SHARED.backlog, size);
    post({ kind: "publish", frames, size });
  });
  const running = (now: "begins" | "ended"): void =>
    void Atomics.store(shared, SHARED.running, now === "begins" ? 1 : 0);
  let ready = (): void => undefined;
  /** Not before: the I/O thread cannot start while this one is busy with the compiler. */
  const session = new Promise<void>(resolve => (ready = resolve)).then(() => openSession(running));
  const execute = cells(opening(session));

  async function replyTo(message: Message): Promise<Json | undefined> {
    const { msg_type: type } = message.header;
    if (type === "execute_request") return execute(message, replyChannel({ print, publish, flush }, message));
    const answer = REQUESTS.get(type);
    return answer ? answer(message.content, await session) : unknown(message);
  }

  async function handle(id: number, message: Message): Promise<void> {
    const reply = await replyTo(message).catch((error: unknown) => errorReply(runtimeError(error, () => undefined)));
    flush();
    post({ kind: "done", id, reply });
  }

  const post = startIo({ connection, info, shared }, message => {
    if (message.kind === "ready") ready();
    else if (message.kind === "request") void handle(message.id, message.message);
    else if (message.kind === "shutdown") process.exit(0);
    else if (message.kind === "failed") fail(message.reason);
    else if (message.kind === "interrupt") {
      Atomics.store(shared, SHARED.seen, message.count);
      interrupt();
    }
  });
  keepSignals();
  process.on("SIGINT", interrupt);
  process.on("exit", () => {
    flush();
    post({ kind: "close" });
    Atomics.wait(shared, SHARED.ended, 0, ENDING);
  });
}
