import assert from "node:assert/strict";
import { test } from "node:test";
import { hardNumbers } from "./fixtures.js";
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
  assert.throws(() => readNpy(bytes.subarray(0, bytes.length - 1)), /23 bytes of data where the shape needs 24/);
  assert.throws(() => readNpy(Buffer.from("hello")), /not an \.npy file/);
  assert.throws(
    () => readNpy(Buffer.from(Buffer.from(bytes).toString("latin1").replace("<f8", "<f4"), "latin1")),
    /not a float64 array/,
  );
});
