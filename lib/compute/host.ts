import type { Vec } from "../arithmetic/vec.js";

/**
 * What Node offers to the routines, and nothing where there is no Node: the only file of compute that knows of it.
 * Modules are asked for when they are needed, so that a page can load this file.
 */
interface Threads {
  readonly isMainThread: boolean;
  readonly Worker: new (source: string, options: object) => Helper;
}

/** A worker thread. */
export interface Helper {
  /** Lets the process end though the thread is there. */
  unref(): void;
  terminate(): unknown;
}

interface Node {
  readonly env: { readonly [name: string]: string | undefined };
  getBuiltinModule(name: "node:worker_threads"): Threads;
  getBuiltinModule(name: "node:os"): { availableParallelism(): number };
}

/** What Node has instead of arrays that are cleared first. */
const buffers = (
  globalThis as { readonly Buffer?: { allocUnsafeSlow?(bytes: number): { readonly buffer: ArrayBuffer } } }
).Buffer;

/**
 * `count` numbers, all of which will be written before they are read: clearing a large array costs as much as copying
 * one.
 */
export const unwritten = (count: number): Vec =>
  buffers?.allocUnsafeSlow ? new Float64Array(buffers.allocUnsafeSlow(8 * count).buffer) : new Float64Array(count);

const node = (globalThis as { readonly process?: Partial<Node> }).process;

const has = (candidate: Partial<Node> | undefined): candidate is Node =>
  typeof candidate?.getBuiltinModule === "function";

/** The value of an environment variable. */
export const environment = (name: string): string | undefined => (has(node) ? node.env[name] : undefined);

/**
 * Cores that a program may use; one inside of a worker thread, whose program has given out the cores, and where there
 * is no Node.
 */
export function availableThreads(): number {
  if (!has(node) || !node.getBuiltinModule("node:worker_threads").isMainThread) return 1;
  return node.getBuiltinModule("node:os").availableParallelism();
}

/** A script, so that it needs no file of its own and starts without an event loop of whoever starts it. */
const HELPER = `
  const { module, memory, thread } = require("node:worker_threads").workerData;
  new WebAssembly.Instance(module, { env: { memory } }).exports.serve(thread);
`;

/** Starts a thread, in the background, that serves a WebAssembly module with this memory. */
export function startHelper(module: object, memory: object, thread: number): Helper | undefined {
  if (!has(node)) return undefined;
  const options = { eval: true, workerData: { module, memory, thread }, execArgv: [] };
  const helper = new (node.getBuiltinModule("node:worker_threads").Worker)(HELPER, options);
  helper.unref();
  return helper;
}
