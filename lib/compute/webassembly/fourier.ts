import { angles } from "../typescript/fft-columns.js";
import type { Engine } from "../summation/fourier/engine.js";
import type { Grid, GridAxis, Sorted } from "../summation/fourier/grid.js";
import { type Complex, keptModes, type PrunedLine } from "../summation/fourier/pruned-line.js";
import type { Vec } from "../../arithmetic/vec.js";
import { distribute } from "./distribute.js";
import { type Frame, frameOf } from "./frame.js";
import type { Machine } from "./machine.js";
import { stripsOf } from "./strips.js";

/** Bytes of scratch memory of a thread: three windows of at most 32 points. */
const WINDOWS = 768;

/** Points of a panel, as in assembly/fourier.ts. */
const PANEL = 64;

/** An axis in the order of assembly/fourier.ts. */
const axisNumbers = ({ used, width, low, scale, pieces }: GridAxis, address: number): readonly number[] => [
  used,
  width,
  low,
  scale,
  address,
  pieces.length / width,
];

const putGrid = (frame: Frame, { axes }: Grid): number =>
  frame.put(Float64Array.from(axes.flatMap(axis => axisNumbers(axis, frame.put(axis.pieces)))));

function spread(machine: Machine, grid: Grid, sources: Sorted, weights: Vec): Vec {
  const frame = frameOf(machine);
  const values = frame.room(grid.size);
  const strips = stripsOf(grid, sources, machine.threads);
  const n = weights.length;
  const job = frame.put(
    Float64Array.of(
      putGrid(frame, grid),
      grid.dim,
      frame.put(sources.points),
      n,
      values,
      0,
      frame.put(weights),
      frame.put(Float64Array.from(strips.flat())),
    ),
  );
  frame.view(values, grid.size).fill(0);
  distribute(machine, frame, { routine: "spread", job, panels: strips.length, piece: 1, room: WINDOWS });
  return frame.take(values, grid.size);
}

function interpolate(machine: Machine, grid: Grid, { points }: Sorted, fields: readonly Vec[]): readonly Vec[] {
  const frame = frameOf(machine);
  const n = points.length / grid.dim;
  const out = frame.room(n * fields.length);
  const distance = fields.length === 1 ? 0 : 8 * grid.size;
  const job = frame.put(
    Float64Array.of(putGrid(frame, grid), grid.dim, frame.put(points), n, frame.put(...fields), distance, out, 0),
  );
  distribute(machine, frame, { routine: "interpolate", job, panels: Math.ceil(n / PANEL), room: WINDOWS });
  return fields.map((_, f) => frame.take(out + 8 * n * f, n));
}

/** Lines that go together, an even number: with their room they stay in the second-level cache. */
const togetherOf = ({ length }: PrunedLine, lines: number): number =>
  2 * Math.max(1, Math.min(Math.floor(4096 / length), Math.ceil(lines / 2)));

type Direction = "forward-lines" | "inverse-lines";

/** Lines of a complex array one way or the other; the result has `size` numbers. */
function transform(
  machine: Machine,
  routine: Direction,
  line: PrunedLine,
  lines: number,
  { re, im }: Complex,
  size: number,
): Complex {
  const { length, used, modes } = line;
  const frame = frameOf(machine);
  const { cos, sin } = angles(length);
  const together = togetherOf(line, lines);
  const out = { re: frame.room(size), im: frame.room(size) };
  const job = frame.put(
    Float64Array.of(
      frame.put(re),
      frame.put(im),
      out.re,
      out.im,
      length,
      used,
      modes,
      lines,
      together,
      frame.put(cos, sin),
    ),
  );
  distribute(machine, frame, {
    routine,
    job,
    panels: Math.ceil(lines / together),
    room: machine.exports.linesScratchOf(job),
  });
  return { re: frame.take(out.re, size), im: frame.take(out.im, size) };
}

function forward(machine: Machine, line: PrunedLine, z: Complex): Complex {
  const lines = z.re.length / line.used;
  return transform(machine, "forward-lines", line, lines, z, lines * keptModes(line));
}

function inverse(machine: Machine, line: PrunedLine, z: Complex): Complex {
  const lines = z.re.length / keptModes(line);
  return transform(machine, "inverse-lines", line, lines, z, lines * line.used);
}

/** The stages of Fourier sums on a machine, as in summation/fourier. */
export const assemblyEngine = (machine: Machine): Engine => ({
  spread: (...of) => spread(machine, ...of),
  interpolate: (...of) => interpolate(machine, ...of),
  forward: (...of) => forward(machine, ...of),
  inverse: (...of) => inverse(machine, ...of),
});
