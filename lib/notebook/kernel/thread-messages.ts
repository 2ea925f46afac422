/**
 * What the two threads of a kernel share: the words that they send to each other, and some numbers in common memory.
 */
import type { Connection } from "../protocol/connection.js";
import type { Json, Message } from "../protocol/message.js";
import type { Frames } from "../protocol/sockets.js";

/** From the I/O thread, which has the sockets, to the main thread, which runs cells. */
export type ToMain =
  | { readonly kind: "ready" }
  /** The sockets cannot be opened. */
  | { readonly kind: "failed"; readonly reason: string }
  /** One at a time: the next one comes when this one is done. */
  | { readonly kind: "request"; readonly id: number; readonly message: Message }
  /** The n-th interrupt of this kernel; it may come again until it has been seen. */
  | { readonly kind: "interrupt"; readonly count: number }
  | { readonly kind: "shutdown" };

export type ToIo =
  /** To all front ends; `size` in characters. */
  | { readonly kind: "publish"; readonly frames: Frames; readonly size: number }
  /** The end of a request, with the reply to it if there is one. */
  | { readonly kind: "done"; readonly id: number; readonly reply: Json | undefined }
  /** Sends what is left, closes the sockets and ends. */
  | { readonly kind: "close" };

/** What the I/O thread starts with. */
export interface IoData {
  readonly connection: Connection;
  /** The reply to `kernel_info_request`. */
  readonly info: Json;
  /** See `SHARED`. */
  readonly shared: Int32Array;
}

/** Indices of the common memory. */
export const SHARED = {
  /** 1 while the code of a cell runs: between the two it may be stopped by force. */
  running: 0,
  /** How many interrupts the main thread has seen. */
  seen: 1,
  /** 1 when the sockets are closed and the I/O thread has ended by itself. */
  ended: 2,
  /** Characters that wait to be published. */
  backlog: 3,
} as const;

export const sharedMemory = (): Int32Array =>
  new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * Object.keys(SHARED).length));
