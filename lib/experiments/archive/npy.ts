/** The NumPy array format, version 1.0: float64, little-endian, C order. */
import type { Vec } from "../../arithmetic/vec.js";

const MAGIC = "\x93NUMPY\x01\x00";
const ALIGNMENT = 64;

const shapeText = (shape: readonly number[]): string =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;

/** Magic string, length of the header, header padded with spaces so that the data begin at a multiple of 64. */
function header(shape: readonly number[]): string {
  const dictionary = `{'descr': '<f8', 'fortran_order': False, 'shape': ${shapeText(shape)}, }`;
  const length = Math.ceil((MAGIC.length + 2 + dictionary.length + 1) / ALIGNMENT) * ALIGNMENT - MAGIC.length - 2;
  return MAGIC + String.fromCharCode(length & 255, length >> 8) + dictionary.padEnd(length - 1) + "\n";
}

/** The bytes of an .npy file; `data` is row-major with this shape. */
export function npyOf(data: Vec, shape: readonly number[]): Uint8Array {
  const head = Buffer.from(header(shape), "latin1");
  const bytes = Buffer.alloc(head.length + 8 * data.length);
  head.copy(bytes);
  data.forEach((value, i) => bytes.writeDoubleLE(value, head.length + 8 * i));
  return bytes;
}

/** Reads what `npyOf` writes. Throws with a reason if the bytes are anything else. */
export function readNpy(source: Uint8Array): { readonly data: Vec; readonly shape: readonly number[] } {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  if (bytes.toString("latin1", 0, MAGIC.length) !== MAGIC) throw new Error("not an .npy file of version 1.0");
  const start = MAGIC.length + 2 + bytes.readUInt16LE(MAGIC.length);
  const match = /'descr': '<f8', 'fortran_order': False, 'shape': \(([0-9, ]*)\)/.exec(
    bytes.toString("latin1", 0, start),
  );
  if (!match) throw new Error("not a float64 array in C order");
  const shape = match[1]
    .split(",")
    .filter(text => text.trim() !== "")
    .map(Number);
  const size = shape.reduce((a, b) => a * b, 1);
  if (bytes.length !== start + 8 * size)
    throw new Error(`${bytes.length - start} bytes of data where the shape needs ${8 * size}`);
  return { data: Float64Array.from({ length: size }, (_, i) => bytes.readDoubleLE(start + 8 * i)), shape };
}
