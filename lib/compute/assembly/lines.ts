import { transformColumns } from "./columns";

/**
 * Transforms of the lines along the first axis of an array, of which parts are known to be 0, see
 * compute/summation/fourier/transform. A few lines at a time go through all stages within the nearest caches; what they
 * begin and end with is not kept.
 */
@unmanaged
export class Lines {
  re: f64;
  im: f64;
  outRe: f64;
  outIm: f64;
  /** Of each line: its length, how many entries may differ from 0, and K, of the modes -K … K + 1 that are kept. */
  length: f64;
  used: f64;
  modes: f64;
  /** How many lines there are, and how many of them, an even number, go together. */
  lines: f64;
  together: f64;
  /** Cosines and sines of 2πk/length. */
  table: f64;
}

/** Bytes of scratch memory: values and room, real and imaginary. */
export function linesScratchOf(job: Lines): usize { return <usize>job.length * <usize>job.together << 5; }

/** Row of a line in which the k-th of the kept modes 0 … K + 1, -K … -1 stands. */
// @ts-ignore: decorator
@inline function rowOf(job: Lines, k: usize): usize {
  const modes = <usize>job.modes;
  return k < modes + 2 ? k : k + <usize>job.length - 2 * modes - 2;
}

// @ts-ignore: decorator
@inline function keptModes(job: Lines): usize { return 2 * <usize>job.modes + 2; }

// @ts-ignore: decorator
@inline function copy(from: usize, to: usize): void { store<f64>(to, load<f64>(from)); }

/** `count` lines from `first` on between an array, used × lines, and the rows of values, length × together. */
function moveValues(job: Lines, array: usize, first: usize, count: usize, values: usize, isIn: bool): void {
  const step = <usize>job.lines << 3, row = <usize>job.together << 3, used = <usize>job.used;
  array += first << 3;
  for (let i: usize = 0; i < used; i++, array += step, values += row)
    for (let c: usize = 0; c < count << 3; c += 8)
      if (isIn) copy(array + c, values + c);
      else copy(values + c, array + c);
}

/** The same for an array of kept modes, lines × modes. */
function moveModes(job: Lines, array: usize, first: usize, count: usize, values: usize, isIn: bool): void {
  const kept = keptModes(job), row = <usize>job.together << 3;
  array += first * kept << 3;
  for (let c: usize = 0; c < count << 3; c += 8)
    for (let k: usize = 0; k < kept; k++, array += 8) {
      const at = values + rowOf(job, k) * row + c;
      if (isIn) copy(array, at); else copy(at, array);
    }
}

/** Kept modes of some groups of lines, lines × modes, from their values, used × lines. */
export function forwardLines(job: Lines, first: usize, last: usize, scratch: usize): void {
  const together = <usize>job.together,
    length = <usize>job.length,
    lines = <usize>job.lines,
    size = (length * together) << 3,
    im = scratch + size,
    room = im + size;
  for (let at = first * together; at < min(lines, last * together); at += together) {
    const count = min(together, lines - at);
    memory.fill(scratch, 0, 2 * size);
    moveValues(job, <usize>job.re, at, count, scratch, true);
    moveValues(job, <usize>job.im, at, count, im, true);
    const result =
      transformColumns(scratch, im, room, room + size, length, together, <usize>job.table) & 1 ? room : scratch;
    moveModes(job, <usize>job.outRe, at, count, result, false);
    moveModes(job, <usize>job.outIm, at, count, result + size, false);
  }
}

/**
 * Values of some groups of lines, used × lines, from their kept modes: exchanging real and imaginary parts turns the
 * transform around.
 */
export function inverseLines(job: Lines, first: usize, last: usize, scratch: usize): void {
  const together = <usize>job.together,
    length = <usize>job.length,
    lines = <usize>job.lines,
    size = (length * together) << 3,
    im = scratch + size,
    room = im + size;
  for (let at = first * together; at < min(lines, last * together); at += together) {
    const count = min(together, lines - at);
    memory.fill(scratch, 0, 2 * size);
    moveModes(job, <usize>job.re, at, count, scratch, true);
    moveModes(job, <usize>job.im, at, count, im, true);
    const result =
      transformColumns(im, scratch, room + size, room, length, together, <usize>job.table) & 1 ? room : scratch;
    moveValues(job, <usize>job.outRe, at, count, result, false);
    moveValues(job, <usize>job.outIm, at, count, result + size, false);
  }
}
