import assert from "node:assert/strict";
import test from "node:test";
import { parseFile, selectColumns } from "./file.js";
import { bytes, npy, head, f64 } from "./fixtures.js";

/** File, bytes, and what the refusal says. */
const MALICIOUS: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ["a.csv", bytes(""), /a\.csv: the file is empty/],
  ["a.csv", bytes("x,y\n1\n"), /a\.csv, line 2: 1 cells under 2 column names/],
  ["a.csv", bytes("x\n1\n0x10\n"), /line 3: "0x10" in column "x" is not a decimal number/],
  ["a.csv", bytes("x\nNaN\n"), /"NaN"/],
  ["a.csv", bytes("x\n1e999\n"), /too large/],
  ["a.csv", bytes("1,2\n3,4\n"), /line 1: the first line must name the columns/],
  ["a.csv", bytes("x,x\n3,4\n"), /two columns are called "x"/],
  ["a.csv", bytes('x,y\n"3,4"\n'), /line 2: 1 cells under 2 column names/],
  ["a.csv", bytes('x,y\n1,2\n3,"4\n5,6\n'), /line 3: quoted field unterminated: quotes stand/],
  ["a.csv", bytes('x,y\n# one\n\n"3"1,4\n'), /line 4: .*quote.*: quotes stand/],
  ["a.csv", bytes("x\n\n1\n# two\n\n1;2\n"), /line 6: "1;2" in column "x" is not/],
  ["a.csv", bytes("x;y\n1,0;2,0\n"), /line 2: the separator seems to be ;, and the decimal sign ,: write commas/],
  ["a.csv", bytes("x;y\n1.0;2.0\n"), /line 2: the separator seems to be ;: write commas/],
  ["a.csv", bytes("x\ty\n1\t2\n"), /the separator seems to be tab/],
  ["a.csv", bytes("x y\n1 2\n"), /the separator seems to be blank/],
  ["a.csv", Uint8Array.of(0x78, 0x0a, 0xff, 0xfe), /not UTF-8/],
  ["a.json", bytes("{"), /not JSON/],
  ["a.json", bytes("{}"), /an array of rows is needed/],
  ["a.json", bytes("[[1, 2], [3]]"), /row 2 has 1 numbers, the first has 2/],
  ["a.json", bytes('[[1, "2"]]'), /row 1, "x2": "2" is not a finite number/],
  ["a.json", bytes('[{"a": 1}, {"__proto__": 1}]'), /__proto__/],
  ["a.json", bytes("[[]]"), /the rows are empty/],
  ["a.npy", bytes("not an array at all"), /magic/],
  ["a.npy", npy(head("<f8", "(3, 2)"), f64(1, 2)), /shape \(3, 2\) needs 48 bytes after the header, the file has 16/],
  ["a.npy", npy(head("<f8", "(99999999, 99999999)"), f64(1)), /numbers are more than/],
  ["a.npy", npy(head("|O", "(1,)"), f64(1)), /type "\|O" is not read/],
  ["a.npy", npy(head("<f8", "(1, 1, 1)"), f64(1)), /shape \(n\) or \(n, d\)/],
  ["a.npy", npy(head("<f8", "()"), f64(1)), /shape \(n\) or \(n, d\)/],
  ["a.npy", npy(head("<f8", "(0, 3)"), f64()), /n and d ≥ 1, not \(0, 3\)/],
  ["a.npy", npy(head("<f8", "(1,)"), f64(NaN)), /row 1, column 1 is NaN/],
  ["a.npy", npy("{'descr': __import__('os')}", f64(1)), /no plain array/],
  ["a.npy", npy(head("constructor", "(1,)"), f64(1)), /no plain array/],
  ["a.exe", bytes("x"), /end in \.csv, \.json or \.npy/],
  ["constructor", bytes("x"), /end in/],
];

for (const [path, content, message] of MALICIOUS)
  test(`refused with the file's name: ${message.source}`, () => {
    assert.throws(
      () => selectColumns(path, parseFile(path, content), undefined, undefined),
      (error: Error) => error.message.startsWith("refused: ") && message.test(error.message),
    );
  });
