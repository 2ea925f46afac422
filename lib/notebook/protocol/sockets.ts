/** The only importer of ZeroMQ. */
import { Dealer, Publisher, Router, Subscriber } from "zeromq";

export type Frames = readonly (string | Buffer)[];

/** Hands one message to a socket; rejects where that cannot be. */
export type Transmit = (frames: Frames) => Promise<void>;

/** Messages sent one after the other: a ZeroMQ socket rejects a message while another one waits to be sent. */
export interface Sender {
  /** Resolves when the message, and all before it, are handed to the network or cannot be; never rejects. */
  send(frames: Frames): Promise<void>;
  /** Resolves when everything that was given until now has been sent. */
  sent(): Promise<void>;
}

/** A socket as the protocol uses it. */
export interface Socket extends Sender {
  /** Calls back for every arriving message until the socket is closed. */
  receive(handle: (frames: readonly Buffer[]) => void): Promise<void>;
  close(): void;
}

/** Frames of more bytes are no message of a notebook: their sender is disconnected. */
const LARGEST = 256 * 1024 * 1024;

/** Milliseconds that a closed socket goes on delivering what was sent. */
const LINGER = 200;

/**
 * Replies are kept until they are read, since a router drops what finds no room, and says nothing: as many as there
 * were requests. Of requests no more wait here; others wait with their sender.
 */
const SERVER = {
  linger: LINGER,
  sendHighWaterMark: 0,
  receiveHighWaterMark: 1000,
  maxMessageSize: LARGEST,
} as const;

type Readable = Router | Dealer | Subscriber;
type Writable = Router | Dealer | Publisher;

async function receiveFrom(socket: Readable, handle: (frames: readonly Buffer[]) => void): Promise<void> {
  try {
    for await (const frames of socket as AsyncIterable<Buffer[]>) handle(frames);
  } catch (error) {
    if (!socket.closed) throw error;
  }
}

/** Calls `transmit` for one message after the other; a message that cannot be sent is left out. */
export function inOrder(transmit: Transmit): Sender {
  let last: Promise<void> = Promise.resolve();
  return {
    send: frames => (last = last.then(() => transmit(frames)).catch(() => undefined)),
    sent: () => last,
  };
}

const SILENT: Sender = { send: () => Promise.resolve(), sent: () => Promise.resolve() };

const transmitTo =
  (socket: Writable): Transmit =>
  frames =>
    socket.send(frames as Buffer[]);

const asSocket = (socket: Router | Dealer): Socket => ({
  ...inOrder(transmitTo(socket)),
  receive: handle => receiveFrom(socket, handle),
  close: () => socket.close(),
});

/** A socket that replies to many clients. */
export async function bindRouter(address: string): Promise<Socket> {
  const socket = new Router(SERVER);
  await bind(socket, address);
  return asSocket(socket);
}

/**
 * A heartbeat: sends every message back as it came. A router, since a reply socket is stopped for good by the noise of
 * one stranger who does not speak ZeroMQ.
 */
export async function bindEcho(address: string): Promise<Socket> {
  const echo = await bindRouter(address);
  void echo.receive(frames => void echo.send(frames));
  return echo;
}

/** Publishes to all subscribers; one that reads nothing is waited for as long as `timeout` (ms). */
export async function bindPublisher(address: string, timeout: number = SLOW.timeout): Promise<Socket> {
  const socket = new Publisher({ linger: LINGER, sendHighWaterMark: QUEUE, sendTimeout: 0, noDrop: true });
  await bind(socket, address);
  return {
    ...inOrder(withFlowControl(transmitTo(socket), leavingOut(socket), timeout)),
    receive: () => Promise.resolve(),
    close: () => socket.close(),
  };
}

/** A client of a router. */
export function connectDealer(address: string): Socket {
  const socket = new Dealer({ sendHighWaterMark: 0, receiveHighWaterMark: 0, linger: 0 });
  socket.connect(address);
  return asSocket(socket);
}

/** A subscriber to all messages of a publisher. */
export function connectSubscriber(address: string): Socket {
  const socket = new Subscriber({ receiveHighWaterMark: 0, linger: 0 });
  socket.connect(address);
  socket.subscribe();
  return { ...SILENT, receive: handle => receiveFrom(socket, handle), close: () => socket.close() };
}

// ------------------------------------------------------------------ binding
/** How long (ms) a port may still belong to the kernel before, when a front end restarts it. */
const TAKEN = { retry: 50, timeout: 3000 } as const;

const delay = (ms: number): Promise<void> => new Promise(resolve => void setTimeout(resolve, ms));

const codeOf = (error: unknown): unknown => (error as { readonly code?: unknown } | null)?.code;

async function bind(socket: Router | Publisher, address: string): Promise<void> {
  for (const deadline = performance.now() + TAKEN.timeout; ; await delay(TAKEN.retry))
    try {
      return await socket.bind(address);
    } catch (error) {
      if (codeOf(error) === "EADDRINUSE" && performance.now() < deadline) continue;
      throw new Error(`the kernel cannot listen at ${address}: ${(error as Error).message}`, { cause: error });
    }
}

// ------------------------------------------------------------------ publishing
/** Messages that ZeroMQ keeps for a subscriber; more wait here. */
const QUEUE = 64;

/** Time (ms) between two attempts, and after which a subscriber that reads nothing loses messages. */
const SLOW = { retry: 2, timeout: 5000 } as const;

/**
 * Flow control: a subscriber that reads slowly is waited for; one that has read nothing for `timeout` (ms) loses this
 * message and, because ZeroMQ then leaves it out, all others until it reads again. So no subscriber that reads loses a
 * message, and memory is bounded. The wait is counted in attempts: while this process is halted no time passes for it,
 * since its own threads, which move the messages on, were halted too.
 */
export const withFlowControl =
  (transmit: Transmit, leaveOut: Transmit, timeout: number): Transmit =>
  async frames => {
    for (let attempts = timeout / SLOW.retry; ; attempts--, await delay(SLOW.retry))
      try {
        return await transmit(frames);
      } catch (error) {
        if (codeOf(error) !== "EAGAIN") throw error;
        if (attempts <= 0) return leaveOut(frames);
      }
  };

/** Sends to the subscribers that have room. */
const leavingOut =
  (socket: Publisher): Transmit =>
  async frames => {
    socket.noDrop = false;
    await transmitTo(socket)(frames);
    socket.noDrop = true;
  };
