import { checkCount, defaultColumns, refuseFile } from "./limits.js";
import type { Sheet } from "./table.js";

interface Header {
  readonly descr: string;
  readonly fortran: boolean;
  readonly shape: readonly number[];
  /** Where the numbers begin. */
  readonly offset: number;
}

type Reader = (view: DataView, at: number) => number;

/** NumPy type codes, little-endian; 64-bit integers are exact up to 2^53. */
const READERS: Readonly<Record<string, { readonly bytes: number; readonly read: Reader }>> = {
  "<f8": { bytes: 8, read: (v, at) => v.getFloat64(at, true) },
  "<f4": { bytes: 4, read: (v, at) => v.getFloat32(at, true) },
  "<i8": { bytes: 8, read: (v, at) => Number(v.getBigInt64(at, true)) },
  "<i4": { bytes: 4, read: (v, at) => v.getInt32(at, true) },
  "<i2": { bytes: 2, read: (v, at) => v.getInt16(at, true) },
  "|i1": { bytes: 1, read: (v, at) => v.getInt8(at) },
  "|u1": { bytes: 1, read: (v, at) => v.getUint8(at) },
};

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** The longest header that is read: those that NumPy writes for numbers have 64 to 128 bytes. */
const MAX_HEADER = 4096;

/**
 * The dictionary that NumPy writes, `{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }`, with the keys in any
 * order.
 */
function parseDictionary(path: string, text: string, offset: number): Header {
  const descr = /'descr':\s*'([^']{1,8})'/.exec(text);
  const order = /'fortran_order':\s*(True|False)/.exec(text);
  const shape = /'shape':\s*\(([\d,\s]*)\)/.exec(text);
  if (!descr || !order || !shape) return refuseFile(path, "the .npy header names no plain array of numbers");
  return {
    descr: descr[1],
    fortran: order[1] === "True",
    shape: shape[1]
      .split(",")
      .filter(s => s.trim() !== "")
      .map(Number),
    offset,
  };
}

/** Magic string, version, length of the header (2 bytes in version 1, 4 in 2 and 3), header. */
function parseHeader(path: string, bytes: Uint8Array, view: DataView): Header {
  if (bytes.length < 12 || MAGIC.some((b, i) => bytes[i] !== b))
    refuseFile(path, "not a .npy file: the magic string is missing");
  const version = bytes[6];
  const start = version === 1 ? 10 : 12;
  if (version < 1 || version > 3) refuseFile(path, `version ${version} of .npy is unknown: 1, 2 and 3 are read`);
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > MAX_HEADER || start + length > bytes.length)
    refuseFile(path, "the .npy header is longer than the file or 4096 bytes");
  return parseDictionary(path, String.fromCharCode(...bytes.subarray(start, start + length)), start + length);
}

/** An array of shape (n) or (n, d), C order, of float64, float32 or integers; columns are called x1, x2, … */
export function parseNpy(path: string, bytes: Uint8Array): Sheet {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { descr, fortran, shape, offset } = parseHeader(path, bytes, view);
  const readable = Object.keys(READERS);
  const type = readable.includes(descr)
    ? READERS[descr]
    : refuseFile(path, `type ${descr} is not read: ${readable.join(", ")} are`);
  if (fortran || shape.length < 1 || shape.length > 2)
    refuseFile(path, "an array of shape (n) or (n, d) in C order is needed");
  const [n, d = 1] = shape;
  checkCount(path, n * d);
  const needed = n * d * type.bytes;
  const present = bytes.length - offset;
  if (n * d === 0 || needed !== present)
    refuseFile(path, `shape (${shape.join(", ")}) needs ${needed} bytes after the header, the file has ${present}`);
  const at = (i: number, c: number): number => {
    const value = type.read(view, offset + (i * d + c) * type.bytes);
    return Number.isFinite(value) ? value : refuseFile(path, `row ${i + 1}, column ${c + 1} is ${value}`);
  };
  return {
    columns: defaultColumns(d),
    rows: Array.from({ length: n }, (_, i) => Array.from({ length: d }, (_c, c) => at(i, c))),
  };
}
