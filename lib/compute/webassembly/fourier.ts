import { angles } from "../../numerics/fft-columns.js";
import { type Engine, typescriptEngine } from "../summation/fourier/engine.js";
import type { Grid, GridAxis } from "../summation/fourier/grid.js";
import type { Vec } from "../../types.js";
import { type Frame, frameOf } from "./frame.js";
import type { Machine } from "./machine.js";

/** Numbers of scratch memory: three windows of at most 32 points. */
const SCRATCH = 96;

/** An axis in the order of assembly/fourier.ts. */
const axisNumbers = ({ used, width, low, scale, pieces }: GridAxis, address: number): readonly number[] =>
  [used, width, low, scale, address, pieces.length / width];

const putGrid = (frame: Frame, { axes }: Grid): number =>
  frame.put(Float64Array.from(axes.flatMap(axis => axisNumbers(axis, frame.put(axis.pieces)))));

function spread(machine: Machine, grid: Grid, points: Vec, weights: Vec): Vec {
  const frame = frameOf(machine), values = frame.room(grid.size), at = putGrid(frame, grid), scratch = frame.room(SCRATCH);
  const sources = frame.put(points), w = frame.put(weights);
  frame.view(values, grid.size).fill(0);
  machine.exports.spread(at, grid.dim, sources, w, weights.length, values, scratch);
  return frame.take(values, grid.size);
}

function interpolate(machine: Machine, grid: Grid, points: Vec, fields: readonly Vec[]): readonly Vec[] {
  const frame = frameOf(machine), n = points.length / grid.dim, out = frame.room(n * fields.length), at = putGrid(frame, grid);
  const scratch = frame.room(SCRATCH), targets = frame.put(points), values = frame.put(...fields);
  if (fields.length === 1) machine.exports.interpolate(at, grid.dim, targets, n, values, out, scratch);
  else machine.exports.interpolateTwo(at, grid.dim, targets, n, values, 8 * grid.size, out, 8 * n, scratch);
  return fields.map((_, f) => frame.take(out + 8 * n * f, n));
}

function transform(machine: Machine, n: number): ReturnType<Engine["transform"]> {
  const { cos, sin } = angles(n), twin = typescriptEngine.transform(n);
  return (re, im, columns) => {
    // lanes are neighbouring columns
    if (columns % 2 === 1) return twin(re, im, columns);
    const frame = frameOf(machine), size = re.length, at = frame.put(re, im), room = frame.room(2 * size), table = frame.put(cos, sin);
    const stages = machine.exports.transformColumns(at, at + 8 * size, room, room + 8 * size, n, columns, table);
    const result = stages % 2 === 0 ? at : room;
    return [frame.take(result, size), frame.take(result + 8 * size, size)];
  };
}

/** The stages of Fourier sums on a machine, as in summation/fourier. */
export const assemblyEngine = (machine: Machine): Engine => ({
  spread: (...of) => spread(machine, ...of),
  interpolate: (...of) => interpolate(machine, ...of),
  transform: n => transform(machine, n),
});
