/** The only importer of ZeroMQ. */
import { Dealer, Publisher, Reply, Router, Subscriber } from "zeromq";

type Frames = readonly (string | Buffer)[];

/** A socket as the protocol uses it. */
export interface Socket {
  /** Gives the frames to the network at once; nothing waits for the reader. */
  send(frames: Frames): void;
  /** Calls back for every arriving message until the socket is closed. */
  receive(handle: (frames: readonly Buffer[]) => void): Promise<void>;
  close(): void;
}

const ENDLESS = { sendHighWaterMark: 0, receiveHighWaterMark: 0, linger: 200 } as const;

type Readable = Router | Reply | Dealer | Subscriber;

async function receiveFrom(socket: Readable, handle: (frames: readonly Buffer[]) => void): Promise<void> {
  try {
    for await (const frames of socket as AsyncIterable<Buffer[]>) handle(frames);
  } catch (error) {
    if (!socket.closed) throw error;
  }
}

const asSocket = (socket: Router | Dealer | Reply): Socket => ({
  send: frames => void socket.send(frames as Buffer[]).catch(() => undefined),
  receive: handle => receiveFrom(socket, handle),
  close: () => socket.close(),
});

/** Answers many clients. */
export async function bindRouter(address: string): Promise<Socket> {
  const socket = new Router(ENDLESS);
  await socket.bind(address);
  return asSocket(socket);
}

/** Sends every message back as it came. */
export async function bindEcho(address: string): Promise<Socket> {
  const socket = new Reply();
  await socket.bind(address);
  const echo = asSocket(socket);
  void echo.receive(frames => echo.send(frames));
  return echo;
}

/** Speaks to all who listen. */
export async function bindPublisher(address: string): Promise<Socket> {
  const socket = new Publisher({ sendHighWaterMark: 0, linger: 200 });
  await socket.bind(address);
  return {
    send: frames => void socket.send(frames as Buffer[]).catch(() => undefined),
    receive: () => Promise.resolve(),
    close: () => socket.close(),
  };
}

/** Asks a router. */
export function connectDealer(address: string): Socket {
  const socket = new Dealer({ ...ENDLESS, linger: 0 });
  socket.connect(address);
  return asSocket(socket);
}

/** Listens to a publisher. */
export function connectSubscriber(address: string): Socket {
  const socket = new Subscriber({ receiveHighWaterMark: 0, linger: 0 });
  socket.connect(address);
  socket.subscribe();
  return { send: () => undefined, receive: handle => receiveFrom(socket, handle), close: () => socket.close() };
}
