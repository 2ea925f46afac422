/** The NumPy array format (NEP 1), versions 1 to 3: what is read, and the float64 in C order that is written. */
import type { Vec } from "../../../arithmetic/vec.js";

/** An array in row-major order. */
export interface NpyArray {
  readonly data: Vec;
  readonly shape: readonly number[];
}

interface Header {
  readonly descr: string;
  readonly fortran: boolean;
  readonly shape: readonly number[];
  /** Where the numbers begin. */
  readonly offset: number;
}

interface Type {
  readonly bytes: number;
  read(view: DataView, at: number, little: boolean): number;
}

/** A 64-bit integer as a double, or a throw where no double is that integer. */
function exactly(value: bigint): number {
  if (BigInt(Number(value)) !== value) throw new Error(`the integer ${value} has no exact double`);
  return Number(value);
}

/** (-1)^s 2^{e-15} (1 + m/1024), without the 1 and with e = 1 where e = 0; ∞ and NaN where e = 31. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const e = (bits >> 10) & 31;
  const m = bits & 1023;
  if (e === 31) return m === 0 ? sign * Infinity : NaN;
  const unit = e === 0 ? 1 : 1 << (e - 1);
  return (sign * (m + (e === 0 ? 0 : 1024)) * unit) / (1 << 24);
}

/** NumPy's type codes without the sign of the byte order. */
const TYPES: Readonly<Record<string, Type>> = {
  f8: { bytes: 8, read: (v, at, little) => v.getFloat64(at, little) },
  f4: { bytes: 4, read: (v, at, little) => v.getFloat32(at, little) },
  f2: { bytes: 2, read: (v, at, little) => half(v.getUint16(at, little)) },
  i8: { bytes: 8, read: (v, at, little) => exactly(v.getBigInt64(at, little)) },
  i4: { bytes: 4, read: (v, at, little) => v.getInt32(at, little) },
  i2: { bytes: 2, read: (v, at, little) => v.getInt16(at, little) },
  i1: { bytes: 1, read: (v, at) => v.getInt8(at) },
  u8: { bytes: 8, read: (v, at, little) => exactly(v.getBigUint64(at, little)) },
  u4: { bytes: 4, read: (v, at, little) => v.getUint32(at, little) },
  u2: { bytes: 2, read: (v, at, little) => v.getUint16(at, little) },
  u1: { bytes: 1, read: (v, at) => v.getUint8(at) },
  b1: { bytes: 1, read: (v, at) => v.getUint8(at) },
};

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
const ALIGNMENT = 64;
/** The longest header that is read: those that NumPy writes for numbers have 64 to 128 bytes. */
const MAX_HEADER = 4096;

/**
 * The dictionary that NumPy writes, `{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }`, with the keys in any
 * order.
 */
function parseDictionary(text: string, offset: number): Header {
  const descr = /'descr': *'([^']{1,8})'/.exec(text);
  const order = /'fortran_order': *(True|False)/.exec(text);
  const shape = /'shape': *\(([\d, ]*)\)/.exec(text);
  if (!descr || !order || !shape) throw new Error("the .npy header names no plain array of numbers");
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
function parseHeader(bytes: Uint8Array, view: DataView): Header {
  if (bytes.length < 12 || MAGIC.some((b, i) => bytes[i] !== b))
    throw new Error("not a .npy file: the magic string is missing");
  const version = bytes[6];
  const start = version === 1 ? 10 : 12;
  if (version < 1 || version > 3) throw new Error(`version ${version} of .npy is unknown: 1, 2 and 3 are read`);
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > MAX_HEADER || start + length > bytes.length)
    throw new Error(`the .npy header is longer than the file or ${MAX_HEADER} bytes`);
  return parseDictionary(String.fromCharCode(...bytes.subarray(start, start + length)), start + length);
}

/** The type of a code such as `<f8`, `>i4` or `|u1`. */
function typeOf(descr: string): Type {
  const name = descr.slice(1);
  if (!"<>|=".includes(descr[0]) || !Object.hasOwn(TYPES, name))
    throw new Error(
      `type ${JSON.stringify(descr)} is not read: ${Object.keys(TYPES).join(", ")} are, in both byte orders`,
    );
  return TYPES[name];
}

/** Where entry k of the row-major order stands in the file: Fortran's order counts the first index fastest. */
function placeOf(k: number, shape: readonly number[]): number {
  let rest = k;
  let stride = shape.reduce((a, b) => a * b, 1);
  let place = 0;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    stride /= shape[axis];
    place += (rest % shape[axis]) * stride;
    rest = Math.floor(rest / shape[axis]);
  }
  return place;
}

/**
 * The array in the bytes of a .npy file: float16 to 64, integers of 8 to 64 bits and booleans, in both byte orders and
 * both orders of axes.
 *
 * ```ts
 * const { shape } = data.readNpy(data.npyOf(Float64Array.of(1, 2, 3, 4), [2, 2]));
 * ```
 *
 * @throws Error with a sentence where the bytes are anything else, or have more than `most` numbers.
 */
export function readNpy(bytes: Uint8Array, most: number = Infinity): NpyArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { descr, fortran, shape, offset } = parseHeader(bytes, view);
  const type = typeOf(descr);
  const size = shape.reduce((a, b) => a * b, 1);
  const present = bytes.length - offset;
  if (size > most) throw new Error(`${size} numbers are more than the ${most} that a table may have`);
  if (size * type.bytes !== present)
    throw new Error(
      `shape (${shape.join(", ")}) needs ${size * type.bytes} bytes after the header, the file has ${present}`,
    );
  const at = fortran ? (k: number): number => placeOf(k, shape) : (k: number): number => k;
  const little = !descr.startsWith(">");
  return {
    data: Float64Array.from({ length: size }, (_, k) => type.read(view, offset + at(k) * type.bytes, little)),
    shape,
  };
}

const shapeText = (shape: readonly number[]): string =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;

/** Magic string, version 1.0, length of the header, header padded with blanks to a multiple of 64 bytes. */
function headerOf(shape: readonly number[]): Uint8Array {
  const start = MAGIC.length + 4;
  const dictionary = `{'descr': '<f8', 'fortran_order': False, 'shape': ${shapeText(shape)}, }`;
  const length = Math.ceil((start + dictionary.length + 1) / ALIGNMENT) * ALIGNMENT - start;
  const text = `${dictionary.padEnd(length - 1)}\n`;
  return Uint8Array.from([...MAGIC, 1, 0, length & 255, length >> 8, ...Array.from(text, c => c.charCodeAt(0))]);
}

/**
 * The bytes of a .npy file, little-endian float64 in C order; `data` is row-major with this shape.
 *
 * ```ts
 * const bytes = data.npyOf(Float64Array.of(1, 2, 3, 4), [2, 2]);
 * ```
 */
export function npyOf(data: Vec, shape: readonly number[]): Uint8Array {
  const head = headerOf(shape);
  const bytes = new Uint8Array(head.length + 8 * data.length);
  bytes.set(head);
  const view = new DataView(bytes.buffer);
  data.forEach((value, i) => view.setFloat64(head.length + 8 * i, value, true));
  return bytes;
}
