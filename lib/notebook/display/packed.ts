/**
 * Numbers of traces as plotly reads and writes them since its version 2.28: base64 of their bytes, a third of what
 * digits take in a notebook, in single precision, of which a page of a thousand pixels shows half the digits.
 */

export interface Packed {
  readonly dtype: "f4";
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

const areNumbers = (list: unknown): list is List =>
  Array.isArray(list) && list.every(value => typeof value === "number" || value === null);

const isMatrix = (list: readonly unknown[]): list is readonly List[] =>
  list.every(row => areNumbers(row) && row.length === (list[0] as List).length);

const pack = (list: List | Float32Array): Packed => ({
  dtype: "f4",
  bdata: Buffer.from(Float32Array.from(list, value => value ?? NaN).buffer).toString("base64"),
});

/** A list or matrix of numbers packed; anything else as it is. */
function packedList(value: unknown): unknown {
  if (value instanceof Float32Array) return pack(value);
  if (!Array.isArray(value) || value.length < SHORTEST) return value;
  const list: readonly unknown[] = value;
  if (areNumbers(list)) return pack(list);
  return isMatrix(list)
    ? ({ ...pack(list.flat()), shape: `${list.length}, ${list[0].length}` } satisfies Packed)
    : list;
}

type Trace = Readonly<Record<string, unknown>>;

/** A trace with its coordinates packed. */
export const packed = (trace: Trace): Trace => ({
  ...trace,
  ...Object.fromEntries(COORDINATES.filter(key => key in trace).map(key => [key, packedList(trace[key])])),
});

export const isPacked = (value: unknown): value is Packed =>
  typeof value === "object" && value !== null && "bdata" in value && "dtype" in value && value.dtype === "f4";

/** The numbers of a packed list; of a matrix row by row. */
export const unpacked = ({ bdata }: Packed): readonly number[] =>
  Array.from(new Float32Array(Uint8Array.from(Buffer.from(bdata, "base64")).buffer));
