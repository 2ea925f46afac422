import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isRefusal } from "../../../arithmetic/refusal.js";
import { parseFile, selectColumns } from "./file.js";
import { npyOf } from "./npy.js";

/** Inputs of each kind; `FUZZ=50` makes it fifty times as many. */
const RUNS = 400 * Number(process.env["FUZZ"] ?? 1);
const SEED = 20261129;

/** The longest time for one file of a few kilobytes that is no hang, in ms, on the busiest machine. */
const PATIENCE = 10_000;

/**
 * A file is a table of finite numbers or a refusal of bounded length that begins with its name; nothing else happens.
 */
function judged(path: string, bytes: Uint8Array): boolean {
  const start = performance.now();
  try {
    const { dim, points, labels } = selectColumns(path, parseFile(path, bytes), undefined, undefined);
    assert.ok(dim > 0 && points.length > 0 && points.length % dim === 0 && labels === undefined);
    assert.ok(points.every(Number.isFinite));
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    assert.ok(error.message.startsWith(`refused: ${path}`) && error.message.length < 1000, error.message);
    return false;
  } finally {
    assert.ok(performance.now() - start < PATIENCE, "too slow");
  }
}

const check = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => unknown): void =>
  fc.assert(
    fc.property(arbitrary, value => {
      holds(value);
    }),
    { seed: SEED, numRuns: RUNS },
  );

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const WORDS = ["__proto__", "constructor", "toString", "valueOf", "hasOwnProperty", "x", "NaN", "Infinity", "null", ""];
const word = fc.constantFrom(...WORDS);
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map(x => x + 0);

/** Pieces that the grammar of CSV is made of, and what stands in cells. */
const piece = fc.oneof(
  fc.constantFrom(
    ",",
    "\n",
    "\r",
    "\r\n",
    '"',
    '""',
    "#",
    ";",
    "\t",
    " ",
    "\ufeff",
    "\0",
    "1e999",
    "-.5",
    "0x1F",
    "+",
    "é",
  ),
  word,
  number.map(String),
);

test("csv: any sequence of separators, quotes, line ends, names of every object and numbers is a table or a refusal", () => {
  check(fc.array(piece, { maxLength: 200 }), pieces => judged("a.csv", encode(pieces.join(""))));
});

test("csv: a table of numbers that is written down is read again bit for bit, with any names and quotes", () => {
  const width = fc.integer({ min: 1, max: 5 });
  const tables = width.chain(d =>
    fc.record({
      names: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), {
        minLength: d,
        maxLength: d,
        selector: s => s.trim(),
      }),
      rows: fc.array(fc.array(number, { minLength: d, maxLength: d }), { minLength: 1, maxLength: 20 }),
    }),
  );
  check(tables, ({ names, rows }) => {
    // a name in quotes keeps commas; blanks and quotes around it, and the form of line ends, are not kept
    fc.pre(names.every(name => !/["\n\r\0]|^#/.test(name) && name.trim() !== "" && !/^[+-]?[\d.]/.test(name.trim())));
    const text = [names.map(name => `"${name}"`), ...rows].map(row => row.join(",")).join("\n");
    const { points } = selectColumns(
      "a.csv",
      parseFile("a.csv", encode(text)),
      names.map(s => s.trim()),
      undefined,
    );
    assert.deepEqual(points, Float64Array.from(rows.flat()));
  });
});

/** Bytes with some of them changed, and cut off or lengthened. */
const damaged = (whole: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }), fc.nat(whole.length + 16))
    .map(([changes, length]) => {
      const out = new Uint8Array(Math.max(length, 1));
      out.set(whole.subarray(0, out.length));
      for (const [at, value] of changes) if (at < out.length) out[at] = value;
      return out;
    });

test("npy: damaged files are tables or refusals", () => {
  const whole = npyOf(Float64Array.of(1, 2, 3, 4, 5, 6), [2, 3]);
  check(damaged(whole), bytes => judged("a.npy", bytes));
});

/** The bytes of a .npy file with this header, of a stated length that may be wrong. */
function withHeader(version: number, stated: number, header: string, body: Uint8Array): Uint8Array {
  const out = new Uint8Array(12 + header.length + body.length);
  out.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0]);
  const view = new DataView(out.buffer);
  const start = version === 1 ? 10 : 12;
  if (version === 1) view.setUint16(8, stated & 0xffff, true);
  else view.setUint32(8, stated, true);
  out.set(encode(header).subarray(0, header.length), start);
  out.set(body, start + header.length);
  return out.subarray(0, start + header.length + body.length);
}

test("npy: hostile headers, whatever they say of length and shape, cost no memory that the file has not", () => {
  const size = fc.oneof(fc.nat(4), fc.constantFrom(2 ** 31, 2 ** 53, 99999999999999999999));
  const headers = fc.record({
    version: fc.constantFrom(0, 1, 2, 3, 255),
    extra: fc.oneof(fc.constant(0), fc.constantFrom(-20, 1, 2 ** 16 - 1, 2 ** 32 - 1)),
    descr: fc.oneof(
      word,
      fc.constantFrom("<f8", ">f8", "|O", "<U3", "<c16", "<f2", ">i8", "=u8", "|b1", "f8", "<__proto__"),
    ),
    order: fc.constantFrom("True", "False", "None", "1"),
    shape: fc.array(size, { maxLength: 4 }),
    body: fc.uint8Array({ maxLength: 64 }),
  });
  check(headers, ({ version, extra, descr, order, shape, body }) => {
    const text = `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': (${shape.map(n => `${n}, `).join("")}), }`;
    judged("a.npy", withHeader(version, Math.max(0, text.length + extra), text, body));
  });
});

test("json: any value, and damaged text of a table, are tables or refusals", () => {
  check(fc.json({ maxDepth: 3 }), text => judged("a.json", encode(text)));
  check(fc.array(fc.dictionary(word, fc.oneof(number, fc.constant(null), word)), { maxLength: 5 }), rows =>
    judged("a.json", encode(JSON.stringify(rows))),
  );
  check(damaged(encode('[{"x": 1, "__proto__": 2.5e3}, {"x": -3, "__proto__": 4}]')), bytes => judged("a.json", bytes));
  assert.ok(!judged("a.json", encode("[".repeat(1e6))));
});

test("bytes of no format at all are refused under every ending", () => {
  const endings = fc.constantFrom("a.csv", "a.json", "a.npy", "a.CSV", "__proto__", "a.constructor", "a.");
  check(fc.tuple(endings, fc.uint8Array({ maxLength: 300 })), ([path, bytes]) => judged(path, bytes));
});
