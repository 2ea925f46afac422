import type { Vec } from "../arithmetic/vec.js";
import { type LineTransform, lineTransform, type PairTransform } from "./line-transform.js";
import { tabulate } from "../arithmetic/vectors.js";

/** The orthonormal eigenvectors of -Δ_h (five-point in the plane) on a grid of equal cells. */
export interface GridModes {
  readonly eigenvalues: Vec;
  /** Coefficients of a function on the cells. */
  forward(x: Vec): Vec;
  inverse(c: Vec): Vec;
}

const product = (factors: readonly number[]): number => factors.reduce((a, b) => a * b, 1);

/** Along one axis: lines of `length` entries at distance `stride` that begin at `starts`. */
interface Axis {
  readonly length: number;
  readonly stride: number;
  readonly starts: Int32Array;
  readonly line: LineTransform;
}

function axisOf(shape: readonly number[], c: number, periodic: boolean): Axis {
  const length = shape[c];
  const stride = product(shape.slice(c + 1));
  const lines = product(shape) / length;
  const starts = Int32Array.from({ length: lines }, (_, l) => Math.floor(l / stride) * length * stride + (l % stride));
  return { length, stride, starts, line: lineTransform(length, periodic) };
}

/** Transforms the lines two by two, in place; a last odd one together with itself. */
function alongAxis({ length, stride, starts }: Axis, x: Vec, transform: PairTransform): void {
  const [a, b, re, im] = Array.from({ length: 4 }, () => new Float64Array(length * Math.ceil(starts.length / 2)));
  const forPairs = (visit: (first: number, second: number, at: number) => void): void => {
    for (let l = 0, at = 0; l < starts.length; l += 2, at += length)
      visit(starts[l], starts[Math.min(l + 1, starts.length - 1)], at);
  };
  forPairs((first, second, at) => {
    for (let i = 0; i < length; i++) {
      a[at + i] = x[first + i * stride];
      b[at + i] = x[second + i * stride];
    }
  });
  transform(a, b, re, im);
  forPairs((first, second, at) => {
    for (let i = 0; i < length; i++) {
      x[first + i * stride] = a[at + i];
      x[second + i * stride] = b[at + i];
    }
  });
}

/** For cells in row-major order over `shape`, with no-flux or periodic ends. */
export function gridModes(shape: readonly number[], spacing: readonly number[], periodic: boolean): GridModes {
  const axes = shape.map((_, c) => axisOf(shape, c, periodic));
  const transformed = (x: Vec, direction: "forward" | "inverse"): Vec => {
    const out = x.slice();
    for (const axis of axes) alongAxis(axis, out, axis.line[direction]);
    return out;
  };
  const eigenvalue = (i: number): number =>
    axes.reduce(
      (s, { length, stride, line }, c) =>
        s + line.eigenvalues[Math.floor(i / stride) % length] / (spacing[c] * spacing[c]),
      0,
    );
  return {
    eigenvalues: tabulate(product(shape), eigenvalue),
    forward: x => transformed(x, "forward"),
    inverse: c => transformed(c, "inverse"),
  };
}
