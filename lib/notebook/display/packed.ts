/** Numbers of traces as plotly reads and writes them since its version 2.28: base64 of their bytes, a third of what digits take in a notebook. */

export interface Packed {
  readonly dtype: "f8";
  readonly bdata: string;
  /** Rows and columns, of a matrix. */
  readonly shape?: string;
}

type Rows = readonly (readonly number[])[];

/** What of a trace is packed: the data, never a style. */
const COORDINATES = ["x", "y", "z"] as const;

/** Shorter lists stay readable. */
const SHORTEST = 8;

const areNumbers = (list: unknown): list is readonly number[] => Array.isArray(list) && list.every(value => typeof value === "number");

const isMatrix = (list: readonly unknown[]): list is Rows =>
  list.every(row => areNumbers(row) && row.length === (list[0] as readonly number[]).length);

const bytesOf = (numbers: readonly number[]): string => Buffer.from(Float64Array.from(numbers).buffer).toString("base64");

/** A list or matrix of numbers packed; anything else as it is. */
function packedList(value: unknown): unknown {
  if (!Array.isArray(value) || value.length < SHORTEST) return value;
  const list: readonly unknown[] = value;
  if (areNumbers(list)) return { dtype: "f8", bdata: bytesOf(list) } satisfies Packed;
  return isMatrix(list) ? ({ dtype: "f8", bdata: bytesOf(list.flat()), shape: `${list.length}, ${list[0].length}` } satisfies Packed) : list;
}

type Trace = Readonly<Record<string, unknown>>;

/** A trace with its coordinates packed. */
export const packed = (trace: Trace): Trace =>
  ({ ...trace, ...Object.fromEntries(COORDINATES.filter(key => key in trace).map(key => [key, packedList(trace[key])])) });

export const isPacked = (value: unknown): value is Packed =>
  typeof value === "object" && value !== null && "bdata" in value && "dtype" in value && value.dtype === "f8";

/** The numbers of a packed list; of a matrix row by row. */
export function unpacked({ bdata }: Packed): readonly number[] {
  const bytes = Buffer.from(bdata, "base64");
  return Array.from({ length: bytes.length / Float64Array.BYTES_PER_ELEMENT }, (_, i) => bytes.readDoubleLE(i * Float64Array.BYTES_PER_ELEMENT));
}
