import type { Vec } from "./vec.js";

/**
 * Numbers over named dimensions, row-major in the order of `dims`; no dimension is a scalar. What runs put out and
 * formulas compute with.
 */
export interface NamedArray {
  readonly dims: readonly string[];
  readonly shape: readonly number[];
  readonly data: Vec;
}

/** A number as an array without dimensions. */
export const scalar = (value: number): NamedArray => ({ dims: [], shape: [], data: Float64Array.of(value) });

/** A vector over one dimension. */
export const vector = (dim: string, data: Vec): NamedArray => ({ dims: [dim], shape: [data.length], data });
