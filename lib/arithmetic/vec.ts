/** Flat numeric data; the owner documents the shape. */
export type Vec = Float64Array;
