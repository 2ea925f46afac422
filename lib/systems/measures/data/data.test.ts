import assert from "node:assert/strict";
import test from "node:test";
import type { Vec } from "../../../arithmetic/vec.js";
import { parseFile, selectColumns } from "./file.js";
import { generate } from "./generators.js";
import { iris, partOf } from "./iris.js";
import type { Sheet, Table } from "./table.js";
import { columnMoments, standardise } from "./standardise.js";
import { bytes, npy, head, f64 } from "./fixtures.js";

/** All cells as numbers, row by row. */
const rowsOf = (sheet: Sheet): readonly (readonly number[])[] => {
  const columns = sheet.columns.map((_, c) => sheet.numbers(c));
  return Array.from({ length: sheet.count }, (_, i) => columns.map(column => column[i]));
};

test("iris: 50 versicolor and 50 virginica with two petal columns; every fifth row is held out", () => {
  const all = iris();
  const train = partOf(all, "train");
  const held = partOf(all, "test");
  assert.deepEqual([all.points.length, all.labels?.length, all.labels?.reduce((a, b) => a + b, 0)], [200, 100, 50]);
  assert.deepEqual([train.labels?.length, held.labels?.length, held.labels?.reduce((a, b) => a + b, 0)], [80, 20, 10]);
  // rows 51 and 55 of the published table: petals 4.7 × 1.4 and 4.6 × 1.5
  assert.deepEqual([...all.points.slice(0, 2), ...held.points.slice(0, 2)], [4.7, 1.4, 4.6, 1.5]);
});

test("a test set is standardised by all rows: mean 0 and deviation 1 hold for all rows only", () => {
  const all = iris();
  const [first, second] = columnMoments(standardise(all));
  const held = standardise(partOf(all, "test"), all);
  for (const { mean, deviation } of [first, second])
    assert.ok(Math.abs(mean) < 1e-14 && Math.abs(deviation - 1) < 1e-14);
  assert.ok(Math.abs(columnMoments(held)[0].mean) > 1e-3);
  assert.throws(() => standardise({ dim: 1, points: Float64Array.of(2, 2) }), /column 1 is constant/);
});

const columnOf = (...x: readonly number[]): Table => ({ dim: 1, points: Float64Array.from(x) });

test("standardise-a-constant-column: n equal values are constant for every n and value, whatever their mean rounds to", () => {
  for (const value of [0.1, 1 / 3, 100, -1e-200, 1e200, Math.PI, 0, 5e-324])
    for (let n = 1; n < 40; n++)
      assert.throws(() => standardise(columnOf(...new Float64Array(n).fill(value))), /column 1 is constant, .* in all/);
});

test("standardise-large-numbers: (x - mean)/deviation of s·(1, 2, 3) is (-1, 0, 1)·√(3/2) for s from 1e-300 to 1e300", () => {
  for (const s of [1, 1e200, 1e-200, 1e300, 1e-300, -1e155, 1e-160]) {
    const { points } = standardise(columnOf(s, 2 * s, 3 * s));
    const sign = Math.sign(s);
    [-1, 0, 1].forEach((v, i) =>
      assert.ok(Math.abs(points[i] - sign * v * Math.sqrt(1.5)) < 4e-16, `${s}: ${points[i]}`),
    );
  }
});

test("a narrow column far from 0 keeps its digits: 1e8 + (0, 1, 2)·2^-26 becomes (-1, 0, 1)·√(3/2)", () => {
  const step = 1.4901161193847656e-8;
  const { points } = standardise(columnOf(1e8, 1e8 + step, 1e8 + 2 * step));
  [-1, 0, 1].forEach((v, i) => assert.ok(Math.abs(points[i] - v * Math.sqrt(1.5)) < 4e-16));
});

test("csv, json records, json arrays and npy write the same table", () => {
  const wanted = [
    [1, 2.5],
    [-3e-2, 4],
  ];
  const sheets = [
    parseFile("a.csv", bytes('\ufeffx1, x2\r\n1,2.5\r\n\r\n# note\r\n-3e-2,"4"\r\n')),
    parseFile("a.json", bytes('[{"x1": 1, "x2": 2.5}, {"x2": 4, "x1": -0.03}]')),
    parseFile("a.JSON", bytes("[[1, 2.5], [-0.03, 4]]")),
    parseFile("a.npy", npy(head("<f8", "(2, 2)"), f64(1, 2.5, -3e-2, 4))),
    parseFile("a.npy", npy(head("<f8", "(2, 2)"), f64(1, 2.5, -3e-2, 4), 2)),
  ];
  for (const sheet of sheets)
    assert.deepEqual({ columns: sheet.columns, rows: rowsOf(sheet) }, { columns: ["x1", "x2"], rows: wanted });
});

test("npy: float32 and integers of 8 to 64 bits, vectors as one column", () => {
  const of = (descr: string, data: ArrayBufferView): readonly (readonly number[])[] =>
    rowsOf(parseFile("a.npy", npy(head(descr, "(2,)"), new Uint8Array(data.buffer))));
  for (const [descr, data] of [
    ["<f4", Float32Array.of(3, -2)],
    ["<i8", BigInt64Array.of(3n, -2n)],
    ["<i4", Int32Array.of(3, -2)],
    ["<i2", Int16Array.of(3, -2)],
    ["|i1", Int8Array.of(3, -2)],
  ] as const)
    assert.deepEqual(of(descr, data), [[3], [-2]]);
});

test("columns by name, label apart; without names all but the label", () => {
  const sheet = parseFile("a.csv", bytes("a,b,y\n1,2,0\n3,4,1\n"));
  const { dim, points, labels } = selectColumns("a.csv", sheet, undefined, "y");
  assert.deepEqual([dim, [...points], [...(labels ?? [])]], [2, [1, 2, 3, 4], [0, 1]]);
  assert.deepEqual([...selectColumns("a.csv", sheet, ["b"], undefined).points], [2, 4]);
  assert.throws(
    () => selectColumns("a.csv", sheet, ["c"], undefined),
    /a\.csv: there is no column "c", only: "a", "b", "y"/,
  );
});

/** What pandas writes beside numbers, in the columns a and b of which the points (1, 2), (3, 4) are. */
const PANDAS: Readonly<Record<string, string>> = {
  "a text column with a quoted comma, a quoted quote and a quoted line": 'name,a,b\n"x, ""y""",1,2\n"two\nlines",3,4\n',
  "an index without a name": ",a,b\n0,1,2\n1,3,4\n",
  "empty cells in another column": "a,b,gap\n1,2,\n3,4,late\n",
  "quotes around all cells": '"a","b"\n"1","2"\n"3","4"\n',
  "lines that end in CR LF, and in CR": "a,b\r\n1,2\r3,4\r\n",
  "blanks around cells, also outside of quotes": 'a , b\n 1, "2"\n\t3,4 \n',
  "two columns of one name that nobody asks for": "a,b,c,c\n1,2,3,4\n3,4,5,6\n",
};

for (const [what, text] of Object.entries(PANDAS))
  test(`files-that-python-writes: only the chosen columns need to be numbers: ${what}`, () => {
    const sheet = parseFile("a.csv", bytes(text));
    assert.deepEqual([...selectColumns("a.csv", sheet, ["a", "b"], undefined).points], [1, 2, 3, 4]);
  });

test("without names the points are all columns that have a name, but for the label: a nameless one is an index", () => {
  const sheet = parseFile("a.csv", bytes(",a,y\n0,1,2\n1,3,4\n"));
  assert.deepEqual([...selectColumns("a.csv", sheet, undefined, "y").points], [1, 3]);
  assert.throws(
    () => selectColumns("a.csv", parseFile("a.csv", bytes(",y\n0,1\n")), undefined, "y"),
    /no column is left/,
  );
});

test("columns may have any name, also those of every object", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
  const csv = parseFile("a.csv", bytes(`${names.join(",")}\n1,2,3,4\n`));
  const json = parseFile("a.json", bytes(`[{${names.map((name, i) => `"${name}": ${i + 1}`).join(", ")}}]`));
  for (const sheet of [csv, json])
    names.forEach((name, i) => assert.deepEqual([...selectColumns("a", sheet, [name], undefined).points], [i + 1]));
});

test("the time for a number is linear in its length, and for names in their number: 5·10⁴ digits, 5·10⁴ names", () => {
  // quadratic work would be 2.5·10⁹ steps; a refusal or a table comes at once
  const digits = `x\n${"1".repeat(50_000)}x\n`;
  assert.throws(() => rowsOf(parseFile("a.csv", bytes(digits))), /is not a decimal number/);
  const names = Array.from({ length: 50_000 }, (_, i) => `c${i}`);
  const sheet = parseFile("a.csv", bytes(`${names.join(",")}\n${names.map(() => "1").join(",")}\n`));
  assert.equal(selectColumns("a.csv", sheet, names, undefined).dim, 50_000);
  const record = `{${names.map(name => `"${name}":1`).join(",")}}`;
  assert.equal(selectColumns("a.json", parseFile("a.json", bytes(`[${record}]`)), names, undefined).dim, 50_000);
});

test("nine million blank lines are refused by their number, before a row is kept", () => {
  assert.throws(
    () => parseFile("a.csv", new Uint8Array(9_000_000).fill(10)),
    /9000001 lines are more than the 8000000/,
  );
});

test("no refusal is longer than 1 000 characters, whatever stands in the file", () => {
  const long = "z".repeat(100_000);
  const many = Array.from({ length: 50_000 }, (_, i) => `c${i}`).join(",");
  const refusals = [
    (): unknown => rowsOf(parseFile("a.csv", bytes(`x\n${long}\n`))),
    (): unknown => parseFile("a.json", bytes(`[{"a": 1}, {"${long}": 1}]`)),
    (): unknown => rowsOf(parseFile("a.json", bytes(`[["${long}"]]`))),
    (): unknown => selectColumns("a.csv", parseFile("a.csv", bytes(`${many}\n${many}\n`)), [long], undefined),
  ];
  for (const refusal of refusals)
    assert.throws(refusal, (error: Error) => error.message.startsWith("refused: ") && error.message.length < 1000);
});

test("generators: the first rows do not depend on n, seeds differ, labels where there are classes", () => {
  const recipe = { n: 40, d: 2, noise: 0.1, shift: 0, seed: 3 };
  for (const name of [
    "gaussian",
    "mixture",
    "two-moons",
    "ring",
    "yin-yang",
    "regression",
    "classification",
    "teacher-network",
  ] as const) {
    const all = generate(name, recipe);
    const few = generate(name, { ...recipe, n: 10 });
    assert.deepEqual(few.points, all.points.slice(0, 20), name);
    assert.notDeepEqual(generate(name, { ...recipe, seed: 4 }).points, all.points, name);
    assert.equal(all.labels === undefined, ["gaussian", "ring", "yin-yang"].includes(name), name);
  }
});

test("the yin-yang: of its dark half 3/4 lie on the left, and turned by 180° it is light", () => {
  const { points } = generate("yin-yang", { n: 4000, d: 2, noise: 0, shift: 0, seed: 1 });
  const x = points.filter((_, i) => i % 2 === 0);
  const y = points.filter((_, i) => i % 2 === 1);
  assert.ok(x.every((v, i) => v * v + y[i] * y[i] < 1));
  // half the disc without half a head, plus and minus half an eye: π/2 - π/8 of π/2; 5 standard errors
  assert.ok(Math.abs(x.filter(v => v < 0).length / 4000 - 0.75) < 5 * Math.sqrt((0.75 * 0.25) / 4000));
  const near = (u: number, v: number): boolean =>
    x.some((a, i) => (a - u) * (a - u) + (y[i] - v) * (y[i] - v) < 0.05 * 0.05);
  assert.ok(near(-0.7, 0.1) && !near(0.7, -0.1) && near(0, 0.5) && !near(0, -0.5));
});

test("the ring without noise lies on the unit circle; the moons on theirs", () => {
  const radius = (p: Vec, i: number, c: readonly [number, number]): number =>
    Math.sqrt((p[2 * i] - c[0]) * (p[2 * i] - c[0]) + (p[2 * i + 1] - c[1]) * (p[2 * i + 1] - c[1]));
  const recipe = { n: 20, d: 2, noise: 0, shift: 0, seed: 1 };
  const ring = generate("ring", recipe);
  const moons = generate("two-moons", recipe);
  for (let i = 0; i < 20; i++) {
    assert.ok(Math.abs(radius(ring.points, i, [0, 0]) - 1) < 1e-15);
    assert.ok(Math.abs(radius(moons.points, i, moons.labels?.[i] === 1 ? [1, 0.5] : [0, 0]) - 1) < 1e-15);
  }
});

test("B10: JSON that is nested too deep is refused from its bytes, 60 MB of it at once; brackets in strings are no nesting", () => {
  for (const text of ["[".repeat(3e7) + "]".repeat(3e7), '{"a":'.repeat(1e7)])
    assert.throws(
      () => parseFile("deep.json", bytes(text)),
      /deep\.json: is nested more than 16 deep: an array of rows/,
    );
  const tricky = JSON.stringify([{ x: 1, note: `"\\${"[{".repeat(40)}` }]);
  assert.equal(parseFile("tricky.json", bytes(tricky)).count, 1);
  const fifteen = `[{"x": 1, "more": ${"[".repeat(14)}${"]".repeat(14)}}]`;
  assert.deepEqual([...parseFile("nested.json", bytes(fifteen)).numbers(0)], [1]);
});

test("B10: what writers of ;-separated, tabbed, quoted and marked tables write is read, or refused with the separator's name", () => {
  const bom = "\ufeff";
  const separated = [
    "x;y\r\n1,5;2\r\n",
    "x;y\n1.5;2\n",
    "1;2\n3;4\n",
    `${bom}x;y\n1;2\n`,
    "sep=;\nx;y\n1;2\n",
    '"x";"y"\n"1,5";"2,5"\n',
  ].concat(['name;x\n"a;b";1\n', "x;y;\n1;2;\n", "x;y\n1.000,5;2\n", '"x";y\n1;2\n', "x;y\r1;2\r"]);
  for (const text of separated)
    assert.throws(() => parseFile("a.csv", bytes(text)), /a\.csv, line \d+: the separator seems to be ;/, text);
  for (const [text, name] of [
    ["x\ty\n1\t2\n", "tab"],
    ['"x"\t"y"\n"1"\t"2"\n', "tab"],
    ["x|y\n1|2\n", "\\|"],
    ['"x"|"y"\n1|2\n', "\\|"],
    ["x y\n1 2\n", "blank"],
  ])
    assert.throws(() => parseFile("a.csv", bytes(text)), new RegExp(`the separator seems to be ${name}: write commas`));
  for (const text of [
    "x,y\r\n1,2\r\n3,4\r\n",
    "x,y\r1,2\r3,4\r",
    `${bom}x,y\n1,2\n3,4`,
    '"x","y"\n"1","2"\n3,4\n',
  ].concat(["x, y\n1, 2\n3, 4\n", "# by hand\nx,y\n1,2\n\n3,4\n\n", "x,y\n+1,2.\n3e0,4E0\n"]))
    assert.deepEqual([...parseFile("a.csv", bytes(text)).numbers(1)], [2, 4], text);
  assert.throws(() => parseFile("a.csv", bytes('x,y\n"a"b,2\n')), /quotes stand around whole cells/);
});
