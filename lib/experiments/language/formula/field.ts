import type { NamedArray } from "../../../arithmetic/named-arrays.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { formulaError } from "./tree.js";

/**
 * Numbers over named dimensions together with the coordinates of those dimensions that have some: times, the numbers of
 * an axis.
 */
export interface Field extends NamedArray {
  readonly coordinates: ReadonlyMap<string, Vec>;
}

/** Most numbers that one step of a formula may make: 160 MB. */
export const LARGEST = 2e7;

/** Relative difference under which two time grids are the same: rounding of k end/steps. */
const ROUNDING = 1e-9;

export const constant = (value: number): Field => ({
  dims: [],
  shape: [],
  data: Float64Array.of(value),
  coordinates: new Map(),
});

export const lengthOf = (x: NamedArray, dim: string): number => x.shape[x.dims.indexOf(dim)];

/** Distance in `data` between neighbours along each dimension. */
export const strides = (shape: readonly number[]): readonly number[] =>
  shape.map((_, i) => shape.slice(i + 1).reduce((a, b) => a * b, 1));

const same = (a: Vec, b: Vec): boolean =>
  a.length === b.length &&
  a.every((v, i) => Math.abs(v - b[i]) <= ROUNDING * Math.max(Math.abs(v), Math.abs(a[a.length - 1])));

function mergedCoordinates(parts: readonly Field[], at: number): ReadonlyMap<string, Vec> {
  const merged = new Map<string, Vec>();
  for (const [dim, values] of parts.flatMap(part => [...part.coordinates])) {
    const known = merged.get(dim);
    if (known !== undefined && !same(known, values))
      formulaError(`the two sides have different ${dim === "t" ? "recorded times" : `values of "${dim}"`}`, at);
    merged.set(dim, known ?? values);
  }
  return merged;
}

function mergedShape(parts: readonly Field[], at: number): ReadonlyMap<string, number> {
  const merged = new Map<string, number>();
  for (const part of parts)
    part.dims.forEach((dim, i) => {
      const known = merged.get(dim) ?? part.shape[i];
      if (known !== part.shape[i])
        formulaError(`the two sides have different sizes along "${dim}" (${known} and ${part.shape[i]})`, at);
      merged.set(dim, known);
    });
  const size = [...merged.values()].reduce((a, b) => a * b, 1);
  if (size > LARGEST) formulaError(`${size} numbers over ${[...merged.keys()].join(" x ")} are too many`, at);
  return merged;
}

/** f entry by entry; dimensions are matched by name, and those that one part lacks are repeated. */
export function broadcast(f: (...x: readonly number[]) => number, parts: readonly Field[], at: number): Field {
  const merged = mergedShape(parts, at);
  const dims = [...merged.keys()];
  const shape = [...merged.values()];
  const steps = parts.map(part => {
    const own = strides(part.shape);
    return dims.map(dim => own[part.dims.indexOf(dim)] ?? 0);
  });
  const data = new Float64Array(shape.reduce((a, b) => a * b, 1));
  const index = dims.map(() => 0);
  const from = parts.map(() => 0);
  const value = reading(f, parts, from);
  for (let k = 0; k < data.length; k++) {
    data[k] = value();
    advance(index, shape, steps, from);
  }
  return { dims, shape, data, coordinates: mergedCoordinates(parts, at) };
}

/**
 * f of what the parts have at `from`; one or two parts, as in almost every formula, need no list of arguments for each
 * number.
 */
function reading(
  f: (...x: readonly number[]) => number,
  parts: readonly Field[],
  from: readonly number[],
): () => number {
  const [a, b] = parts.map(({ data }) => data);
  if (parts.length === 1) return () => f(a[from[0]]);
  if (parts.length === 2) return () => f(a[from[0]], b[from[1]]);
  return () => f(...parts.map(({ data }, j) => data[from[j]]));
}

/** Moves a row-major index one on, and the place in each part with it. */
function advance(
  index: number[],
  shape: readonly number[],
  steps: readonly (readonly number[])[],
  from: number[],
): void {
  for (let d = index.length - 1; d >= 0; d--) {
    index[d]++;
    for (let j = 0; j < from.length; j++) from[j] += steps[j][d];
    if (index[d] < shape[d]) return;
    for (let j = 0; j < from.length; j++) from[j] -= steps[j][d] * shape[d];
    index[d] = 0;
  }
}

/** Every line along `dim` replaced by what `f` makes of it, all of one length. */
export function mapLines(x: Field, dim: string, length: number, f: (line: Vec) => Vec): Field {
  const axis = x.dims.indexOf(dim);
  const n = x.shape[axis];
  const inner = strides(x.shape)[axis];
  const data = new Float64Array((x.data.length / n) * length);
  const line = new Float64Array(n);
  for (let outer = 0; outer < x.data.length / (n * inner); outer++)
    for (let q = 0; q < inner; q++) {
      for (let k = 0; k < n; k++) line[k] = x.data[(outer * n + k) * inner + q];
      f(line).forEach((v, k) => (data[(outer * length + k) * inner + q] = v));
    }
  return { dims: x.dims, shape: x.shape.map((m, i) => (i === axis ? length : m)), data, coordinates: x.coordinates };
}

/** x without a dimension of length one. */
function squeeze(x: Field, dim: string): Field {
  const axis = x.dims.indexOf(dim);
  const others = <V>(list: readonly V[]): V[] => list.filter((_, i) => i !== axis);
  return {
    dims: others(x.dims),
    shape: others(x.shape),
    data: x.data,
    coordinates: new Map([...x.coordinates].filter(([d]) => d !== dim)),
  };
}

/** Every line along `dim` replaced by one number. */
export const reduceLines = (x: Field, dim: string, f: (line: Vec) => number): Field =>
  squeeze(
    mapLines(x, dim, 1, line => Float64Array.of(f(line))),
    dim,
  );
