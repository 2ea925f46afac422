import { columnTransform } from "../../typescript/fft-columns.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { Engine } from "./engine.js";
import { type Complex, keptModes, type PrunedLine } from "./pruned-line.js";

/** Side of the squares in which arrays are transposed, so that both sides of a square stay in the first-level cache. */
const TILE = 16;

/** Part of a matrix: its rows and columns begin at `row` and `column` of rows of `stride` numbers. */
interface Part {
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
  readonly stride: number;
}

/** out[at + b·outStride + a] = x[(row + a)·stride + column + b] for a < rows, b < columns. */
function transpose(
  x: Vec,
  { row, rows, column, columns, stride }: Part,
  out: Vec,
  outStride: number,
  at: number,
): void {
  const start = row * stride + column;
  for (let a0 = 0; a0 < rows; a0 += TILE)
    for (let b0 = 0; b0 < columns; b0 += TILE) {
      const lastA = Math.min(rows, a0 + TILE);
      const lastB = Math.min(columns, b0 + TILE);
      for (let a = a0; a < lastA; a++)
        for (let b = b0; b < lastB; b++) out[at + b * outStride + a] = x[start + a * stride + b];
    }
}

/** Both parts of z through the same map to an array of `size` zeros. */
const mapped = ({ re, im }: Complex, size: number, map: (x: Vec, out: Vec) => void): Complex => {
  const out = { re: new Float64Array(size), im: new Float64Array(size) };
  map(re, out.re);
  map(im, out.im);
  return out;
};

/** All columns of an array whose rows are lines. */
const transformed = (n: number, re: Vec, im: Vec, columns: number): readonly [re: Vec, im: Vec] =>
  columnTransform(n)(re, im, new Float64Array(re.length), new Float64Array(im.length), columns);

/**
 * Of n × B rows the first `used`, as the modes that are kept of the transform along the first axis, transposed to B ×
 * modes.
 */
export function forwardLine(line: PrunedLine, z: Complex): Complex {
  const { length: n, used, modes } = line;
  const kept = keptModes(line);
  const columns = z.re.length / used;
  const padded = mapped(z, n * columns, (x, out) => out.set(x));
  const [re, im] = transformed(n, padded.re, padded.im, columns);
  return mapped({ re, im }, kept * columns, (x, out) => {
    transpose(x, { row: 0, rows: modes + 2, column: 0, columns, stride: columns }, out, kept, 0);
    transpose(x, { row: n - modes, rows: modes, column: 0, columns, stride: columns }, out, kept, modes + 2);
  });
}

/** B × modes along the last axis -> used × B values Σ_k z_k e^{2πijk/n}: the adjoint of `forwardLine`. */
export function inverseLine(line: PrunedLine, z: Complex): Complex {
  const { length: n, used, modes } = line;
  const kept = keptModes(line);
  const columns = z.re.length / kept;
  const lines = mapped(z, n * columns, (x, out) => {
    transpose(x, { row: 0, rows: columns, column: 0, columns: modes + 2, stride: kept }, out, columns, 0);
    transpose(
      x,
      { row: 0, rows: columns, column: modes + 2, columns: modes, stride: kept },
      out,
      columns,
      (n - modes) * columns,
    );
  });
  // exchanging real and imaginary parts turns the transform around
  const [im, re] = transformed(n, lines.im, lines.re, columns);
  return { re: re.subarray(0, used * columns), im: im.subarray(0, used * columns) };
}

/** The transform over all axes of an array, most of whose entries and modes are known to be 0 and are never touched. */
export interface PrunedTransform {
  /** used_0 × used_1 × … values -> kept modes of every axis: Σ_j z_j e^{-2πi Σ_c j_c k_c/n_c}. */
  forward(z: Complex): Complex;
  /** Modes -> used_0 × used_1 × … values Σ_k z_k e^{2πi Σ_c j_c k_c/n_c}. */
  inverse(z: Complex): Complex;
}

/** Axis by axis: each one comes first, is transformed, and goes to the end, until the first is in front again. */
export const prunedTransform = (engine: Engine, lines: readonly PrunedLine[]): PrunedTransform => ({
  forward: z => lines.reduce((x, line) => engine.forward(line, x), z),
  inverse: z => lines.reduceRight((x, line) => engine.inverse(line, x), z),
});
