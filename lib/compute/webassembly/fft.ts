import type { Lines, Tables } from "../typescript/fft.js";
import type { Vec } from "../../arithmetic/vec.js";
import { distribute } from "./distribute.js";
import { frameOf } from "./frame.js";
import type { Machine } from "./machine.js";

/** Lines that go together: a single one alone, else an even number, which stays in the second-level cache. */
const togetherOf = (length: number, lines: number): number =>
  lines === 1 ? 1 : 2 * Math.max(1, Math.min(8, Math.floor(8192 / length), Math.ceil(lines / 2)));

/** The twin of typescript/fft.ts for lengths 2^a. */
export function fftOfLines(
  machine: Machine,
  { length, inner }: Lines,
  { order, c, s }: Tables,
  re: Vec,
  im: Vec,
): void {
  const frame = frameOf(machine);
  const size = re.length;
  const lines = size / length;
  const together = togetherOf(length, lines);
  const places = frame.room(Math.ceil(length / 2));
  new Int32Array(machine.memory.buffer, places, length).set(order);
  const [atRe, atIm] = [re, im].map(part => frame.put(part));
  const job = frame.put(
    Float64Array.of(atRe, atIm, length, inner, lines, together, frame.put(c), frame.put(s), places),
  );
  distribute(machine, frame, {
    routine: "fft",
    job,
    panels: Math.ceil(lines / together),
    room: machine.exports.fftScratchOf(job),
  });
  frame.copy(atRe, size, re, 0);
  frame.copy(atIm, size, im, 0);
}
