import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Machine } from "./machine.js";

/** Room in the memory of a machine for one call: it is free again when the call returns, so that nothing can leak. */
export interface Frame {
  /** Address of `count` numbers, not cleared, at a multiple of 64 bytes. */
  room(count: number): number;
  /** Address of a copy of the numbers, one array behind the other. */
  put(...parts: readonly Vec[]): number;
  /** Copies numbers to an address in a room. */
  write(address: number, values: Vec): void;
  /** The numbers themselves, until the memory grows. */
  view(address: number, count: number): Vec;
  /** A copy of `count` numbers from an address. */
  take(address: number, count: number): Vec;
  /** A frame that begins where this one ends so far: its rooms are free again when the next one is made. */
  next(): Frame;
  /** Copies `count` numbers from an address to `out` from `at` on. */
  copy(address: number, count: number, out: Vec, at: number): void;
}

const PAGE = 65536;

/** Grows the memory where it ends before `end`. */
function reach({ memory }: Machine, end: number): void {
  const missing = Math.ceil((end - memory.buffer.byteLength) / PAGE);
  if (missing <= 0) return;
  if (end > PAGE * PAGE)
    refuse(
      `${Math.ceil(end / 2 / PAGE / 8)} MiB are more than WebAssembly can address: ` +
        "take fewer points or columns at once",
    );
  memory.grow(missing);
}

/** A frame from the start of the free memory, or from an address on. Frames of one machine nest by `next` only. */
export function frameOf(machine: Machine, start: number = machine.exports.heap.value): Frame {
  let top = start;
  // memory that grows gets a new buffer, so that views are made when they are needed
  const view = (address: number, count: number): Vec => new Float64Array(machine.memory.buffer, address, count);
  const room = (count: number): number => {
    const address = Math.ceil(top / 64) * 64;
    top = address + 8 * count;
    reach(machine, top);
    return address;
  };
  return {
    room,
    put: (...parts) => {
      const address = room(parts.reduce((count, part) => count + part.length, 0));
      let at = address;
      for (const part of parts) {
        view(at, part.length).set(part);
        at += 8 * part.length;
      }
      return address;
    },
    view,
    write: (address, values) => view(address, values.length).set(values),
    take: (address, count) => new Float64Array(view(address, count)),
    next: () => frameOf(machine, top),
    copy: (address, count, out, at) => out.set(view(address, count), at),
  };
}
