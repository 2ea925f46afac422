import { refuse } from "../arithmetic/refusal.js";
import type { Vec } from "../arithmetic/vec.js";
import { machineFor } from "./backend.js";
import { fftOfLines as linesInTypescript, hasFft, lineFft, type Lines, tablesOf } from "./typescript/fft.js";
import { fftOfLines as linesOnMachine } from "./webassembly/fft.js";

/** Fewer numbers than this are not worth the way into WebAssembly and back. */
const WORTH = 256;

/** Operations of an entry, roughly: five for each doubling of a line. */
const OPERATIONS = 50;

/** In place on real and imaginary parts. */
export type Fft = (re: Vec, im: Vec) => void;

/** Along the lines of an array, outer × length × inner. */
function fftAlong(lines: Lines): Fft {
  const { length } = lines;
  if (!hasFft(length)) refuse(`there is no transform of the length ${length}: take 2^a 3^b 5^c`);
  const transform = lineFft(length);
  const tables = (length & (length - 1)) === 0 ? tablesOf(length) : undefined;
  return (re, im) => {
    const machine = tables && length > 1 && re.length >= WORTH ? machineFor(OPERATIONS * re.length) : undefined;
    if (machine && tables) linesOnMachine(machine, lines, tables, re, im);
    else linesInTypescript(lines, transform, re, im);
  };
}

/** Refuses parts that are not whole arrays of `size` numbers. */
function requireSize(size: number, re: Vec, im: Vec): void {
  if (re.length % size !== 0 || im.length !== re.length)
    refuse(`re has ${re.length} numbers and im ${im.length}: both need a multiple of ${size}`);
}

/**
 * z_k -> Σ_j z_j e^{-2πi Σ_c j_c k_c/n_c} in place for complex arrays of this shape, row-major, every n_c = 2^a 3^b
 * 5^c; several of them may stand one behind the other. Tables are made once. With `re` and `im` exchanged it is n_0 n_1
 * … times the inverse. Rounding: relative error below 5 log₂(n_0 n_1 …) 2^-53 in the Euclidean norm.
 */
export function fft(shape: readonly number[]): Fft {
  const size = shape.reduce((a, b) => a * b, 1);
  const along = shape.map((length, c) => fftAlong({ length, inner: shape.slice(c + 1).reduce((a, b) => a * b, 1) }));
  return (re, im) => {
    requireSize(size, re, im);
    for (const transform of along) transform(re, im);
  };
}

export { hasFft };
