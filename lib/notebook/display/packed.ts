/**
 * Numbers of traces as plotly reads and writes them since its version 2.28: base64 of their bytes, a third of what
 * digits take in a notebook.
 */

/** Single and double precision. */
const ARRAYS = { f4: Float32Array, f8: Float64Array } as const;

export interface Packed {
  readonly dtype: "f4" | "f8";
  readonly bdata: string;
  /** Rows and columns, of a matrix. */
  readonly shape?: string;
}

/** Numbers; null is a gap, which is packed as NaN. */
type List = readonly (number | null)[];

/** What of a trace is packed: the data, never a style. */
const COORDINATES = ["x", "y", "z"] as const;

/** Shorter lists stay readable. */
const SHORTEST = 8;

/** Of longer lists seven digits are kept: more than a page with so many points shows. */
const EXACT = 100;

const areNumbers = (list: unknown): list is List =>
  Array.isArray(list) && list.every(value => typeof value === "number" || value === null);

const isMatrix = (list: readonly unknown[]): list is readonly List[] =>
  list.every(row => areNumbers(row) && row.length === (list[0] as List).length);

const bytesOf = (numbers: Float32Array | Float64Array): string => Buffer.from(numbers.buffer).toString("base64");

const pack = (list: List, dtype: Packed["dtype"] = list.length > EXACT ? "f4" : "f8"): Packed => {
  return { dtype, bdata: bytesOf(new ARRAYS[dtype](list.map(value => value ?? NaN))) };
};

/** A list or matrix of numbers packed; anything else as it is. */
function packedList(value: unknown, dtype?: Packed["dtype"]): unknown {
  if (value instanceof Float32Array) return { dtype: "f4", bdata: bytesOf(value) } satisfies Packed;
  if (!Array.isArray(value) || value.length < SHORTEST) return value;
  const list: readonly unknown[] = value;
  if (areNumbers(list)) return pack(list, dtype);
  return isMatrix(list)
    ? ({ ...pack(list.flat(), dtype), shape: `${list.length}, ${list[0].length}` } satisfies Packed)
    : list;
}

type Trace = Readonly<Record<string, unknown>>;

/** A trace with its coordinates packed, as `dtype` or, without, as exactly as a page needs. */
export const packed = (trace: Trace, dtype?: Packed["dtype"]): Trace => ({
  ...trace,
  ...Object.fromEntries(COORDINATES.filter(key => key in trace).map(key => [key, packedList(trace[key], dtype)])),
});

export const isPacked = (value: unknown): value is Packed =>
  typeof value === "object" && value !== null && "bdata" in value && "dtype" in value && String(value.dtype) in ARRAYS;

/** The numbers of a packed list; of a matrix row by row. */
export function unpacked({ dtype, bdata }: Packed): readonly number[] {
  const bytes = Uint8Array.from(Buffer.from(bdata, "base64"));
  return Array.from(new ARRAYS[dtype](bytes.buffer));
}
