import { FRACTIONS } from "../typescript/exponential.js";
import { bytes } from "./bytes.js";
import type { Exports } from "./exports.js";

export interface Memory {
  readonly buffer: ArrayBufferLike;
  /** By pages of 64 KiB. */
  grow(pages: number): number;
}

/** An instance of the module with its memory. It keeps nothing between two calls. */
export interface Machine {
  readonly module: object;
  readonly memory: Memory;
  readonly exports: Exports;
  /** Threads that may work in its memory. */
  readonly threads: number;
  /** Calls for which helpers are left alone, and for how many they were left alone the last time. */
  rest: number;
  lastRest: number;
}

/** The part of the standard that is used here; undefined where there is none. */
declare const WebAssembly:
  | undefined
  | {
      readonly Memory: new (limits: {
        readonly initial: number;
        readonly maximum: number;
        readonly shared: boolean;
      }) => Memory;
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object, imports: object) => { readonly exports: object };
    };

/**
 * Name, kind and limits of the imported memory: the module is compiled for a shared one, 3, and a bit makes it one that
 * is not, 1.
 */
const SHARED_IMPORT = "\x03env\x06memory\x02\x03";

function moduleBytes(shared: boolean): Uint8Array {
  const text = atob(bytes);
  const module = Uint8Array.from(text, c => c.charCodeAt(0));
  if (!shared) module[text.indexOf(SHARED_IMPORT) + SHARED_IMPORT.length - 1] = 1;
  return module;
}

/**
 * Starts the module, with memory that others may share if there are to be several threads; undefined where WebAssembly
 * lacks that, or SIMD.
 */
export function startMachine(threads: number): Machine | undefined {
  const shared = threads > 1;
  if (typeof WebAssembly === "undefined" || bytes === "") return undefined;
  try {
    const memory = new WebAssembly.Memory({ initial: 16, maximum: 65536, shared });
    const module = new WebAssembly.Module(moduleBytes(shared));
    const exports = new WebAssembly.Instance(module, { env: { memory } }).exports as Exports;
    new Float64Array(memory.buffer, exports.fractions(), FRACTIONS.length).set(FRACTIONS);
    return { module, memory, exports, threads, rest: 0, lastRest: 0 };
  } catch {
    return undefined;
  }
}
