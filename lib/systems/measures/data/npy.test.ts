import assert from "node:assert/strict";
import { test } from "node:test";
import { hardNumbers } from "../../../experiments/archive/fixtures.js";
import { npyOf, readNpy } from "./npy.js";

test("the bytes of [[1, 2, 3], [4, 5, 6]] are those that numpy.save writes", () => {
  const header = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }".padEnd(117) + "\n";
  const data = ["f03f", "0040", "0840", "1040", "1440", "1840"].map(high => "000000000000" + high).join("");
  assert.equal(
    Buffer.from(npyOf(Float64Array.of(1, 2, 3, 4, 5, 6), [2, 3])).toString("hex"),
    "934e554d50590100" + "7600" + Buffer.from(header).toString("hex") + data,
  );
});

test("a vector has the shape (n,), a scalar (), and the data begin at a multiple of 64", () => {
  for (const [shape, text] of [
    [[3], "(3,)"],
    [[1, 1, 3], "(1, 1, 3)"],
  ] as const) {
    const bytes = npyOf(new Float64Array(3), shape);
    assert.ok(Buffer.from(bytes).includes(`'shape': ${text}`));
    assert.equal((bytes.length - 24) % 64, 0);
  }
});

test("read(write(x)) has the bits and the shape of x", () => {
  assert.deepEqual(readNpy(npyOf(Float64Array.from(hardNumbers), [hardNumbers.length, 1])), {
    data: Float64Array.from(hardNumbers),
    shape: [hardNumbers.length, 1],
  });
});

test("other bytes are refused with a reason", () => {
  const bytes = npyOf(new Float64Array(3), [3]);
  assert.throws(() => readNpy(bytes.subarray(0, bytes.length - 1)), /needs 24 bytes after the header, the file has 23/);
  assert.throws(() => readNpy(Buffer.from("hello, this is text")), /not a \.npy file/);
  assert.throws(
    () => readNpy(Buffer.from(Buffer.from(bytes).toString("latin1").replace("<f8", "<c8"), "latin1")),
    /type "<c8" is not read/,
  );
  assert.throws(() => readNpy(npyOf(new Float64Array(3), [3]), 2), /3 numbers are more than the 2/);
});

/** The bytes of one number as NumPy writes it. */
function written(bytes: number, write: (view: DataView, little: boolean) => void, little: boolean): Uint8Array {
  const out = new Uint8Array(bytes);
  write(new DataView(out.buffer), little);
  return out;
}

/** Type without its byte order, its width, how a value is written, the value. */
const NUMBERS: readonly (readonly [string, number, (view: DataView, little: boolean) => void, number])[] = [
  ["f8", 8, (v, little) => v.setFloat64(0, -0.1, little), -0.1],
  ["f4", 4, (v, little) => v.setFloat32(0, 0.1, little), Math.fround(0.1)],
  ["f2", 2, (v, little) => v.setUint16(0, 0xc248, little), -3.140625],
  ["f2", 2, (v, little) => v.setUint16(0, 0x0001, little), 2 ** -24],
  ["f2", 2, (v, little) => v.setUint16(0, 0x7bff, little), 65504],
  ["f2", 2, (v, little) => v.setUint16(0, 0xfc00, little), -Infinity],
  ["i8", 8, (v, little) => v.setBigInt64(0, -(2n ** 53n), little), -(2 ** 53)],
  ["i4", 4, (v, little) => v.setInt32(0, -70000, little), -70000],
  ["i2", 2, (v, little) => v.setInt16(0, -300, little), -300],
  ["i1", 1, v => v.setInt8(0, -3), -3],
  ["u8", 8, (v, little) => v.setBigUint64(0, 2n ** 63n, little), 2 ** 63],
  ["u4", 4, (v, little) => v.setUint32(0, 4e9, little), 4e9],
  ["u2", 2, (v, little) => v.setUint16(0, 65535, little), 65535],
  ["u1", 1, v => v.setUint8(0, 200), 200],
  ["b1", 1, v => v.setUint8(0, 1), 1],
];

for (const [type, width, write, value] of NUMBERS)
  test(`files-that-python-writes: ${value} as ${type} is read in both byte orders`, () => {
    for (const order of width === 1 ? ["|"] : ["<", ">"]) {
      const header = Buffer.from(npyOf(new Float64Array(0), [1]))
        .toString("latin1")
        .replace("<f8", order + type);
      const bytes = Buffer.concat([Buffer.from(header, "latin1"), written(width, write, order === "<")]);
      assert.deepEqual(readNpy(bytes), { data: Float64Array.of(value), shape: [1] });
    }
  });

test("an integer of 64 bits that no double is, 2^53 + 1, is refused and not rounded", () => {
  const header = Buffer.from(npyOf(new Float64Array(0), [1]))
    .toString("latin1")
    .replace("<f8", "<i8");
  const bytes = written(8, (v, little) => v.setBigInt64(0, 2n ** 53n + 1n, little), true);
  assert.throws(() => readNpy(Buffer.concat([Buffer.from(header, "latin1"), bytes])), /9007199254740993 has no exact/);
});

test("files-that-python-writes: in Fortran's order a_ijk stands at i + I j + I J k", () => {
  const [I, J, K] = [2, 3, 4];
  const inFile = new Float64Array(I * J * K);
  const rowMajor = new Float64Array(I * J * K);
  for (let i = 0; i < I; i++)
    for (let j = 0; j < J; j++)
      for (let k = 0; k < K; k++) {
        inFile[i + I * j + I * J * k] = 100 * i + 10 * j + k;
        rowMajor[(i * J + j) * K + k] = 100 * i + 10 * j + k;
      }
  const bytes = Buffer.from(npyOf(inFile, [I, J, K]))
    .toString("latin1")
    .replace("False, ", "True,  ");
  assert.deepEqual(readNpy(Buffer.from(bytes, "latin1")).data, rowMajor);
});
